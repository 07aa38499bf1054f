"""Case parties: who sues and who is sued."""

from etl.contract import Table
from etl.fields import key, one_of, ref, text
from etl.vocab import PARTY_KINDS, PARTY_SIDES

TABLE = Table(
    name="case_parties",
    title="Case parties",
    description="Who sues and who is sued.",
    domain="litigation",
    part_of="case_id",
    fields=(
        key("case_party_id", "party"),
        ref("cases", "case_id", "Case."),
        one_of("side", PARTY_SIDES, "Side."),
        text("name", "Name.", required=True),
        one_of("kind", PARTY_KINDS, "What kind of party."),
        ref("companies", "company_id", "Company, if it is one we know.", required=False),
    ),
)
