"""Row floors: a table that shrinks below its floor has lost rows."""

from etl.contract import Table
from etl.fields import count, key, text

TABLE = Table(
    name="row_floors",
    title="Row floors",
    description=(
        "The fewest rows each table may have. Raise a floor as its table grows; lower one only "
        "if you know why rows are gone."
    ),
    domain="reference",
    is_fact=False,
    fields=(
        key("floor_id", "floor"),
        text("table_name", "Table that it is about.", required=True),
        count("least_rows", "Fewest rows.", unit="rows", required=True),
    ),
)
