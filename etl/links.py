"""Which record refers to which: `links`, derived from the contract; and the names of all records.

A record page shows what a row refers to and what refers to it. Both come from here, so a new table
has its links without another line of code.
"""

from __future__ import annotations

from collections.abc import Iterator

import duckdb

from etl.contract import Table
from etl.tables import TABLES

CALLED_BY = ("title", "short_name", "name", "label", "bot", "summary")
"""The columns that name a row of a table without a name in `36_record_names.sql`, best first."""


def link_records(connection: duckdb.DuckDBPyConnection) -> None:
    """Complete `record_names` for every table that has records, then make `links`."""
    sql = "SELECT DISTINCT table_name FROM record_names"
    named = {row[0] for row in connection.execute(sql).fetchall()}
    unnamed = [table for table in record_tables() if table.name not in named]
    for table in sorted(unnamed, key=_pointer):  # called by what it points at: these come last
        names = _joined_names(table) if _pointer(table) else _names(table)
        connection.execute(f"INSERT INTO record_names {names}")
    dated = " UNION ALL ".join(_dates(table) for table in record_tables() if table.date)
    connection.execute(
        "CREATE OR REPLACE TABLE record_names AS SELECT n.*, d.date, d.date_first, "
        "coalesce(s.confidence = 'unconfirmed', false) AS is_unconfirmed "
        f"FROM record_names n LEFT JOIN ({dated}) d USING (table_name, row_id) "
        "LEFT JOIN row_sources s USING (table_name, row_id) ORDER BY table_name, row_id"
    )
    connection.execute(_LINKS.format(" UNION ALL ".join(_links_of_all())))


# The names of both ends stand beside them, and rows lie in the order in which they are looked up:
# a page then needs no join, which took its time from 23 ms to 15.
_LINKS = """
CREATE TABLE links AS
SELECT DISTINCT l.*, f.name AS from_name, f.date AS from_date, f.date_first AS from_first,
       f.is_unconfirmed AS from_unconfirmed, t.name AS to_name, t.date AS to_date,
       t.is_unconfirmed AS to_unconfirmed
FROM ({}) l
JOIN record_names f ON f.table_name = l.from_table AND f.row_id = l.from_id
JOIN record_names t ON t.table_name = l.to_table AND t.row_id = l.to_id
ORDER BY to_table, to_id, from_table, from_id"""


def _links_of_all() -> Iterator[str]:
    return (part for table in record_tables() for part in _links(table))


def record_tables() -> list[Table]:
    """Tables whose rows stand for something; the others keep book on rows of these."""
    return [table for table in TABLES.values() if table.has_records]


def _links(table: Table) -> Iterator[str]:
    for name, parent in table.refers_to.items():
        item = f"unnest(cell_items({name}))" if table.field(name).is_list else name
        yield _link(table, name, f"'{parent}'", item)
    if pointer := _pointer(table):
        yield _link(table, pointer, "table_name", pointer)
    if table.name == "publishers":
        yield (
            "SELECT table_name, row_id, 'sources', 'publishers', publisher_id FROM core.evidence"
        )


def _link(table: Table, field: str, parent: str, item: str) -> str:
    return (
        f"SELECT '{table.name}' AS from_table, {table.key} AS from_id, '{field}' AS field, "
        f"{parent} AS to_table, {item} AS to_id FROM core.{table.name}"
    )


def _pointer(table: Table) -> str:
    """The column that names, beside `table_name`, a row of any table; empty if there is none."""
    if "table_name" not in table.names:
        return ""
    return next(name for name in ("row_id", "record_id") if name in table.names)


def _joined_names(table: Table) -> str:
    """What a row is a part of, and what it points at; what was corrected may be gone."""
    pointer = _pointer(table)
    join = (
        f"FROM core.{table.name} t LEFT JOIN record_names other "
        f"ON other.table_name = t.table_name AND other.row_id = t.{pointer} "
    )
    if not table.part_of:
        told = "coalesce(replace(t.column_name, '_', ' ') || ' corrected', 'taken out')"
        called = f"coalesce(other.name, d.title || ', ' || t.{pointer}) || ': ' || {told}"
        join += "JOIN domains d ON d.table_name = t.table_name"
        return f"SELECT '{table.name}', t.{table.key}, {called} {join}"
    whole = table.field(table.part_of).references
    return (
        f"SELECT '{table.name}', t.{table.key}, whole.name || ' · ' || other.name {join}"
        f"JOIN record_names whole "
        f"ON whole.table_name = '{whole}' AND whole.row_id = t.{table.part_of}"
    )


def _names(table: Table) -> str:
    names = [name for name in CALLED_BY if name in table.names]
    called = f"coalesce({', '.join([*names, table.key])})"
    return f"SELECT '{table.name}', {table.key}, {called} FROM core.{table.name}"


def _dates(table: Table) -> str:
    return (
        f"SELECT '{table.name}' AS table_name, {table.key} AS row_id, {table.date} AS date, "
        f"{table.date}_first AS date_first FROM core.{table.name}"
    )
