"""The `pillars` table: rows come from the vocabulary of the same name, not from a CSV file."""

from etl.contract import Table
from etl.fields import key, text
from etl.vocab import PILLARS

TABLE = Table(
    name="pillars",
    title="Pillars",
    description="The pillars that the Atlas looks at.",
    domain="reference",
    is_fact=False,
    from_vocabulary=PILLARS,
    fields=(
        key("pillar", "pillar"),
        text("label", "How people read it.", required=True),
        text("definition", "What it means."),
    ),
)
