"""The `developments` table."""

from etl.contract import Table
from etl.fields import DATE, SUMMARY, TITLE, key, one_of, ref
from etl.vocab import DEVELOPMENT_KINDS, DOMAINS

TABLE = Table(
    name="developments",
    title="Developments",
    description=(
        "News that touches several records, or lies outside the other tables (law abroad, "
        "market figures)."
    ),
    domain="reference",
    date="date",
    fields=(
        key("development_id", "development"),
        DATE,
        one_of("domain", DOMAINS, "Part of the Atlas it belongs to."),
        one_of("kind", DEVELOPMENT_KINDS, "What happened."),
        ref("countries", "country", "Country, if it is about one.", required=False),
        ref("jurisdictions", "jurisdiction", "US state, if it is about one.", required=False),
        TITLE,
        SUMMARY,
    ),
)
