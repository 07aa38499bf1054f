"""Which rows have a page of their own, and where it is."""

from __future__ import annotations

from urllib.parse import quote

from etl.tables import TABLES

RECORD_TABLES = {name: table for name, table in TABLES.items() if table.has_records}
"""Tables whose rows have a page. Rows that only keep book on other rows have none."""


def address(table: str, row_id: str) -> str:
    """Relative address of a record's page, from the root of the Atlas."""
    return f"records/{table}/{quote(row_id, safe='')}"


def noun(table: str) -> str:
    """What one row of a table is called: `bill date`, `company`, `AI crawler`."""
    title = TABLES[table].title
    one = title[:-3] + "y" if title.endswith("ies") else title.removesuffix("s")
    return one if one[:2].isupper() else one[0].lower() + one[1:]
