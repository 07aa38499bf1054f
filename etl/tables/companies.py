"""Companies: companies and organisations that act, deal, sue or are sued."""

from etl.contract import Field, Table
from etl.fields import URL, key, one_of, ref, text
from etl.vocab import COMPANY_KINDS

TABLE = Table(
    name="companies",
    title="Companies",
    description="Companies and organisations that act, deal, sue or are sued.",
    domain="practices",
    is_fact=False,
    fields=(
        key("company_id", "company"),
        text("name", "Name.", required=True),
        one_of("kind", COMPANY_KINDS, "Main business."),
        ref("companies", "parent_id", "Company that it belongs to.", required=False),
        text("parent_name", "Company that it belongs to, if nothing else on that is on file."),
        ref("countries", "country", "Country of its seat.", required=False),
        Field("url", "Home page: a pointer, not evidence.", pattern=URL),
    ),
)
