"""A build is all or nothing, can be repeated, and never takes the serving release away."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from etl.build import BadInputError
from etl.faults import Fault
from etl.paths import ROOT
from etl.release import is_whole, open_locked, serving
from tests.tiny_world import World


def start(world: World, *arguments: str) -> subprocess.Popen[str]:
    """`python -m etl` in a process of its own, on this world."""
    folders = {"ATLAS_CURATED": str(world.curated), "ATLAS_WAREHOUSE": str(world.warehouse)}
    return subprocess.Popen(
        [sys.executable, "-m", "etl", *arguments],
        cwd=ROOT,
        env=os.environ | folders,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def current(world: World) -> Path:
    return world.warehouse / (world.warehouse / "CURRENT").read_text("utf-8").strip()


def leftovers(world: World) -> list[str]:
    return [path.name for path in world.warehouse.glob(".*")]


def court_name(path: Path) -> str:
    with open_locked(path) as connection:
        sql = "SELECT name FROM courts WHERE court_id = 'example-land'"
        return connection.execute(sql).fetchall()[0][0]


def test_a_first_build_serves(release):
    assert current(release.world) == release.path
    assert is_whole(release.path)
    assert leftovers(release.world) == []


def test_unchanged_files_are_not_built_again(built, release):
    before = release.path.stat().st_mtime_ns, current(built).stat().st_mtime_ns
    again = built.build()
    assert again.reused
    assert again.path.name == release.path.name
    assert again.rows == {**again.rows, "bills": 5, "protections": 18}
    assert (release.path.stat().st_mtime_ns, current(built).stat().st_mtime_ns) == before


def test_a_reader_goes_on_while_a_new_release_is_published(built):
    old = current(built)
    with open_locked(old) as reader:
        built.change("courts", "example-land", name="Another")
        new = built.build()
        assert new.path != old
        assert court_name(current(built)) == "Another"
        old.unlink()  # as a later build will
        assert reader.execute("SELECT count(*) FROM cases").fetchall() == [(4,)]
        assert ("Landgericht Example",) in reader.execute("SELECT name FROM courts").fetchall()


def test_a_build_of_older_files_points_back_to_their_release(built):
    path = current(built)
    (built.warehouse / "CURRENT").write_text("atlas-0123456789ab.duckdb\n", "utf-8")
    assert built.build().reused
    assert current(built) == path


def test_a_fault_stops_the_build_and_changes_nothing(built):
    before = {path: path.stat().st_mtime_ns for path in built.warehouse.iterdir()}
    built.change("unions", "players-guild", members="many")
    built.change("cases", "brush-v-robot", court_id="example-trail")
    with pytest.raises(BadInputError) as raised:
        built.build()
    assert [fault.value for fault in raised.value.faults] == ["example-trail", "many"]
    assert {path: path.stat().st_mtime_ns for path in built.warehouse.iterdir()} == before


def test_a_corrupt_release_is_built_again(built):
    os.truncate(current(built), current(built).stat().st_size // 2)
    again = built.build()
    assert not again.reused
    assert is_whole(current(built))
    assert court_name(current(built)) == "Landgericht Example"


def test_a_killed_build_leaves_the_last_release_and_the_next_one_clears_up(built):
    path = current(built)
    process = start(built, "build", "--force")
    assert process.stderr is not None
    for line in process.stderr:  # until it is in the middle, its file half written
        if "Deriving" in line:
            break
    process.kill()
    process.communicate()
    assert process.returncode == -9
    assert any(name.startswith(".building-") for name in leftovers(built))
    assert next(filter(is_whole, serving(built.warehouse))) == path == current(built)
    again = built.build(force=True)
    assert (again.reused, again.path) == (False, path)  # the same id, since nothing changed
    assert leftovers(built) == []


def test_two_builds_at_once_both_succeed(world):
    both = [start(world, "build", "--force") for _ in range(2)]
    errors = [process.communicate(timeout=120)[1] for process in both]
    assert [process.returncode for process in both] == [0, 0], errors
    assert is_whole(current(world))
    assert court_name(current(world)) == "Landgericht Example"
    assert leftovers(world) == []


# The path is put into ATTACH '…' as it is: ParserException.
def test_a_folder_may_have_an_apostrophe(world):
    world.warehouse = world.warehouse.with_name("painter's")
    assert is_whole(world.build().path)


# --- What only the loaded data can show --------------------------------------------------------

BROKEN = {
    "enacted bill without a day": (
        lambda w: w.drop("bill_dates", "a2.2"),
        Fault(
            "bills.csv",
            4,
            "status",
            "enacted",
            "a bill_dates row of kind signed for every enacted bill",
        ),
    ),
    "signed bill that is not enacted": (
        lambda w: w.change("bill_dates", "hr4.2", kind="signed"),
        Fault(
            "bills.csv",
            6,
            "status",
            "introduced",
            "status enacted, because bill_dates says that it became law",
        ),
    ),
    "fact without evidence": (
        lambda w: w.drop("evidence", "incidents.cloned-voice.1"),
        Fault(
            "incidents.csv", 2, "", "cloned-voice", "at least one row of evidence.csv for this row"
        ),
    ),
    "event before the case": (
        lambda w: w.change("case_events", "pen-motion", date="2025-08"),
        Fault(
            "case_events.csv",
            2,
            "date",
            "2025-08",
            "a date on or after the day the case was filed",
        ),
    ),
    "ruling before the case": (
        lambda w: w.change("rulings", "pen-pleading", date="2024"),
        Fault("rulings.csv", 2, "date", "2024", "a date on or after the day the case was filed"),
    ),
    "term that ends first": (
        lambda w: w.change("agreements", "players-2026", expires_on="2026-07"),
        Fault("agreements.csv", 3, "expires_on", "2026-07", "a term that ends after it begins"),
    ),
    "url of another publisher": (
        lambda w: w.change("evidence", "unions.writers-guild.1", url="https://evil.example.org/"),
        Fault(
            "evidence.csv",
            0,
            "publisher_id",
            "guild.example.org",
            "the publisher whose host (and owner, on a shared host) the url names",
        ),
    ),
    # The host need only start like the publisher's.
    "url of a host that starts alike": (
        lambda w: w.change(
            "evidence", "letters.ask-first.1", url="https://gazette.example.community/"
        ),
        Fault(
            "evidence.csv",
            0,
            "publisher_id",
            "gazette.example.com",
            "the publisher whose host (and owner, on a shared host) the url names",
        ),
    ),
}


@pytest.fixture(scope="module")
def broken(tmp_path_factory) -> list[Fault]:
    world = World(tmp_path_factory.mktemp("broken"))
    for spoil, _ in BROKEN.values():
        spoil(world)
    for number in (1, 2):  # pen-v-robot has three parties, which have its evidence
        world.drop("evidence", f"cases.pen-v-robot.{number}")
    with pytest.raises(BadInputError) as raised:
        world.build()
    assert list(world.warehouse.iterdir()) == []  # nothing published, nothing left over
    return raised.value.faults


@pytest.mark.parametrize("name", BROKEN)
def test_the_result_is_checked(name, broken):
    expected = BROKEN[name][1]
    if expected.line == 0:  # of evidence, whose rows the world makes
        broken = [replace(fault, line=0) for fault in broken]
    assert expected in broken


# The fault comes once for the case and once more for each of its parties.
def test_a_case_without_evidence_is_one_fault(broken):
    assert [fault.value for fault in broken].count("pen-v-robot") == 1


def test_a_case_without_a_filing_day_is_only_a_warning(release):
    assert release.warnings == [
        "cases.csv:4, column filed_on: 'Lyre v. Robot' expected a filing date."
    ]


# --- What is in a release ----------------------------------------------------------------------


def test_every_table_is_published_with_its_day(release):
    tables = release.rows("SELECT DISTINCT table_name FROM codebook")
    for (table,) in tables:
        release.rows(f"SELECT * FROM {table}_at(DATE '2026-09-20')")
    assert len(tables) == 38


def test_cells_arrive_as_they_were_written(release):
    sql = "SELECT title, crafts, as_of, citation FROM bills ORDER BY bill_id LIMIT 2"
    assert release.rows(sql) == [
        ("Replica Contract Act", "actor|voice_actor", None, None),
        ("Training List Act", None, "2026-09-01", None),
    ]


def test_the_codebook_knows_every_column_and_word(release):
    sql = (
        "SELECT type, unit, required FROM codebook WHERE table_name = 'unions' AND column_name = ?"
    )
    assert release.rows(sql, "members") == [("integer", "people", False)]
    assert release.rows(sql, "crafts") == [("list of string", "", False)]
    assert release.rows(sql, "members_as_of") == [("date", "", False)]
    words = release.rows(
        "SELECT value FROM vocabulary WHERE vocabulary = 'known' ORDER BY position"
    )
    assert words == [("true",), ("false",), ("unknown",)]
