"""Loads checked CSV files into typed DuckDB tables, in the schema `core`."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import duckdb

from etl.contract import Field, Table
from etl.tables import TABLES
from etl.vocab import VOCABULARIES

CODEBOOK = (
    "table_name",
    "column_name",
    "type",
    "meaning",
    "unit",
    "vocabulary",
    "refers_to",
    "required",
)
_TYPES = {"string": "VARCHAR", "edtf": "VARCHAR", "integer": "BIGINT", "number": "DOUBLE"}


def load(connection: duckdb.DuckDBPyConnection, folder: Path) -> None:
    """Create `core.<table>` for every table, and the codebook tables beside them."""
    connection.execute("CREATE SCHEMA core")
    for table in TABLES.values():
        if table.from_vocabulary:
            _load_vocabulary(connection, table)
        else:
            _load_csv(connection, table, folder / f"{table.name}.csv")
    _load_codebook(connection)
    _load_index(connection)


def _load_csv(connection: duckdb.DuckDBPyConnection, table: Table, path: Path) -> None:
    select = ", ".join(part for field in table.fields for part in _select(field))
    columns = ", ".join(f"'{name}': 'VARCHAR'" for name in table.names)
    connection.execute(
        f"CREATE TABLE core.{table.name} AS SELECT {select} FROM read_csv(?, "
        f"auto_detect = false, columns = {{{columns}}}, header = true, delim = ',', "
        "quote = '\"', escape = '\"', nullstr = '') ORDER BY 1",
        [str(path)],
    )


def _select(field: Field) -> list[str]:
    parts = [f'CAST("{field.name}" AS {_TYPES[field.type]}) AS "{field.name}"']
    for name in field.derived:
        macro = "edtf" + name.removeprefix(field.name)
        parts.append(f'{macro}("{field.name}") AS "{name}"')
    return parts


def _load_vocabulary(connection: duckdb.DuckDBPyConnection, table: Table) -> None:
    assert table.from_vocabulary is not None
    rows = [(t.id, t.label, t.definition, t.group) for t in table.from_vocabulary]
    _create(connection, f"core.{table.name}", table.names, rows)


def _create(
    connection: duckdb.DuckDBPyConnection,
    name: str,
    columns: tuple[str, ...],
    rows: list[tuple[Any, ...]],
) -> None:
    """A table from Python rows; one statement, since row-by-row inserts take a second."""
    records = [dict(zip(columns, row, strict=False)) for row in rows]
    connection.execute(f"CREATE TABLE {name} AS SELECT unnest(?, recursive := true)", [records])


def _load_codebook(connection: duckdb.DuckDBPyConnection) -> None:
    rows = [_codebook_row(table, field) for table in TABLES.values() for field in table.fields]
    _create(connection, "codebook", CODEBOOK, rows)
    terms = [
        (name, term.id, term.label, term.definition, position)
        for name, vocabulary in VOCABULARIES.items()
        for position, term in enumerate(vocabulary)
    ]
    names = ("vocabulary", "value", "label", "definition", "position")
    _create(connection, "vocabulary", names, terms)


def _load_index(connection: duckdb.DuckDBPyConnection) -> None:
    """`domains` says which part of the Atlas a table belongs to; `facts` lists every fact row."""
    rows = [(table.name, table.title, table.domain) for table in TABLES.values()]
    _create(connection, "domains", ("table_name", "title", "domain"), rows)
    facts = [_fact_rows(table) for table in TABLES.values() if table.is_fact]
    connection.execute(f"CREATE VIEW facts AS {' UNION ALL '.join(facts)}")


def _fact_rows(table: Table) -> str:
    """Every row of a fact table, with the row that its evidence hangs on."""
    parent = table.field(table.part_of).references if table.part_of else table.name
    newest = "as_of_first" if "as_of" in table.names else "NULL::DATE"
    return (
        f"SELECT '{table.name}' AS table_name, {table.key} AS row_id, "
        f"'{parent}' AS source_table, {table.part_of or table.key} AS source_row, "
        f"{newest} AS newest_source FROM core.{table.name}"
    )


def _codebook_row(table: Table, field: Field) -> tuple[object, ...]:
    kind = "date" if field.type == "edtf" else field.type
    vocabulary = field.vocabulary.name if field.vocabulary else ""
    return (
        table.name,
        field.name,
        f"list of {kind}" if field.is_list else kind,
        field.description,
        field.unit,
        vocabulary,
        field.references,
        field.required,
    )
