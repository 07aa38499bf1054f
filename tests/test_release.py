"""Releases: which one serves, which ones go, and how one is known to be whole."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import duckdb
import pytest

from etl import release as releases
from etl.release import fingerprint, is_whole, point_to, remove_old, serving
from tests.tiny_world import World


def current(world: World) -> Path:
    return world.warehouse / (world.warehouse / "CURRENT").read_text("utf-8").strip()


def another(world: World, release_id: str, days_old: int = 1) -> Path:
    """A whole release of another id, made by copying the current one; it is older than that."""
    path = world.warehouse / f"atlas-{release_id}.duckdb"
    shutil.copy(current(world), path)
    with duckdb.connect(str(path)) as connection:
        connection.execute("UPDATE release SET release_id = ?", [release_id])
    then = current(world).stat().st_mtime - days_old * 86_400
    os.utime(path, (then, then))
    return path


def cut(path: Path, share: float) -> None:
    os.truncate(path, int(path.stat().st_size * share))


def test_the_same_files_have_the_same_id(world, release):
    assert fingerprint(world.curated) == fingerprint(release.world.curated)


def test_a_changed_cell_gives_another_id_until_it_is_changed_back(world):
    before = fingerprint(world.curated)
    world.change("courts", "example-land", name="Another")
    assert fingerprint(world.curated) != before
    world.change("courts", "example-land", name="Landgericht Example")
    assert fingerprint(world.curated) == before


@pytest.mark.parametrize("name", ["load.py", "20_bills.sql"])
def test_changed_code_gives_another_id(world, tmp_path, monkeypatch, name):
    monkeypatch.setattr(releases, "ROOT", tmp_path)
    (tmp_path / "etl").mkdir()
    code = tmp_path / "etl" / name
    code.write_text("-- one", "utf-8")
    before = fingerprint(world.curated)
    code.write_text("-- two", "utf-8")
    assert fingerprint(world.curated) != before


def test_the_same_rows_in_a_file_of_another_name_give_another_id(world):
    before = fingerprint(world.curated)
    world.csv("unions").rename(world.csv("zunions"))
    renamed = fingerprint(world.curated)
    world.csv("zunions").rename(world.csv("zzunions"))  # in the same place among the files
    assert len({before, renamed, fingerprint(world.curated)}) == 3


def test_a_whole_release_is_whole(built):
    assert is_whole(current(built))
    assert is_whole(another(built, "0123456789ab"))


def test_a_release_under_a_wrong_name_is_not_whole(built):
    wrong = built.warehouse / "atlas-0123456789ab.duckdb"
    shutil.copy(current(built), wrong)
    assert not is_whole(wrong)


def test_what_is_not_there_is_not_whole(built):
    assert not is_whole(built.warehouse / "atlas-0123456789ab.duckdb")


def test_a_file_of_something_else_is_not_whole(built):
    current(built).write_bytes(b"This is not a database." * 1000)
    assert not is_whole(current(built))


def test_half_a_release_is_not_whole(built):
    cut(current(built), 0.5)
    assert not is_whole(current(built))


# The release table lies early in the file, so a file that lost its tail still
# says who it is, serves, and fails in the middle of a page.
def test_a_release_without_its_tail_is_not_whole(built):
    cut(current(built), 0.95)
    assert not is_whole(current(built))


def test_a_corrupt_release_is_skipped_for_an_older_one(built):
    older = another(built, "0123456789ab")
    cut(current(built), 0.5)
    assert next(filter(is_whole, serving(built.warehouse))) == older


def test_the_current_release_serves_even_if_it_is_not_the_newest(built):
    newer = current(built)
    older = another(built, "0123456789ab", days_old=3)
    newest_other = another(built, "ba9876543210")
    point_to(older)
    assert list(serving(built.warehouse)) == [older, newer, newest_other]


def test_a_pointer_to_nothing_is_passed_over(built):
    path = current(built)
    (built.warehouse / "CURRENT").write_text("atlas-0123456789ab.duckdb\n", "utf-8")
    assert list(serving(built.warehouse)) == [path]


def test_no_pointer_and_no_folder_serve_what_is_there(built, tmp_path):
    path = current(built)
    (built.warehouse / "CURRENT").unlink()
    assert list(serving(built.warehouse)) == [path]
    assert list(serving(tmp_path / "nowhere")) == []


# The folder itself is offered as the release to try first, and counts as one of
# the three that remove_old keeps.
def test_an_empty_pointer_is_passed_over(built):
    path = current(built)
    (built.warehouse / "CURRENT").write_text("", "utf-8")
    assert list(serving(built.warehouse)) == [path]


def test_old_releases_go_but_never_the_current_one(built):
    newest = current(built)
    others = [another(built, f"{n:012x}", days_old=n) for n in range(1, 5)]
    point_to(others[3])  # the oldest of all
    assert remove_old(built.warehouse, keep=3) == [others[1], others[2]]
    assert set(built.warehouse.glob("atlas-*")) == {newest, others[0], others[3]}


def test_the_current_release_stays_even_when_none_is_to_be_kept(built):
    another(built, "0123456789ab")
    remove_old(built.warehouse, keep=0)
    assert list(built.warehouse.glob("atlas-*")) == [current(built)]
