"""Fixtures that every test may use: a tiny world to spoil, and a release of it to read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import duckdb
import pytest

from tests.tiny_world import World


@dataclass
class Release:
    """The tiny world, built: its folders, the file, and a read-only connection to it."""

    world: World
    path: Path
    connection: duckdb.DuckDBPyConnection

    def rows(self, sql: str, *values: object) -> list[tuple[object, ...]]:
        return self.connection.execute(sql, values).fetchall()


@pytest.fixture
def world(tmp_path: Path) -> World:
    """A good curated folder and an empty warehouse, for this test alone."""
    return World(tmp_path)


@pytest.fixture(scope="session")
def release(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Release]:
    """The tiny world as a release. Only read it: all tests share it."""
    shared = World(tmp_path_factory.mktemp("release"))
    path = shared.build().path
    with duckdb.connect(str(path), read_only=True) as connection:
        yield Release(shared, path, connection)
