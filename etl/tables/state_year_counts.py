"""The `state_year_counts` table."""

from etl.contract import Table
from etl.fields import JURISDICTION, count, key, text

TABLE = Table(
    name="state_year_counts",
    title="State-year counts",
    description=(
        "How many AI bills others counted, by state and year. Each scope is a count of its "
        "own: never add across scopes."
    ),
    domain="legislation",
    fields=(
        key("count_id", "count"),
        JURISDICTION,
        count("year", "Year or session start.", required=True),
        count("bills_considered", "Bills considered.", unit="bills"),
        count("bills_enacted", "Bills enacted.", unit="bills"),
        text("scope", "Who counted what.", required=True),
    ),
)
