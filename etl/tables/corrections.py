"""Corrections: what the Atlas had wrong, what it says now, and why."""

from etl.contract import Table
from etl.fields import edtf, key, text

TABLE = Table(
    name="corrections",
    title="Corrections",
    description="What the Atlas said, what it says now, and why. Rows taken out are listed too.",
    domain="reference",
    date="date",
    is_fact=False,
    fields=(
        key("correction_id", "correction"),
        edtf("date", "When it was corrected.", required=True),
        text("table_name", "Table of the row.", required=True),
        text("record_id", "Key of that row; it may be gone.", required=True),
        text("column_name", "Column that was wrong; empty: the whole row was taken out."),
        text("was", "What it said."),
        text("now", "What it says; empty: nothing, because nothing could be supported."),
        text("reason", "Why.", required=True),
    ),
)
