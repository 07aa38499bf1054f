"""A build is all or nothing, can be repeated, and never takes the serving release away."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from etl.build import BadInputError, verify
from etl.faults import Fault
from etl.paths import ROOT, SQL
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

Spoiler = Callable[[World], None]


def drop(table: str, row_id: str) -> Spoiler:
    return lambda world: world.drop(table, row_id)


def change(table: str, row_id: str, **cells: str) -> Spoiler:
    return lambda world: world.change(table, row_id, **cells)


def copy(table: str, row_id: str, **cells: str) -> Spoiler:
    return lambda world: world.copy(table, row_id, **cells)


def two_contracts_in_force(world: World) -> None:
    for number in ("1", "2"):
        world.copy(
            "agreements",
            "writers-2024",
            agreement_id=f"writers-radio-{number}",
            sector="podcasts",
            stated_status="in_force",
            expires_on="2029-12-31",
        )


def the_same_page_twice(world: World) -> None:
    world.add(
        "evidence",
        evidence_id="letters.new-brushes.2",
        table_name="letters",
        row_id="new-brushes",
        url="http://www.gazette.example.com/new-brushes/1/",
        publisher_id="gazette.example.com",
        accessed="2026-11-22",
    )


# For each file of `sql/checks`: how to break it, and the place and value of the fault. Lines of
# evidence and row floors, whose rows the world makes, are 0.
BROKEN: dict[str, tuple[Spoiler, tuple[str, int, str, str]]] = {
    "advances_needs_a_choice": (
        change("practices", "inkwell-robot-deal", stance="advances", creators_opt_in="false"),
        ("practices.csv", 2, "stance", "advances"),
    ),
    "bills_do_not_die_by_hand": (
        copy("bills", "us-us-2026-hr4", bill_id="us-us-2026-hr9", number="H.R. 9", status="died"),
        ("bills.csv", 7, "status", "died"),
    ),
    "bills_run_forward": (  # introduced on 2025-03-01
        change("bill_events", "s3-passes", date="2025-02"),
        ("bill_events.csv", 2, "date", "2025-02"),
    ),
    "bills_stand_once": (
        copy("bills", "us-us-2026-hr4", bill_id="us-us-2026-hr4-again", number="HR4"),
        ("bills.csv", 8, "number", "HR4"),
    ),
    "case_status_fits_its_stage": (  # which is stayed
        change("cases", "lyre-v-robot", stage="closed"),
        ("cases.csv", 4, "status", "stayed"),
    ),
    "consolidated_cases_name_their_lead": (
        copy("cases", "reel-v-robot", case_id="still-v-robot", status="consolidated"),
        ("cases.csv", 6, "consolidated_into", "consolidated"),
    ),
    "dockets_stand_once": (
        copy("cases", "pen-v-robot", case_id="pen-v-robot-again", docket_number="1:25 CV 1"),
        ("cases.csv", 7, "docket_number", "1:25 CV 1"),
    ),
    "employers_stand_in_a_contract": (
        change("employers", "studios.robot-music", employer="Studio of Example"),
        ("employers.csv", 2, "employer", "Studio of Example"),
    ),
    "enacted_bills_have_a_day": (
        drop("bill_dates", "a2.2"),
        ("bills.csv", 4, "status", "enacted"),
    ),
    "enjoined_is_dated": (
        change("bills", "us-ca-2024-ab5", challenge="Enjoined in part."),
        ("bills.csv", 2, "challenge", "Enjoined in part."),
    ),
    "every_fact_has_evidence": (
        drop("evidence", "incidents.cloned-voice.1"),
        ("incidents.csv", 2, "", "cloned-voice"),
    ),
    "every_table_has_a_floor": (
        drop("row_floors", "unions"),
        ("row_floors.csv", 0, "table_name", "unions"),
    ),
    "in_force_fits_the_dates": (  # expired on 2025-12-31
        change("agreements", "writers-2024", stated_status="in_force", as_of="2026-09-20"),
        ("agreements.csv", 4, "stated_status", "in_force"),
    ),
    "judgements_name_one_subject": (
        change("judgements", "ny-scan-security", agreement_id="writers-2024"),
        ("judgements.csv", 2, "agreement_id", "writers-2024"),
    ),
    "laws_end_after_signing": (  # signed on 2024-09-20
        change("bill_dates", "ab5.3", date="2024-08"),
        ("bill_dates.csv", 4, "date", "2024-08"),
    ),
    "no_event_before_filing": (  # filed on 2025-09-02
        change("case_events", "pen-motion", date="2025-08"),
        ("case_events.csv", 2, "date", "2025-08"),
    ),
    "no_table_below_its_floor": (  # Germany and the United States
        change("row_floors", "countries", least_rows="3"),
        ("row_floors.csv", 0, "least_rows", "2"),
    ),
    "nothing_found_means_nothing": (  # p26-pay is about it
        change("judgements", "players-2026-opt-out", protection="replica_compensation"),
        ("judgements.csv", 4, "finding", "not_judged"),
    ),
    "one_caution_a_row": (
        copy("cautions", "cases.lyre-v-robot", caution_id="cases.lyre-v-robot.2"),
        ("cautions.csv", 3, "row_id", "lyre-v-robot"),
    ),
    "one_current_agreement": (
        two_contracts_in_force,
        ("agreements.csv", 7, "supersedes", "writers-radio-1"),
    ),
    "one_name_one_company": (
        copy("companies", "inkwell-press", company_id="inkwell-two", name="The Inkwell-Press Inc."),
        ("companies.csv", 5, "name", "The Inkwell-Press Inc."),
    ),
    "one_name_one_signatory": (
        copy("signatories", "ada-example", signatory_id="ada-two", name="Ada Éxample"),
        ("signatories.csv", 5, "name", "Ada Éxample"),
    ),
    "open_bills_have_a_session": (
        copy("bills", "us-us-2026-hr4", bill_id="us-us-2024-hr7", session="118"),
        ("bills.csv", 9, "session", "118"),
    ),
    "parties_stand_once": (
        copy("case_parties", "pen.p1", case_party_id="pen.p3", name="P Pen"),
        ("case_parties.csv", 6, "name", "P Pen"),
    ),
    "practices_run_forward": (  # announced in June
        change("practices", "robot-opt-out", ended_on="2025-05"),
        ("practices.csv", 3, "ended_on", "2025-05"),
    ),
    "publishers_match_urls": (
        change("evidence", "unions.writers-guild.1", url="https://evil.example.org/"),
        ("evidence.csv", 0, "publisher_id", "guild.example.org"),
    ),
    "settled_cases_say_so": (
        change("cases", "brush-v-robot", outcome=""),
        ("cases.csv", 3, "status", "settled"),
    ),
    "signatures_follow_letters": (  # launched on 2025-10-05
        change("signatures", "ask-first.ada", reported_on="2025-09"),
        ("signatures.csv", 2, "reported_on", "2025-09"),
    ),
    "signed_bills_are_enacted": (
        change("bill_dates", "hr4.2", kind="signed"),
        ("bills.csv", 6, "status", "introduced"),
    ),
    "sources_are_older_than_their_reading": (  # found on 2026-11-22
        change("evidence", "letters.new-brushes.1", published_on="2026-11-23"),
        ("evidence.csv", 0, "published_on", "2026-11-23"),
    ),
    "sources_stand_once": (
        the_same_page_twice,
        ("evidence.csv", 0, "url", "http://www.gazette.example.com/new-brushes/1/"),
    ),
    "terms_run_forward": (  # takes effect on 2026-08-01
        change("agreements", "players-2026", expires_on="2026-07"),
        ("agreements.csv", 3, "expires_on", "2026-07"),
    ),
    "vetoed_bills_have_a_veto": (
        drop("bill_events", "s3-veto"),
        ("bills.csv", 5, "status", "vetoed"),
    ),
    "votes_follow_deals": (  # agreed at the table on 2023-07-01
        change("agreements", "players-2023", ratified_on="2023-06"),
        ("agreements.csv", 2, "ratified_on", "2023-06"),
    ),
    "what_happened_is_past": (
        change("coalition_events", "coalition-panel", date="2027-01"),
        ("coalition_events.csv", 3, "", "2027-01"),
    ),
}

# Checks that only warn. The good world has the first: nobody knows when Lyre was filed.
WARNED: dict[str, tuple[Spoiler, str]] = {
    "undated_cases": (
        change("cases", "lyre-v-robot", filed_on=""),
        "cases.csv:4, column filed_on: 'Lyre v. Robot' expected a filing date.",
    ),
    "deals_have_two_sides": (
        drop("practice_parties", "deal.seller"),
        "practices.csv:2, column kind: 'Licence for the Inkwell catalogue' "
        "expected a seller and a buyer in practice_parties.csv.",
    ),
}

# Checks that look at several tables, or for several faults: one example of each other sort.
OTHERS: list[tuple[str, Spoiler, tuple[str, int, str, str]]] = [
    (
        "bills_run_forward",  # introduced on 2025-03-01
        copy("bill_dates", "s3.1", bill_date_id="s3.2", kind="last_action", date="2024"),
        ("bill_dates.csv", 14, "date", "2024"),
    ),
    (
        "case_status_fits_its_stage",  # which is complaint
        change("cases", "reel-v-robot", status="decided"),
        ("cases.csv", 5, "stage", "complaint"),
    ),
    (
        "every_fact_has_evidence",  # once, although it has three parties
        lambda world: [world.drop("evidence", f"cases.pen-v-robot.{n}") for n in (1, 2)],
        ("cases.csv", 2, "", "pen-v-robot"),
    ),
    (
        "judgements_name_one_subject",  # none
        copy("judgements", "players-2023-retraining", judgement_id="nowhere", agreement_id=""),
        ("judgements.csv", 5, "agreement_id", "nowhere"),
    ),
    (
        "judgements_name_one_subject",  # the same subject twice
        copy("judgements", "players-2023-retraining", judgement_id="retraining-again"),
        ("judgements.csv", 6, "protection", "retraining"),
    ),
    (
        "no_event_before_filing",
        change("rulings", "pen-pleading", date="2024"),
        ("rulings.csv", 2, "date", "2024"),
    ),
    (
        "nothing_found_means_nothing",  # d23-opt-out was refused
        copy(
            "judgements",
            "players-2023-retraining",
            judgement_id="players-2023-opt-out",
            protection="opt_out",
        ),
        ("judgements.csv", 7, "finding", "none_found"),
    ),
    (
        "nothing_found_means_nothing",  # AB 5 is in force
        copy(
            "judgements",
            "players-2023-retraining",
            judgement_id="ca-contract-guard",
            agreement_id="",
            jurisdiction="CA",
            protection="contract_guard",
        ),
        ("judgements.csv", 8, "finding", "none_found"),
    ),
    (
        "practices_run_forward",  # announced on 2026-03-15
        change("practice_events", "deal.closed", date="2026-03-14"),
        ("practice_events.csv", 3, "date", "2026-03-14"),
    ),
    (
        "publishers_match_urls",  # a host that starts like the publisher's
        change("evidence", "letters.ask-first.1", url="https://gazette.example.community/"),
        ("evidence.csv", 0, "publisher_id", "gazette.example.com"),
    ),
    (
        "signatures_follow_letters",  # launched on 2025-10-05
        change("letter_counts", "ask-first.1", date="2025-10-04"),
        ("letter_counts.csv", 2, "date", "2025-10-04"),
    ),
    (
        "vetoed_bills_have_a_veto",  # a veto, and the bill is still open
        copy(
            "bill_events",
            "s3-passes",
            event_id="hr4-veto",
            bill_id="us-us-2026-hr4",
            date="2026-03-01",
            kind="vetoed",
        ),
        ("bills.csv", 6, "status", "introduced"),
    ),
    (
        "votes_follow_deals",  # of talks
        change("agreements", "writers-2026", ratification_yes_pct="90"),
        ("agreements.csv", 5, "ratification_yes_pct", "90.0"),
    ),
]
CHECKS = {path.stem: path for path in (SQL / "checks").glob("*.sql")}
MADE = ("evidence.csv", "row_floors.csv")


def fault(check: str, place: tuple[str, int, str, str]) -> Fault:
    first = CHECKS[check].read_text("utf-8").splitlines()[0]
    return Fault(*place, first.removeprefix("-- "))


def test_every_check_has_one_example():
    assert sorted([*BROKEN, *WARNED]) == sorted(CHECKS)


@pytest.fixture(scope="module")
def broken_world(tmp_path_factory) -> World:
    world = World(tmp_path_factory.mktemp("broken"))
    for spoil, _ in BROKEN.values():
        spoil(world)
    for _, spoil, _ in OTHERS:
        spoil(world)
    return world


@pytest.fixture(scope="module")
def broken(broken_world) -> list[Fault]:
    with pytest.raises(BadInputError) as raised:
        broken_world.build()
    assert list(broken_world.warehouse.iterdir()) == []  # nothing published, nothing left over
    return raised.value.faults


def without_lines_of_made_files(faults: list[Fault]) -> list[Fault]:
    return [replace(found, line=0) if found.file in MADE else found for found in faults]


@pytest.mark.parametrize("check", BROKEN)
def test_a_check_finds_what_breaks_it(check, broken):
    assert fault(check, BROKEN[check][1]) in without_lines_of_made_files(broken)


def test_each_example_breaks_one_check_alone(broken):
    examples = [(check, place) for check, (_, place) in BROKEN.items()]
    examples += [(check, place) for check, _, place in OTHERS]
    expected = sorted(fault(check, place) for check, place in examples)
    assert sorted(without_lines_of_made_files(broken)) == expected


def test_the_check_alone_finds_the_same_and_publishes_nothing(broken_world, broken):
    before = list(broken_world.warehouse.iterdir())
    _, faults, warnings = verify(broken_world.curated)
    assert (faults, warnings) == (broken, [])
    assert list(broken_world.warehouse.iterdir()) == before


def test_the_check_of_good_files_finds_only_the_warning(world):
    files, faults, warnings = verify(world.curated)
    assert faults == files.faults == []
    assert warnings == [WARNED["undated_cases"][1]]
    assert not world.warehouse.exists()


def test_the_check_of_bad_files_goes_no_further(world):
    world.change("unions", "players-guild", members="many")
    world.change("coalition_events", "coalition-panel", date="2027-01")
    assert [found.value for found in verify(world.curated)[1]] == ["many"]


def test_a_good_world_has_one_warning(release):
    assert release.warnings == [WARNED["undated_cases"][1]]


def test_what_only_warns_does_not_stop_a_build(world):
    for spoil, _ in WARNED.values():
        spoil(world)
    assert sorted(world.build().warnings) == sorted(told for _, told in WARNED.values())


# --- What is in a release ----------------------------------------------------------------------


def test_every_table_is_published_with_its_day(release):
    tables = release.rows("SELECT DISTINCT table_name FROM codebook")
    for (table,) in tables:
        release.rows(f"SELECT * FROM {table}_at(DATE '2026-09-20')")
    assert len(tables) == 44


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
