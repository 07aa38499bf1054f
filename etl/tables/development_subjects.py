"""Development subjects: the records that a development touches."""

from etl.contract import Table
from etl.fields import key, ref, text

TABLE = Table(
    name="development_subjects",
    title="Development subjects",
    description="The records that a development touches.",
    domain="reference",
    part_of="development_id",
    fields=(
        key("development_subject_id", "link"),
        ref("developments", "development_id", "Development."),
        text("table_name", "Kind of record.", required=True),
        text("row_id", "The record that it touches.", required=True),
    ),
)
