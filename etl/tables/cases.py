"""The `cases` table."""

from etl.contract import Field, Table
from etl.fields import AS_OF, COUNTRY, PROTECTION_LIST, edtf, key, list_of, one_of, ref, text
from etl.vocab import CASE_STAGES, CASE_STATUSES, CLAIMS, MEDIA, PLAINTIFF_CLASSES

TABLE = Table(
    name="cases",
    title="Cases",
    description=(
        "Suits, arbitrations and proceedings about AI and creative work. Protections on a case "
        "are rights in dispute, not rights secured."
    ),
    domain="litigation",
    date="filed_on",
    fields=(
        key("case_id", "case"),
        text("short_name", "Name in daily use.", required=True),
        text("caption", "Caption of the docket."),
        ref("courts", "court_id", "Court where it is heard.", required=False),
        text("docket_number", "Docket number; several are separated by a semicolon."),
        COUNTRY,
        edtf("filed_on", "Filed."),
        one_of("plaintiff_class", PLAINTIFF_CLASSES, "Who sues."),
        list_of("works", MEDIA, "Works at issue."),
        list_of("claims", CLAIMS, "Claims made."),
        PROTECTION_LIST,
        one_of("stage", CASE_STAGES, "Stage reached."),
        one_of("status", CASE_STATUSES, "Where it stands."),
        text("outcome", "What has come of it so far."),
        Field(
            "settlement_usd",
            "Settlement, where public.",
            type="number",
            unit="US dollars",
            minimum=0,
        ),
        ref("cases", "consolidated_into", "Case inside which it is heard.", required=False),
        text("judge", "Judge or panel."),
        edtf("last_event_on", "Newest step that a source mentions."),
        AS_OF,
    ),
)
