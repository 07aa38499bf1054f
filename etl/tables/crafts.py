"""The `crafts` table: rows come from the vocabulary of the same name, not from a CSV file."""

from etl.contract import Table
from etl.fields import key, text
from etl.vocab import CRAFTS

TABLE = Table(
    name="crafts",
    title="Crafts",
    description="The crafts that the Atlas looks at.",
    domain="reference",
    is_fact=False,
    from_vocabulary=CRAFTS,
    fields=(
        key("craft", "craft"),
        text("label", "How people read it.", required=True),
        text("definition", "What it means."),
    ),
)
