"""Practice parties: everyone who takes part in a practice; deals have a seller and a buyer."""

from etl.contract import Table
from etl.fields import key, one_of, ref, text
from etl.vocab import DEAL_ROLES

TABLE = Table(
    name="practice_parties",
    title="Practice parties",
    description="Everyone who takes part in a practice; deals have a seller and a buyer.",
    domain="practices",
    part_of="practice_id",
    fields=(
        key("practice_party_id", "party"),
        ref("practices", "practice_id", "Practice."),
        one_of("role", DEAL_ROLES, "Part played."),
        text("name", "Name.", required=True),
        ref("companies", "company_id", "Company, if it is one we know.", required=False),
    ),
)
