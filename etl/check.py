"""Checks the curated CSV files against the contract and reports every fault at once.

Frictionless checks each file against its Table Schema. Our own code adds only what a library cannot
know: the nearest valid value, references inside list cells, and cells a spreadsheet would run.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import Any

from frictionless import Detector, Dialect, Resource, Schema, system

from etl.contract import LIST_SEPARATOR, Field, Table
from etl.faults import Fault, nearest
from etl.tables import TABLES

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
"""A spreadsheet runs a cell that starts with one of these."""

MOST_FAULTS = 1000
"""A file with more faults than this is another file."""

Rows = list[dict[str, str]]


class Curated:
    """The curated folder as read from disk: the rows of every table, and what was wrong."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.rows: dict[str, Rows] = {}
        self.faults: list[Fault] = []
        self._keys: dict[str, dict[str, None]] = {}

    def keys(self, table: str) -> dict[str, None]:
        """The keys of a table's rows, in file order; the values, for a vocabulary."""
        if vocabulary := TABLES[table].from_vocabulary:
            return dict.fromkeys(vocabulary.ids)
        if table not in self._keys:
            key = TABLES[table].key
            self._keys[table] = {row.get(key) or "": None for row in self.rows.get(table, [])}
        return self._keys[table]

    def readable(self, table: str) -> bool:
        """Could the table be read at all? If not, nothing is said of references to it."""
        return TABLES[table].from_vocabulary is not None or table in self.rows

    def line(self, table: str, row_id: str) -> int:
        """Line of a row in its file, or 0 if it is not there. (No cell may hold a line break.)"""
        key = TABLES[table].key
        for number, row in enumerate(self.rows.get(table, []), start=2):
            if row.get(key) == row_id:
                return number
        return 0


def check(folder: Path) -> Curated:
    """Read and check every table's CSV file in `folder`. Faults come back sorted, none raised."""
    curated = Curated(folder)
    expected = {name for name, table in TABLES.items() if not table.from_vocabulary}
    with ProcessPoolExecutor() as pool:  # Frictionless is most of the work: use every core
        paths = sorted(folder.glob("*.csv"), key=lambda path: -path.stat().st_size)
        jobs = [pool.submit(_schema_faults, path) for path in paths if path.stem in expected]
        for name in expected:
            _read_file(curated, name)
        for job in jobs:
            curated.faults.extend(job.result())
    for stray in sorted(path.stem for path in folder.glob("*.csv") if path.stem not in expected):
        curated.faults.append(
            Fault(f"{stray}.csv", 0, "", "", "a table of the contract", nearest(stray, expected))
        )
    for name in expected:
        curated.faults.extend(_bad_references(curated, TABLES[name]))
    curated.faults.extend(_bad_pointers(curated))
    curated.faults = sorted(set(curated.faults))
    return curated


def _read_file(curated: Curated, name: str) -> None:
    path = curated.folder / f"{name}.csv"
    if not path.exists():
        curated.faults.append(Fault(path.name, 0, "", "", "this file to exist"))
        return
    content = path.read_bytes()
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        curated.faults.append(Fault(path.name, line, "", "", "text in UTF-8"))
        return
    rows = list(csv.DictReader(io.StringIO(text, newline=""), restkey="", restval=""))
    if not rows:
        curated.faults.append(Fault(path.name, 0, "", "", "at least one row"))
    curated.rows[name] = rows
    curated.faults.extend(_unsafe_cells(path.name, rows))


def _schema_faults(path: Path) -> list[Fault]:
    """What Frictionless finds wrong with one file; nothing if it is not text at all."""
    table = TABLES[path.stem]
    descriptor = {key: v for key, v in table.descriptor().items() if key != "foreignKeys"}
    with system.use_context(trusted=True):
        resource = Resource(
            path=str(path),
            encoding="utf-8",
            schema=Schema.from_descriptor(descriptor),
            dialect=Dialect(skip_blank_rows=False),
            detector=Detector(schema_sync=False),
        )
        report = resource.validate(limit_errors=MOST_FAULTS)
    errors = [error for task in report.tasks for error in task.errors]
    return [_fault(path.name, table, error) for error in errors if error.type not in _ELSEWHERE]


def _fault(file: str, table: Table, error: Any) -> Fault:
    line = getattr(error, "row_number", 0) or 0
    column = getattr(error, "field_name", "") or getattr(error, "label", "") or ""
    value = getattr(error, "cell", "") or ""
    expected, near = _expected(table, error, column, value)
    return Fault(file, line, column, value, expected, near)


_ELSEWHERE = ("encoding-error",)
"""Faults that reading the file finds too, and says better."""

_STRUCTURE = {
    "extra-label": "no such column",
    "missing-label": "this column, which is missing",
    "incorrect-label": "another column here",
    "duplicate-label": "each column once",
    "extra-cell": "no cell beyond the last column",
    "missing-cell": "a cell for every column",
    "blank-row": "no blank line",
    "blank-header": "a header line",
    "source-error": "a header line and rows",
}


def _expected(table: Table, error: Any, column: str, value: str) -> tuple[str, str]:
    if error.type == "primary-key":
        return f"each {table.key} once; this one stands above already", ""
    if error.type in ("extra-label", "incorrect-label"):
        return _STRUCTURE[error.type], nearest(column, table.names)
    if error.type in _STRUCTURE:
        return _STRUCTURE[error.type], ""
    if column in table.names:
        return _expected_value(table.field(column), value)
    return str(error.note), ""


def _expected_value(field: Field, value: str) -> tuple[str, str]:
    if field.required and not value.strip():
        return "a value; this column is never empty", ""
    if field.vocabulary:
        allowed = field.vocabulary.ids
        items = value.split(LIST_SEPARATOR) if field.is_list else [value]
        wrong = next((item for item in items if item not in allowed), value)
        what = f"items separated by {LIST_SEPARATOR}, each" if field.is_list else "one"
        return f"{what} of {', '.join(allowed)}", nearest(wrong, allowed)
    if field.type == "edtf":
        return "a date: 2026, 2026-09, 2026-09-20 or 2026-09-20/2026-09-30", ""
    if field.type in ("integer", "number"):
        low, high = field.minimum, field.maximum
        span = f" from {low:g}" if low is not None else ""
        span += f" to {high:g}" if high is not None else ""
        return f"a{'n' if field.type == 'integer' else ''} {field.type}{span}", ""
    return f"text of the form {field.pattern}", ""


def _unsafe_cells(file: str, rows: Rows) -> Iterator[Fault]:
    for number, row in enumerate(rows, start=2):
        for column, cell in row.items():
            if isinstance(cell, str) and cell.startswith(FORMULA_STARTS):
                yield Fault(file, number, column, cell, "no cell that a spreadsheet would run")
            elif isinstance(cell, str) and ("\n" in cell or "\r" in cell):
                yield Fault(file, number, column, cell, "no line break inside a cell")


def _bad_references(curated: Curated, table: Table) -> Iterator[Fault]:
    for field in (f for f in table.fields if f.references and curated.readable(f.references)):
        known = curated.keys(field.references)
        for number, row in enumerate(curated.rows.get(table.name, []), start=2):
            cell = row.get(field.name) or ""
            for item in cell.split(LIST_SEPARATOR) if field.is_list else [cell]:
                if item and item not in known:
                    yield _dangling(f"{table.name}.csv", number, field.name, item, field, known)


def _dangling(
    file: str, line: int, column: str, value: str, field: Field, known: dict[str, None]
) -> Fault:
    expected = f"a {TABLES[field.references].key} of {field.references}.csv"
    return Fault(file, line, column, value, expected, nearest(value, known))


def _bad_pointers(curated: Curated) -> Iterator[Fault]:
    """Rows of evidence and the like that point at a table and row by name."""
    for name, rows in curated.rows.items():
        if not {"table_name", "row_id"} <= set(TABLES[name].names):
            continue
        for number, row in enumerate(rows, start=2):
            target, row_id = row.get("table_name", ""), row.get("row_id", "")
            if target not in TABLES:
                near = nearest(target, TABLES)
                yield Fault(f"{name}.csv", number, "table_name", target, "a table", near)
            elif curated.readable(target) and row_id not in (known := curated.keys(target)):
                expected = f"a {TABLES[target].key} of {target}.csv"
                yield Fault(
                    f"{name}.csv", number, "row_id", row_id, expected, nearest(row_id, known)
                )
