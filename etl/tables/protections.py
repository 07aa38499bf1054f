"""The `protections` table: rows come from the vocabulary of the same name, not from a CSV file."""

from etl.contract import Table
from etl.fields import key, ref, text
from etl.vocab import PROTECTIONS

TABLE = Table(
    name="protections",
    title="Protections",
    description="The protections that the Atlas looks at.",
    domain="reference",
    is_fact=False,
    from_vocabulary=PROTECTIONS,
    fields=(
        key("protection", "protection"),
        text("label", "How people read it.", required=True),
        text("definition", "What it means."),
        ref("pillars", "pillar", "Pillar it belongs to."),
    ),
)
