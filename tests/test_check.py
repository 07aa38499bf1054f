"""Every kind of fault in a curated file is found, placed and explained."""

from __future__ import annotations

import csv

import pytest

from etl.faults import Fault, nearest
from etl.vocab import AGREEMENT_STATUSES, HARMS
from tests.tiny_world import World

STATUSES = ", ".join(AGREEMENT_STATUSES.ids)
A_DATE = "a date: 2026, 2026-09, 2026-09-20 or 2026-09-20/2026-09-30"
SPREADSHEET = "no cell that a spreadsheet would run"

# What is spoiled, and the fault that must come of it. One world takes them all at once: no fault
# may hide another, and none may bring a second one along.
SPOILED = {
    "wrong type": (
        lambda w: w.change("unions", "players-guild", members="many"),
        Fault("unions.csv", 2, "members", "many", "an integer from 0"),
    ),
    "out of range": (
        lambda w: w.change("agreements", "players-2023", ratification_yes_pct="178.5"),
        Fault("agreements.csv", 2, "ratification_yes_pct", "178.5", "a number from 0 to 100"),
    ),
    "not a number": (
        lambda w: w.change("practices", "robot-opt-out", amount_usd="nan"),
        Fault("practices.csv", 3, "amount_usd", "nan", "a number from 0"),
    ),
    "unknown value": (
        lambda w: w.change("agreements", "writers-2026", stated_status="in force"),
        Fault("agreements.csv", 5, "stated_status", "in force", f"one of {STATUSES}", "in_force"),
    ),
    "unknown item of a list": (
        lambda w: w.change("incidents", "cloned-voice", harms="likeness|voice clone"),
        Fault(
            "incidents.csv",
            2,
            "harms",
            "likeness|voice clone",
            f"items separated by |, each of {', '.join(HARMS.ids)}",
            "voice_clone",
        ),
    ),
    "dangling reference": (
        lambda w: w.change("cases", "brush-v-robot", court_id="example-trail"),
        Fault(
            "cases.csv",
            3,
            "court_id",
            "example-trail",
            "the court_id of a row in courts.csv",
            "example-trial",
        ),
    ),
    "dangling reference in a list": (
        lambda w: w.change("incidents", "cloned-voice", company_ids="robot-music|robot-lab"),
        Fault(
            "incidents.csv",
            2,
            "company_ids",
            "robot-lab",
            "the company_id of a row in companies.csv",
            "robot-labs",
        ),
    ),
    "evidence for no table": (
        lambda w: w.change("evidence", "cases.pen-v-robot.2", table_name="case"),
        Fault("evidence.csv", 0, "table_name", "case", "a table", "cases"),
    ),
    "evidence for no row": (
        lambda w: w.change("evidence", "letters.ask-first.1", row_id="ask-frist"),
        Fault(
            "evidence.csv",
            0,
            "row_id",
            "ask-frist",
            "the letter_id of a row in letters.csv",
            "ask-first",
        ),
    ),
    "caution for no row": (
        lambda w: w.change("cautions", "cases.lyre-v-robot", row_id="lyre"),
        Fault(
            "cautions.csv", 2, "row_id", "lyre", "the case_id of a row in cases.csv", "lyre-v-robot"
        ),
    ),
    "formula": (
        lambda w: w.change("courts", "example-land", name='=HYPERLINK("x")'),
        Fault("courts.csv", 2, "name", '=HYPERLINK("x")', SPREADSHEET),
    ),
    "formula by at-sign": (
        lambda w: w.change("publishers", "wiki.example.net", name="@wiki"),
        Fault("publishers.csv", 7, "name", "@wiki", SPREADSHEET),
    ),
    "line break": (
        lambda w: w.change("rulings", "pen-fair-use", summary="Two\nlines."),
        Fault("rulings.csv", 3, "summary", "Two\nlines.", "no line break inside a cell"),
    ),
    "bad date": (
        lambda w: w.change("case_events", "pen-motion", date="10.11.2025"),
        Fault("case_events.csv", 2, "date", "10.11.2025", A_DATE),
    ),
    "bad month": (
        lambda w: w.change("letters", "ask-first", launched_on="2025-13"),
        Fault("letters.csv", 2, "launched_on", "2025-13", A_DATE),
    ),
    "empty required cell": (
        lambda w: w.change("signatories", "bo-example", name=""),
        Fault("signatories.csv", 3, "name", "", "a value; this column is never empty"),
    ),
    "malformed address": (
        lambda w: w.change("companies", "robot-labs", url="robot-labs.example.com"),
        Fault(
            "companies.csv", 3, "url", "robot-labs.example.com", r"text of the form https?://\S+"
        ),
    ),
    "malformed id": (
        lambda w: w.add("countries", country="France", name="France"),
        Fault("countries.csv", 4, "country", "France", "text of the form [A-Z]{2}"),
    ),
}


def placed(fault: Fault, world: World) -> Fault:
    """Evidence rows are made by the world, so only it knows their line."""
    if fault.line:
        return fault
    lines = [n for n, r in enumerate(world.rows["evidence"], 2) if fault.value in r.values()]
    return Fault(fault.file, lines[0], *list(vars(fault).values())[2:])


@pytest.fixture(scope="module")
def spoiled(tmp_path_factory) -> tuple[World, list[Fault]]:
    world = World(tmp_path_factory.mktemp("spoiled"))
    for spoil, _ in SPOILED.values():
        spoil(world)
    return world, world.faults()


@pytest.mark.parametrize("name", SPOILED)
def test_the_fault_is_found_and_placed(name, spoiled):
    world, found = spoiled
    assert placed(SPOILED[name][1], world) in found


def test_all_faults_come_at_once_sorted_and_no_others(spoiled):
    world, found = spoiled
    assert found == sorted(placed(fault, world) for _, fault in SPOILED.values())


def test_a_good_world_has_no_fault(world):
    assert world.faults() == []


# --- Whole files -----------------------------------------------------------------------------


def test_bytes_that_are_not_utf8(world):
    path = world.csv("bills")
    path.write_bytes(path.read_bytes().replace(b"Label", b"L\xe4bel"))
    assert world.faults() == [Fault("bills.csv", 4, "", "", "text in UTF-8")]


def test_a_missing_file_says_nothing_of_references_to_it(world):
    world.csv("courts").unlink()
    assert world.faults() == [Fault("courts.csv", 0, "", "", "this file to exist")]


def test_a_stray_file_with_the_nearest_table(world):
    (world.curated / "bill.csv").write_text("bill_id\nx\n", encoding="utf-8")
    assert world.faults() == [Fault("bill.csv", 0, "", "", "a table of the contract", "bills")]


def test_a_file_without_rows(world):
    world.drop("bill_links", "sb1.amends.ab5")
    assert world.faults() == [Fault("bill_links.csv", 0, "", "", "at least one row")]


def test_an_empty_file(world):
    world.csv("bill_links").write_bytes(b"")
    assert Fault("bill_links.csv", 0, "", "", "at least one row") in world.faults()


# --- Columns and cells -----------------------------------------------------------------------


def test_the_last_column_missing(world):
    world.drop_column("cautions", "since")
    missing = Fault("cautions.csv", 1, "since", "", "this column, which is missing")
    assert world.faults() == [missing]


# The fault names the last column (`as_of`) as missing, and 40 others follow.
def test_a_middle_column_missing(world):
    world.drop_column("bills", "title")
    missing = Fault("bills.csv", 1, "title", "", "this column, which is missing")
    assert world.faults() == [missing]


def test_an_extra_column_at_the_end(world):
    world.columns["bills"].append("colour")
    world.write("bills")
    assert world.faults() == [Fault("bills.csv", 1, "colour", "", "no such column")]


# No fault names `titel`; each later column is "expected another column here",
# with itself as the nearest valid value.
def test_an_extra_column_in_the_middle(world):
    world.columns["bills"].insert(4, "titel")
    world.write("bills")
    assert world.faults() == [Fault("bills.csv", 1, "titel", "", "no such column", "title")]


def test_a_cell_too_many(world):
    with world.csv("countries").open("a", encoding="utf-8") as file:
        file.write("FR,France,Paris\n")
    extra = Fault("countries.csv", 4, "", "Paris", "no cell beyond the last column")
    assert world.faults() == [extra]


# A second fault comes along: `'None' expected text of the form .`
def test_a_cell_too_few(world):
    with world.csv("countries").open("a", encoding="utf-8") as file:
        file.write("FR\n")
    assert world.faults() == [Fault("countries.csv", 4, "name", "", "a cell for every column")]


# The fault has neither the column nor the value, so the editor must count lines.
def test_a_key_that_stands_twice(world):
    world.copy("courts", "example-land", name="Another")
    expected = "each court_id once; this one stands above already"
    assert world.faults() == [Fault("courts.csv", 4, "court_id", "example-land", expected)]


def test_a_key_that_stands_twice_is_placed(world):
    world.copy("courts", "example-land", name="Another")
    (fault,) = world.faults()
    assert (fault.file, fault.line) == ("courts.csv", 4)
    assert fault.expected == "each court_id once; this one stands above already"


# A fault of a double key comes along with the blank line.
def test_a_blank_line(world):
    path = world.csv("bills")
    path.write_text(path.read_text("utf-8").replace("\n", "\n\n", 1), "utf-8")
    assert world.faults() == [Fault("bills.csv", 2, "", "", "no blank line")]


# Our own reader skips blank lines, so it counts one line too few from there on.
def test_lines_are_counted_past_a_blank_line(world):
    world.change("bills", "us-ny-2025-a2", jurisdiction="NV")
    path = world.csv("bills")
    path.write_text(path.read_text("utf-8").replace("\n", "\n\n", 1), "utf-8")
    assert [fault.line for fault in world.faults() if fault.value == "NV"] == [5]


# Excel's "CSV UTF-8" starts with these bytes. Every reference to the table is
# called dangling, and no fault is in the file itself.
def test_a_byte_order_mark_is_no_fault_of_other_files(world):
    path = world.csv("companies")
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes())
    assert {fault.file for fault in world.faults()} <= {"companies.csv"}


# Csv.Error (field larger than field limit) instead of a fault.
def test_a_very_long_cell_is_no_crash(world):
    csv.field_size_limit(131_072)  # the default; Frictionless raises it if it runs in this process
    world.change("courts", "example-land", name="x" * 200_000)
    assert {fault.file for fault in world.faults()} <= {"courts.csv"}


UNNOTICED = {
    # These three pass the check, then end the build in a DuckDB ConversionException.
    "no such day": ("case_events", "pen-motion", "date", "2026-02-30"),
    "too big": ("unions", "players-guild", "members", "99999999999999999999"),
    "digits of another script": ("unions", "writers-guild", "members", "１２"),
    # These are published as they are.
    "infinite": ("practices", "robot-opt-out", "amount_usd", "inf"),
    "a range that runs backwards": ("letters", "ask-first", "launched_on", "2026-09/2026-01"),
    "an empty item": ("incidents", "cloned-voice", "company_ids", "robot-labs|"),
    "only spaces": ("courts", "example-land", "name", "  "),
}


@pytest.fixture(scope="module")
def unnoticed(tmp_path_factory) -> list[Fault]:
    world = World(tmp_path_factory.mktemp("unnoticed"))
    for table, row_id, column, value in UNNOTICED.values():
        world.change(table, row_id, **{column: value})
    return world.faults()


# None of these is noticed.
@pytest.mark.parametrize("name", UNNOTICED)
def test_a_value_that_cannot_be_meant(name, unnoticed):
    table, _, column, _ = UNNOTICED[name]
    assert (f"{table}.csv", column) in {(fault.file, fault.column) for fault in unnoticed}


# --- Words -----------------------------------------------------------------------------------


def test_a_fault_is_one_clear_sentence():
    fault = Fault(
        "cases.csv", 3, "court_id", "trail", "the court_id of a row in courts.csv", "trial"
    )
    assert str(fault) == (
        "cases.csv:3, column court_id: 'trail' expected the court_id of a row in courts.csv. "
        "Nearest valid value: 'trial'."
    )


def test_a_fault_of_a_whole_file_has_no_line():
    assert str(Fault("courts.csv", 0, "", "", "this file to exist")) == (
        "courts.csv: expected this file to exist."
    )


def test_a_long_value_is_cut():
    text = str(Fault("bills.csv", 2, "title", "x" * 100, "less"))
    assert "x" * 59 + "…'" in text
    assert "x" * 60 not in text


def test_a_dangling_id_is_said_in_good_english(world):
    world.change("evidence", "coalition-events.coalition-panel.1", row_id="coalition-pannel")
    assert [fault.expected for fault in world.faults()] == [
        "the event_id of a row in coalition_events.csv"
    ]


@pytest.mark.parametrize(
    ("value", "found"),
    [("In Force", "in_force"), (" expired ", "expired"), ("supersede", "superseded"), ("zzz", "")],
)
def test_nearest(value, found):
    assert nearest(value, AGREEMENT_STATUSES.ids) == found
