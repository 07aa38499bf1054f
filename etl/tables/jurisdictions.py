"""The `jurisdictions` table."""

from etl.contract import Field, Table
from etl.fields import count, one_of, text
from etl.vocab import JURISDICTION_KINDS

TABLE = Table(
    name="jurisdictions",
    title="Jurisdictions",
    description="The United States, its states and territories, and their places on the tile map.",
    domain="reference",
    is_fact=False,
    fields=(
        Field("jurisdiction", "Postal code; US for federal.", required=True, pattern="[A-Z]{2}"),
        text("name", "Name.", required=True),
        one_of("kind", JURISDICTION_KINDS, "What it is."),
        count("tile_row", "Row on the tile map, from the top.", unit="tiles"),
        count("tile_column", "Column on the tile map, from the left.", unit="tiles"),
    ),
)
