"""The `demands` table."""

from etl.contract import Table
from etl.fields import PROTECTION, SUMMARY, key, one_of, ref
from etl.vocab import DEMAND_OUTCOMES

TABLE = Table(
    name="demands",
    title="Demands",
    description=(
        "What a union sought and did not get, or still seeks. A demand never counts as protection."
    ),
    domain="agreements",
    fields=(
        key("demand_id", "demand"),
        ref("agreements", "agreement_id", "Agreement in whose bargaining it was made."),
        PROTECTION,
        one_of("outcome", DEMAND_OUTCOMES, "What became of it."),
        SUMMARY,
    ),
)
