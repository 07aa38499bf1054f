"""The `cautions` table."""

from etl.contract import Table
from etl.fields import edtf, key, text

TABLE = Table(
    name="cautions",
    title="Cautions",
    description=(
        "Rows that a reviewer holds back: published as reported, unconfirmed, whatever their "
        "sources."
    ),
    domain="reference",
    is_fact=False,
    fields=(
        key("caution_id", "caution"),
        text("table_name", "Table of the row.", required=True),
        text("row_id", "Key of that row.", required=True),
        text("reason", "Why it is held back.", required=True),
        edtf("since", "When it was held back.", required=True),
    ),
)
