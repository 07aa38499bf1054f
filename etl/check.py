"""Checks the curated CSV files against the contract and reports every fault at once.

Frictionless checks each file against its Table Schema. Our own code adds only what a library cannot
know: the nearest valid value, references inside list cells, and cells a spreadsheet would run.
"""

from __future__ import annotations

import csv
import io
import sys
from collections.abc import Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path
from typing import Any

from frictionless import Detector, Dialect, Resource, Schema, system

from etl.contract import LIST_SEPARATOR, Field, Table
from etl.faults import Fault, nearest
from etl.tables import TABLES
from etl.values import fault_of

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
"""A spreadsheet runs a cell that starts with one of these."""

BYTE_ORDER_MARK = "\ufeff"
MOST_FAULTS = 1000
"""A file with more faults than this is another file."""

Rows = list[dict[str, str]]


class Curated:
    """The curated folder as read from disk: the rows of every table, and what was wrong."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.rows: dict[str, Rows] = {}
        self.lines: dict[str, list[int]] = {}
        """Line in the file of each row, beside `rows`."""
        self.faults: list[Fault] = []
        self._keys: dict[str, dict[str, None]] = {}

    def numbered(self, table: str) -> Iterator[tuple[int, dict[str, str]]]:
        """The rows of a table, each with its line in the file."""
        return zip(self.lines.get(table, []), self.rows.get(table, []), strict=True)

    def keys(self, table: str) -> dict[str, None]:
        """The keys of a table's rows, in file order; the values, for a vocabulary."""
        if vocabulary := TABLES[table].from_vocabulary:
            return dict.fromkeys(vocabulary.ids)
        if table not in self._keys:
            key = TABLES[table].key
            self._keys[table] = {row.get(key) or "": None for row in self.rows.get(table, [])}
        return self._keys[table]

    def readable(self, table: str) -> bool:
        """Could the table's keys be read? If not, nothing is said of references to it."""
        if TABLES[table].from_vocabulary is not None:
            return True
        rows = self.rows.get(table, [])
        return bool(rows) and TABLES[table].key in rows[0]

    def line(self, table: str, row_id: str) -> int:
        """Line of a row in its file, or 0 if it is not there."""
        key = TABLES[table].key
        return next((n for n, row in self.numbered(table) if row.get(key) == row_id), 0)


def check(folder: Path) -> Curated:
    """Read and check every table's CSV file in `folder`. Faults come back sorted, none raised."""
    curated = Curated(folder)
    expected = {name for name, table in TABLES.items() if not table.from_vocabulary}
    for name in expected:
        _read_file(curated, name)
    with ProcessPoolExecutor() as pool:  # Frictionless is most of the work: use every core
        jobs = [(path, pool.submit(_schema_faults, path)) for path in _whole_files(curated)]
        ours = [fault for name in expected for fault in _bad_cells(curated, TABLES[name])]
        for name in expected:
            curated.faults.extend(_bad_references(curated, TABLES[name]))
        curated.faults.extend(_bad_pointers(curated))
        theirs = [fault for path, job in jobs for fault in _result(path, job)]
    said = {(fault.file, fault.line, fault.column) for fault in theirs}
    curated.faults += theirs
    curated.faults += [f for f in ours if (f.file, f.line, f.column) not in said]
    for stray in sorted(path.stem for path in folder.glob("*.csv") if path.stem not in expected):
        curated.faults.append(
            Fault(f"{stray}.csv", 0, "", "", "a table of the contract", nearest(stray, expected))
        )
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
    if text.startswith(BYTE_ORDER_MARK):
        expected = "plain UTF-8; save the file without a byte order mark"
        curated.faults.append(Fault(path.name, 1, "", "", expected))
    csv.field_size_limit(sys.maxsize)  # an overlong cell is a fault to report, not a crash
    reader = csv.reader(io.StringIO(text.removeprefix(BYTE_ORDER_MARK), newline=""))
    header = next(reader, [])
    curated.faults.extend(_header_faults(path.name, TABLES[name], header))
    curated.rows[name], curated.lines[name] = [], []
    line = reader.line_num
    for cells in reader:
        first, line = line + 1, reader.line_num
        if not cells:
            continue
        padded = [*cells, *[""] * (len(header) - len(cells))]
        curated.rows[name].append(dict(zip(header, padded, strict=False)))
        curated.lines[name].append(first)
    if not curated.rows[name]:
        curated.faults.append(Fault(path.name, 0, "", "", "at least one row"))


def _header_faults(file: str, table: Table, header: list[str]) -> Iterator[Fault]:
    if header == list(table.names):
        return
    missing = [name for name in table.names if name not in header]
    extra = [name for name in header if name not in table.names]
    for name in missing:
        yield Fault(file, 1, name, "", "this column, which is missing")
    for name in extra:
        yield Fault(file, 1, name, "", "no such column", nearest(name, missing or table.names))
    if len(set(header)) < len(header):
        yield Fault(file, 1, "", "", "each column once")
    elif not missing and not extra:
        yield Fault(file, 1, "", "", f"the columns in this order: {', '.join(table.names)}")


def _has_header(curated: Curated, name: str) -> bool:
    """Is the header as the contract says? If not, Frictionless would only repeat that."""
    with (curated.folder / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return next(csv.reader(file), []) == list(TABLES[name].names)


def _whole_files(curated: Curated) -> list[Path]:
    """Files whose header is right, largest first, so that no core is left with the largest."""
    whole = [name for name in curated.rows if _has_header(curated, name)]
    paths = [curated.folder / f"{name}.csv" for name in whole]
    return sorted(paths, key=lambda path: -path.stat().st_size)


def _result(path: Path, job: Future[list[Fault]]) -> list[Fault]:
    try:
        return job.result()
    except BrokenProcessPool:  # a worker was lost: do its work here
        return _schema_faults(path)


def _schema_faults(path: Path) -> list[Fault]:
    """What Frictionless finds wrong with one file."""
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
    errors: list[Any] = [error for task in report.tasks for error in task.errors]
    torn = {e.row_number for e in errors if e.type in ("blank-row", "missing-cell", "extra-cell")}
    return [
        _fault(path.name, table, error)
        for error in errors
        if error.type in _STRUCTURE or getattr(error, "row_number", 0) not in torn
    ]


def _fault(file: str, table: Table, error: Any) -> Fault:
    line = getattr(error, "row_number", 0) or 0
    if error.type == "primary-key":
        value = str(error.cells[0])
        expected = f"each {table.key} once; this one stands above already"
        return Fault(file, line, table.key, value, expected)
    column = getattr(error, "field_name", "") or ""
    value = getattr(error, "cell", "") or ""
    expected, near = _expected(table, error, column, value)
    return Fault(file, line, column, value, expected, near)


_STRUCTURE = {
    "extra-cell": "no cell beyond the last column",
    "missing-cell": "a cell for every column",
    "blank-row": "no blank line",
}


def _expected(table: Table, error: Any, column: str, value: str) -> tuple[str, str]:
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


def _bad_cells(curated: Curated, table: Table) -> Iterator[Fault]:
    """Cells that a Table Schema lets pass: no calendar day, spaces, a line break, a formula."""
    file = f"{table.name}.csv"
    fields = [field for field in table.fields if field.name in _columns(curated, table)]
    for line, row in curated.numbered(table.name):
        for field in fields:
            cell = row[field.name]
            if cell.startswith(FORMULA_STARTS) and field.type in ("string", "edtf"):
                expected = "no cell that a spreadsheet would run"
                yield Fault(file, line, field.name, cell, expected)
            elif "\n" in cell or "\r" in cell:
                yield Fault(file, line, field.name, cell, "no line break inside a cell")
            elif expected := fault_of(field, cell):
                yield Fault(file, line, field.name, cell, expected)


def _columns(curated: Curated, table: Table) -> set[str]:
    rows = curated.rows.get(table.name)
    return set(rows[0]) if rows else set()


def _bad_references(curated: Curated, table: Table) -> Iterator[Fault]:
    for field in (f for f in table.fields if f.references and curated.readable(f.references)):
        known = curated.keys(field.references)
        for number, row in curated.numbered(table.name):
            cell = row.get(field.name) or ""
            for item in cell.split(LIST_SEPARATOR) if field.is_list else [cell]:
                if item and item not in known:
                    yield _dangling(f"{table.name}.csv", number, field.name, item, field, known)


def _dangling(
    file: str, line: int, column: str, value: str, field: Field, known: dict[str, None]
) -> Fault:
    expected = f"the {TABLES[field.references].key} of a row in {field.references}.csv"
    return Fault(file, line, column, value, expected, nearest(value, known))


def _bad_pointers(curated: Curated) -> Iterator[Fault]:
    """Rows of evidence and the like that point at a table and row by name."""
    for name in curated.rows:
        if not {"table_name", "row_id"} <= set(TABLES[name].names):
            continue
        for number, row in curated.numbered(name):
            target, row_id = row.get("table_name", ""), row.get("row_id", "")
            if target not in TABLES:
                near = nearest(target, TABLES)
                yield Fault(f"{name}.csv", number, "table_name", target, "a table", near)
            elif curated.readable(target) and row_id not in (known := curated.keys(target)):
                expected = f"the {TABLES[target].key} of a row in {target}.csv"
                yield Fault(
                    f"{name}.csv", number, "row_id", row_id, expected, nearest(row_id, known)
                )
