"""Fixtures that every test may use: a tiny world to spoil, and a release of it to read."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import duckdb
import pytest
from frictionless import Schema

from app import store
from etl.build import Built, build
from etl.paths import ROOT
from etl.release import open_locked
from tests.tiny_world import World

# Loads Frictionless here, once; else each worker of each check would load it again.
Schema.from_descriptor({"fields": [{"name": "any", "type": "string"}]})


@dataclass
class Release:
    """The tiny world, built: its folders, the file, and a read-only connection to it."""

    world: World
    path: Path
    connection: duckdb.DuckDBPyConnection
    warnings: list[str]

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
    built = shared.build()
    with open_locked(built.path) as connection:
        yield Release(shared, built.path, connection, built.warnings)


@pytest.fixture(scope="session")
def opened(release: Release) -> store.Release:
    """The same, open for the app: to open it takes longer than most tests."""
    return store.Release(release.path)


@pytest.fixture
def built(world: World, release: Release) -> World:
    """A world of its own whose release is built already (copied, which is fast)."""
    shutil.copytree(release.world.warehouse, world.warehouse)
    return world


@pytest.fixture(scope="session")
def atlas_build(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The real curated files, built."""
    return build(ROOT / "data" / "curated", tmp_path_factory.mktemp("atlas"))


@pytest.fixture(scope="session")
def atlas(atlas_build: Built) -> Iterator[duckdb.DuckDBPyConnection]:
    """The real release, to read."""
    with open_locked(atlas_build.path) as connection:
        yield connection
