"""Releases: immutable warehouse files, and the `CURRENT` pointer that says which one serves."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import duckdb

from etl.paths import ROOT

POINTER = "CURRENT"
_LOCKED: dict[str, str | bool | int | float | list[str]] = {
    "enable_external_access": False,
    "autoinstall_known_extensions": False,
    "autoload_known_extensions": False,
    "lock_configuration": True,
}
_PREFIX, _SUFFIX = "atlas-", ".duckdb"


def fingerprint(curated: Path) -> str:
    """Id of the release these inputs make: 12 hex digits over data, contract, SQL and engine."""
    digest = hashlib.sha256(duckdb.__version__.encode())
    code = sorted((ROOT / "etl").rglob("*.py")) + sorted((ROOT / "etl").rglob("*.sql"))
    for path in [*sorted(curated.glob("*.csv")), *code]:
        digest.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()[:12]


def release_path(folder: Path, release_id: str) -> Path:
    """File of a release."""
    return folder / f"{_PREFIX}{release_id}{_SUFFIX}"


def release_id(path: Path) -> str:
    """Id of the release in a file."""
    return path.name.removeprefix(_PREFIX).removesuffix(_SUFFIX)


def open_locked(path: Path) -> duckdb.DuckDBPyConnection:
    """Open a release to read it and nothing else: no other file, no network, no settings.

    Every reader opens it this way: one process cannot open a file under two configurations.
    """
    return duckdb.connect(str(path), read_only=True, config=_LOCKED)


def publish(temporary: Path, folder: Path, identity: str) -> Path:
    """Give a finished, checked file its lasting name and point `CURRENT` at it, atomically.

    A release of that id that is already there and whole stays: readers may have it open.
    """
    target = release_path(folder, identity)
    if is_whole(target):
        temporary.unlink()
    else:
        temporary.replace(target)
    point_to(target)
    return target


def point_to(target: Path) -> None:
    """Point `CURRENT` at a release, atomically."""
    pointer = target.parent / f".{POINTER}.{os.getpid()}"
    pointer.write_text(target.name + "\n", encoding="utf-8")
    pointer.replace(target.parent / POINTER)


def serving(folder: Path) -> Iterator[Path]:
    """Releases to try, best first: what `CURRENT` names, then all others, newest first."""
    files = {path.name: path for path in folder.glob(f"{_PREFIX}*{_SUFFIX}") if path.is_file()}
    try:
        named = files.pop((folder / POINTER).read_text(encoding="utf-8").strip(), None)
    except (OSError, ValueError):  # no pointer, or not a text: the files speak for themselves
        named = None
    if named is not None:
        yield named
    yield from sorted(files.values(), key=lambda path: -path.stat().st_mtime)


def is_whole(path: Path) -> bool:
    """Can the release be opened, say who it is, and be read to its last block?

    DuckDB checks the checksum of each block as it reads it, so reading all finds a torn file.
    """
    if not path.is_file():
        return False
    try:
        with open_locked(path) as connection:
            row = connection.execute("SELECT release_id FROM release").fetchone()
            tables = connection.execute("SELECT schema_name, table_name FROM duckdb_tables()")
            for schema, table in tables.fetchall():
                connection.execute(f"SELECT bit_xor(hash(t)) FROM {schema}.{table} t").fetchone()
    except duckdb.Error:
        return False
    return row is not None and row[0] == release_id(path)


def remove_old(folder: Path, keep: int) -> list[Path]:
    """Delete all but the newest `keep` releases, never the current one."""
    files = list(serving(folder))
    gone = files[max(keep, 1) :]
    for path in gone:
        with suppress(PermissionError):  # some systems keep a file that a reader has open
            path.unlink(missing_ok=True)
    return gone
