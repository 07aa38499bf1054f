"""The `countries` table."""

from etl.contract import Field, Table
from etl.fields import text

TABLE = Table(
    name="countries",
    title="Countries",
    description="Countries that appear in the Atlas, and the European Union.",
    domain="reference",
    is_fact=False,
    fields=(
        Field("country", "ISO 3166-1 code; EU for the Union.", required=True, pattern="[A-Z]{2}"),
        text("name", "Name.", required=True),
    ),
)
