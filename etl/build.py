"""Builds a release: check, load, derive, check the result, publish. All or nothing."""

from __future__ import annotations

import os
import re
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory

import duckdb

from etl.check import Curated, check
from etl.faults import Fault
from etl.links import link_records
from etl.load import load
from etl.paths import SQL
from etl.release import (
    fingerprint,
    is_whole,
    open_locked,
    point_to,
    publish,
    release_path,
    remove_old,
)
from etl.tables import TABLES

Progress = Callable[[str, int, int], None]
STEPS = 5
STORAGE_VERSION = "v1.2.0"
"""Older DuckDB versions can open the file, so researchers need not match ours."""


class BadInputError(Exception):
    """The curated files, or what they add up to, have faults. Nothing was published."""

    def __init__(self, faults: list[Fault]) -> None:
        super().__init__(f"{len(faults)} faults in the curated files")
        self.faults = faults


@dataclass
class Built:
    """What a build did: the closing report prints it."""

    release_id: str
    path: Path
    seconds: float
    reused: bool = False
    rows: dict[str, int] = field(default_factory=dict)
    warnings: list[str] = field(default_factory=list)
    removed: int = 0
    rejected: int = 0
    """Rows that the files have and that some derived layer lost."""


def build(
    curated: Path, warehouse: Path, progress: Progress | None = None, force: bool = False
) -> Built:
    """Build the release of `curated` into `warehouse` and point `CURRENT` at it.

    Raises `BadInputError` with every fault; the last good release then keeps serving. Unchanged
    inputs give the same release id, and are built again only with `force`.
    """
    start, say = time.perf_counter(), progress or _silent
    identity = fingerprint(curated)
    target = release_path(warehouse, identity)
    if not force and is_whole(target):
        point_to(target)
        return Built(identity, target, time.perf_counter() - start, True, _counts(target))
    say("Checking the files", 1, STEPS)
    files = check(curated)
    if files.faults:
        raise BadInputError(files.faults)
    warehouse.mkdir(parents=True, exist_ok=True)
    with _temporary(warehouse) as temporary:
        warnings = _fill(temporary, curated, files, identity, say)
        say("Publishing", 5, STEPS)
        path = publish(temporary, warehouse, identity)
    removed = remove_old(warehouse, keep=3)
    counts = _counts(path)
    rejected = sum(counts.values()) - sum(_counts(path, "main").values())
    seconds = time.perf_counter() - start
    return Built(identity, path, seconds, False, counts, warnings, len(removed), rejected)


def verify(curated: Path) -> tuple[Curated, list[Fault], list[str]]:
    """The files, and every fault and warning that a build of them would meet; publishes nothing."""
    files = check(curated)
    if files.faults:
        return files, files.faults, []
    with TemporaryDirectory() as folder:
        try:
            warnings = _fill(Path(folder) / "check.duckdb", curated, files, "check", _silent)
        except BadInputError as error:
            return files, error.faults, []
    return files, [], warnings


def _silent(step: str, done: int, of: int) -> None:
    """Progress that nobody watches."""


def _fill(
    temporary: Path, curated: Path, files: Curated, identity: str, say: Progress
) -> list[str]:
    with _open_new(temporary) as connection:
        _run(connection, SQL / "00_macros.sql")
        say("Loading the tables", 2, STEPS)
        load(connection, curated)
        say("Deriving", 3, STEPS)
        for layer in layers():
            _run(connection, layer)
        _default_relations(connection)
        link_records(connection)
        say("Checking the result", 4, STEPS)
        faults, warnings = result_faults(connection, files)
        if faults:
            raise BadInputError(faults)
        connection.execute(
            "CREATE TABLE release AS SELECT ? AS release_id, now()::TIMESTAMP AS built_at",
            [identity],
        )
    return warnings


@contextmanager
def _open_new(path: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """A new database file in an older storage format, as the default catalog."""
    quoted = str(path).replace("'", "''")
    with duckdb.connect(":memory:") as connection:
        connection.execute(f"ATTACH '{quoted}' AS atlas (STORAGE_VERSION '{STORAGE_VERSION}')")
        connection.execute("USE atlas")
        connection.execute("SET force_compression = 'uncompressed'")
        yield connection
        connection.execute("CHECKPOINT atlas")
        connection.execute("USE memory")
        connection.execute("DETACH atlas")


@contextmanager
def _temporary(warehouse: Path) -> Iterator[Path]:
    """A name of this process alone; whatever a failed build leaves there is removed."""
    for stale in warehouse.glob(".building-*"):
        if not _alive(stale):
            stale.unlink(missing_ok=True)
    path = warehouse / f".building-{os.getpid()}-{time.monotonic_ns()}.duckdb"
    try:
        yield path
    finally:
        for left in (path, path.with_name(path.name + ".wal")):
            left.unlink(missing_ok=True)


def _alive(stale: Path) -> bool:
    pid = re.match(r"\.building-(\d+)-", stale.name)
    if os.name != "posix" or pid is None:
        return time.time() - stale.stat().st_mtime < 3600
    try:
        os.kill(int(pid[1]), 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True


def layers() -> list[Path]:
    """The numbered SQL layers after the macros, in order."""
    return sorted(p for p in SQL.glob("[0-9][0-9]_*.sql") if not p.name.startswith("00_"))


def _run(connection: duckdb.DuckDBPyConnection, path: Path) -> None:
    connection.execute(path.read_text(encoding="utf-8"))


def _default_relations(connection: duckdb.DuckDBPyConnection) -> None:
    """Publish every table that no SQL layer published, and give each its `<name>_at(day)`."""
    ours = "schema_name = 'main' AND database_name = 'atlas'"
    sql = f"SELECT table_name FROM duckdb_tables() WHERE {ours}"
    made = {row[0] for row in connection.execute(sql).fetchall()}
    sql = f"SELECT function_name FROM duckdb_functions() WHERE {ours}"
    macros = {row[0] for row in connection.execute(sql).fetchall()}
    for table in TABLES.values():
        if table.name not in made and f"{table.name}_at" not in macros:
            join = f"LEFT JOIN row_sources s ON s.table_name = '{table.name}'"
            sources = ", s.* EXCLUDE (table_name, row_id)" if table.is_fact else ""
            join = f"{join} AND s.row_id = t.{table.key}" if table.is_fact else ""
            connection.execute(
                f"CREATE TABLE {table.name} AS SELECT t.*{sources} FROM core.{table.name} t {join}"
            )
        if f"{table.name}_at" not in macros:
            since = f"{table.date}_first"
            if "as_of" in table.names:  # a row without a date is known since its newest source
                since = f"coalesce({since}, as_of_first)"
            known = f"WHERE {since} IS NULL OR {since} <= day"
            connection.execute(
                f"CREATE MACRO {table.name}_at(day) AS TABLE "
                f"SELECT * FROM {table.name} {known if table.date else ''}"
            )


def result_faults(
    connection: duckdb.DuckDBPyConnection, files: Curated
) -> tuple[list[Fault], list[str]]:
    """Run every check in `sql/checks`: each selects the rows that break it.

    A file that starts with `-- warning:` only warns. The first comment line is the expectation.
    """
    faults: list[Fault] = []
    warnings: list[str] = []
    for path in sorted((SQL / "checks").glob("*.sql")):
        text = path.read_text(encoding="utf-8")
        expected = text.splitlines()[0].removeprefix("--").strip()
        for table, row_id, column, value in connection.execute(text).fetchall():
            line = files.line(table, row_id)
            fault = Fault(f"{table}.csv", line, column or "", str(value or row_id), expected)
            if expected.startswith("warning:"):
                warnings.append(str(fault).replace("warning: ", ""))
            else:
                faults.append(fault)
    return sorted(faults), warnings


def _counts(path: Path, schema: str = "core") -> dict[str, int]:
    with open_locked(path) as connection:
        counts = {}
        for name in TABLES:
            row = connection.execute(f"SELECT count(*) FROM {schema}.{name}").fetchone()
            counts[name] = row[0] if row else 0
    return counts
