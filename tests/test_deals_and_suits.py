"""Deals, settlements, waits and related cases, worked out by hand on a spoilt tiny world."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import duckdb
import pytest

from etl.release import open_locked
from tests.tiny_world import GAZETTE, HERALD, World

Ask = Callable[..., list[tuple[object, ...]]]
BOTH = f"{GAZETTE} {HERALD}"


def opened(world: World) -> Iterator[duckdb.DuckDBPyConnection]:
    with open_locked(world.build().path) as connection:
        yield connection


def asker(connection: duckdb.DuckDBPyConnection) -> Ask:
    def ask(relation: str, columns: str, where: str = "true", day: str = "2026-11-22") -> list:
        sql = f"SELECT {columns} FROM {relation}_at(DATE '{day}') WHERE {where} ORDER BY ALL"
        return connection.execute(sql).fetchall()

    return ask


def deal(world: World, name: str, *steps: tuple[str, str, str], ended_on: str = "") -> None:
    """A deal like that of Inkwell and Robot Labs, with (kind, day, sources) of its steps."""
    world.copy("practices", "inkwell-robot-deal", practice_id=name, ended_on=ended_on, sources=BOTH)
    for number, (kind, day, told) in enumerate(steps):
        step = {"event_id": f"{name}.{number}", "practice_id": name, "kind": kind, "date": day}
        world.copy("practice_events", "deal.closed", sources=told, **step)


@pytest.fixture(scope="module")
def dealt(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ask]:
    """Deals that came far, less far, or to nothing; one with three sellers and an unnamed buyer."""
    world = World(tmp_path_factory.mktemp("dealt"))
    deal(world, "signed", ("signed", "2026-04-01", BOTH))
    deal(world, "rumoured", ("signed", "2026-04-01", "wiki.example.net"))
    deal(world, "fell-through", ("announced", "2026-04-01", BOTH), ended_on="2026-05-01")
    deal(world, "ran-out", ("closed", "2026-04-01", BOTH), ended_on="2026-05-01")
    deal(world, "sold-by-two")
    for seller in ("A", "B"):
        world.copy(
            "practice_parties",
            "deal.seller",
            practice_party_id=f"two.{seller.lower()}",
            practice_id="sold-by-two",
            name=seller,
            company_id="",
        )
    for connection in opened(world):
        yield asker(connection)


def test_a_deal_has_its_seller_and_its_buyer(dealt: Ask) -> None:
    columns = "seller, seller_kind, buyer, buyer_id, amount_usd"
    assert dealt("deals", columns, "practice_id = 'inkwell-robot-deal'") == [
        ("Inkwell Press", "book_publisher", "Robot Labs", "robot-labs", 1_000_000)
    ]


@pytest.mark.parametrize(
    ("name", "day", "step"),
    [
        ("signed", "2026-03-31", "announced"),
        ("signed", "2026-04-01", "closed"),
        ("rumoured", "2026-11-22", "closing_reported"),
        ("fell-through", "2026-04-30", "announced"),
        ("fell-through", "2026-05-01", "ended_unclosed"),
        ("ran-out", "2026-04-30", "closed"),
        ("ran-out", "2026-05-01", "ended"),
    ],
)
def test_announced_is_not_closed_and_a_rumour_closes_nothing(dealt, name, day, step) -> None:
    assert dealt("deals", "step", f"practice_id = '{name}'", day) == [(step,)]


def test_each_pair_is_a_row_and_a_side_that_nobody_names_is_empty(dealt: Ask) -> None:
    found = dealt("deals", "seller, seller_kind, buyer", "practice_id = 'sold-by-two'")
    assert found == [("A", None, None), ("B", None, None)]


def test_a_form_to_refuse_is_no_deal(dealt: Ask) -> None:
    assert dealt("deals", "title", "practice_id = 'robot-opt-out'") == []
    assert dealt("deals", "title", day="2026-03-14") == []


@pytest.fixture(scope="module")
def linked(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ask]:
    """One page tells of an incident, of acts of the same company before and after, and of others.

    The incident of 20 January 2026 names Robot Labs and Robot Music.
    """
    world = World(tmp_path_factory.mktemp("linked"))
    page = "https://gazette.example.com/one-page"
    world.copy("practices", "robot-opt-out", practice_id="later", announced_on="2026-01-21")
    world.copy("practices", "robot-opt-out", practice_id="same-month", announced_on="2026-01")
    world.copy("practices", "robot-opt-out", practice_id="stranger", company_id="inkwell-press")
    world.copy("practices", "robot-opt-out", practice_id="other-page", announced_on="2026-02")
    for name in ("later", "same-month", "other-page"):
        party = {"practice_party_id": f"{name}.actor", "practice_id": name}
        world.copy("practice_parties", "form.actor", **party)
    for name in ("later", "same-month", "stranger"):
        world.change("evidence", f"practices.{name}.1", url=page)
    world.change("evidence", "incidents.cloned-voice.1", url=page)
    for connection in opened(world):
        yield asker(connection)


def test_an_incident_is_linked_by_a_page_and_a_company_in_common(linked: Ask) -> None:
    found = linked("incident_links", "row_id, is_later")
    assert found == [("later", True), ("same-month", False)]


def test_a_link_is_unknown_before_the_act(linked: Ask) -> None:
    found = linked("incident_links", "row_id", day="2026-01-20")
    assert found == [("same-month",)]


def step(world: World, case_id: str, kind: str, day: str, told: str = BOTH) -> None:
    named = f"{case_id}.{kind[-8:]}.{day}".replace("_", "-")
    event = {"event_id": named, "case_id": case_id, "kind": kind, "date": day}
    world.copy("case_events", "pen-motion", sources=told, **event)


@pytest.fixture(scope="module")
def sued(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ask]:
    """Suits in each state of waiting, settled in each way, and bound to each other."""
    world = World(tmp_path_factory.mktemp("sued"))
    pending = {"status": "pending", "docket_number": "", "sources": BOTH}
    world.copy("cases", "pen-v-robot", case_id="by-year", filed_on="2025", **pending)
    world.copy("cases", "pen-v-robot", case_id="told-once", filed_on="2026-01-01", **pending)
    world.copy("cases", "pen-v-robot", case_id="over", **{**pending, "status": "dismissed"})
    inside = {**pending, "status": "consolidated", "consolidated_into": "pen-v-robot"}
    world.copy("cases", "pen-v-robot", case_id="inside", short_name="Inside", **inside)
    world.copy("cases", "pen-v-robot", case_id="inside-too", **inside)
    ruling = {"date": "2026-03-01", "doctrine": "pleading", "sources": GAZETTE}
    world.copy("rulings", "pen-pleading", ruling_id="rumour", case_id="told-once", **ruling)
    step(world, "pen-v-robot", "settlement_announced", "2026-06")
    step(world, "pen-v-robot", "settlement_approved", "2026-07-01")
    step(world, "told-once", "settlement_announced", "2026-07-01", GAZETTE)
    step(world, "over", "settlement_announced", "2026-08-01")
    for number, (case_id, like) in enumerate([("over", "pen.d1"), ("told-once", "pen.p1")]):
        world.copy("case_parties", like, case_party_id=f"party.{number}", case_id=case_id)
    world.copy("case_parties", "pen.p1", case_party_id="none", case_id="over", kind="unnamed")
    for connection in opened(world):
        yield asker(connection)


@pytest.mark.parametrize(
    ("case_id", "milestone", "day", "wait", "days"),
    [
        # filed 2 September 2025; the ruling of 1 December came 90 days later
        ("pen-v-robot", "dismissal_ruling", "2026-11-22", "reached", 90),
        ("pen-v-robot", "dismissal_ruling", "2025-11-30", "open", 89),
        ("pen-v-robot", "answer", "2026-11-22", "reached", 241),
        # June 2026 is counted from its middle, the 15th
        ("pen-v-robot", "settlement", "2026-11-22", "reached", 286),
        ("pen-v-robot", "appeal", "2026-11-22", "open", 446),
        # February 2026 too: the 14th; it is settled, but nobody dates the settlement
        ("brush-v-robot", "settlement", "2026-11-22", "out", None),
        ("told-once", "dismissal_ruling", "2026-11-22", "open", 325),  # a rumour is no ruling
        ("told-once", "settlement", "2026-11-22", "open", 325),
        ("by-year", "answer", "2026-11-22", "open", None),
        ("lyre-v-robot", "answer", "2026-11-22", "open", None),  # no filing date
        ("inside", "answer", "2026-11-22", "out", None),
        ("over", "settlement", "2026-11-22", "reached", 333),
    ],
)
def test_waits_are_counted_in_days(sued, case_id, milestone, day, wait, days) -> None:
    where = f"case_id = '{case_id}' AND milestone = '{milestone}'"
    assert sued("case_waits", "wait, days", where, day) == [(wait, days)]


def test_every_case_waits_for_every_milestone_once(sued: Ask) -> None:
    ((rows, ids, cases),) = sued("case_waits", "count(*), count(DISTINCT wait_id), 0")
    ((known,),) = sued("cases", "count(*)")
    assert (rows, ids, cases) == (4 * known, 4 * known, 0)


@pytest.mark.parametrize(
    ("case_id", "day", "told"),
    [
        ("pen-v-robot", "2026-11-22", ("2026-06", "2026-07-01", "approved", False)),
        ("pen-v-robot", "2026-06-30", ("2026-06", None, "announced", False)),
        ("told-once", "2026-11-22", ("2026-07-01", None, "reported", False)),
        ("over", "2026-11-22", ("2026-08-01", None, "announced", False)),
    ],
)
def test_a_settlement_says_how_far_it_came(sued, case_id, day, told) -> None:
    columns = "date, approved_on, step, ends_the_case"
    assert sued("settlements", columns, f"case_id = '{case_id}'", day) == [told]


def test_there_is_no_settlement_before_its_announcement(sued: Ask) -> None:
    assert sued("settlements", "case_id", "case_id = 'pen-v-robot'", "2026-05-31") == []


def test_cases_belong_together_by_court_or_by_party(sued: Ask) -> None:
    found = sued("related_cases", "relation, other_case_id, shared", "case_id = 'pen-v-robot'")
    assert found == [
        ("hears", "inside", None),
        ("hears", "inside-too", None),
        ("same_defendant", "over", "Robot Labs"),
        ("same_plaintiff", "told-once", "P. Pen"),
    ]
    found = sued("related_cases", "relation, other_case_id", "case_id = 'inside'")
    assert found == [("heard_inside", "pen-v-robot"), ("heard_together", "inside-too")]


def test_every_relation_of_cases_is_told_from_both_ends(sued: Ask) -> None:
    pairs = {(a, b) for a, b in sued("related_cases", "case_id, other_case_id")}
    assert pairs == {(b, a) for a, b in pairs}
    assert not [a for a, b in pairs if a == b]
