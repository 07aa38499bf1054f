"""The `evidence` table."""

from etl.contract import Field, Table
from etl.fields import URL, edtf, key, ref, text

TABLE = Table(
    name="evidence",
    title="Evidence",
    description=(
        "One row for each source of each published row: who said it, where, and when it was read."
    ),
    domain="reference",
    is_fact=False,
    fields=(
        key("evidence_id", "source of a row"),
        text("table_name", "Table of the row that the source supports.", required=True),
        text("row_id", "Key of that row.", required=True),
        Field("url", "Address of the page that says it.", required=True, pattern=URL),
        ref("publishers", "publisher_id", "Who published it."),
        edtf("accessed", "When the page was found for the Atlas.", required=True),
        edtf("published_on", "Date that the page gives itself."),
        edtf(
            "checked_on",
            "When somebody read the page against the row and found that it says so; "
            "empty: taken over from the first research, not read again.",
        ),
        text("says", "What it says about the row, in our own words."),
    ),
)
