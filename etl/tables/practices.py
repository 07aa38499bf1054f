"""Practices: one dated act or policy of one company on AI and creative work."""

from etl.contract import Field, Table
from etl.fields import (
    AS_OF,
    MEDIA_LIST,
    PROTECTION_LIST,
    SUMMARY,
    TITLE,
    edtf,
    key,
    list_of,
    one_of,
    ref,
)
from etl.vocab import KNOWN, PRACTICE_KINDS, STANCES, WORK_USES

TABLE = Table(
    name="practices",
    title="Practices",
    description="One dated act or policy of one company on AI and creative work.",
    domain="practices",
    date="announced_on",
    fields=(
        key("practice_id", "practice"),
        ref("companies", "company_id", "Company whose act it is."),
        one_of("kind", PRACTICE_KINDS, "What kind of act."),
        TITLE,
        edtf("announced_on", "Announced."),
        edtf("ended_on", "Ended."),
        MEDIA_LIST,
        list_of("uses", WORK_USES, "What the works, voices or tools may be used for."),
        one_of(
            "stance", STANCES, "A cautious reading of this one act, never a grade of the company."
        ),
        PROTECTION_LIST,
        one_of("terms_disclosed", KNOWN, "Are the terms, or the text of the rule, public?"),
        Field(
            "amount_usd", "Reported total or ceiling.", type="number", unit="US dollars", minimum=0
        ),
        one_of(
            "creators_opt_in",
            KNOWN,
            "May the single creator choose, not only the company that owns the rights?",
        ),
        SUMMARY,
        AS_OF,
    ),
)
