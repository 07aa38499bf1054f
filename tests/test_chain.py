"""From signers to protections: whose signers lack which right."""

from __future__ import annotations

import pandas as pd
import pytest

from app import store
from app.charts import signers
from app.filters import Filters
from app.palette import LIGHT
from etl.release import open_locked
from tests.conftest import Release
from tests.serving import serve_real
from tests.tiny_world import World

DAY = "2026-11-22"


@pytest.fixture(scope="module")
def signed(tmp_path_factory):
    """The tiny world, where an actor signs two letters, and others that must not count do too."""
    world = World(tmp_path_factory.mktemp("signed"))
    world.copy("signatories", "bo-example", signatory_id="cy", name="Cy", primary_craft="actor")
    world.copy("signatories", "bo-example", signatory_id="di", name="Di", primary_craft="actor")
    world.change("letters", "new-brushes", launched_on="2025-11")
    for letter, who, role, day in (
        ("ask-first", "cy", "signatory", "2025-10-05"),
        ("new-brushes", "cy", "signatory", "2025-12-01"),
        ("new-brushes", "di", "participant", "2025-12-01"),
        ("new-brushes", "guild-of-writers", "signatory", "2025-12-01"),
    ):
        world.copy(
            "signatures",
            "ask-first.bo",
            signature_id=f"{letter}.{who}",
            letter_id=letter,
            signatory_id=who,
            role=role,
            reported_on=day,
        )
    built = world.build()
    with open_locked(built.path) as connection:
        yield Release(world, built.path, connection, built.warnings)


def rows(release: Release, what: str, day: str = DAY, scope: str = "[],[],[],[],[],[]"):
    sql = f"SELECT {what} FROM signer_coverage_over([DATE '{day}'],{scope})"
    return release.rows(f"{sql} GROUP BY ALL ORDER BY ALL")


def test_each_person_stands_once_with_all_their_letters(signed):
    assert rows(signed, "signatory_id, letter_ids, count(*), count(DISTINCT protection)") == [
        ("ada-example", "ask-first", 18, 18),
        ("bo-example", "ask-first", 18, 18),
        ("cy", "ask-first|new-brushes", 18, 18),
    ]  # not Di, who only took part, and not the guild, which is no person


def test_a_signature_counts_from_the_day_it_was_reported(signed):
    assert rows(signed, "signatory_id, letter_ids", "2025-11-15") == [
        ("ada-example", "ask-first"),
        ("bo-example", "ask-first"),
        ("cy", "ask-first"),
    ]
    # Bo's signature has no day of its own: it counts since the letter was launched
    assert rows(signed, "signatory_id", "2025-10-04") == []


def answer(release: Release, who: str, protection: str, day: str = DAY) -> tuple[object, ...]:
    found = rows(release, "signatory_id, protection, level, is_open, answer", day)
    return next(r[2:] for r in found if r[:2] == (who, protection))


def test_the_answer_follows_from_the_craft_of_the_signer(signed):
    # the players' contract of 2026 pays replicas; nobody asked what it says of training
    assert answer(signed, "cy", "replica_compensation") == ("strong", False, "binds")
    assert answer(signed, "cy", "opt_out")[1:] == (True, "not_judged")
    # the writers' contract has ended, and composers have none: nobody knows
    assert answer(signed, "ada-example", "replica_compensation")[2] == "not_judged"
    assert answer(signed, "bo-example", "replica_compensation")[2] == "not_judged"


def test_the_answer_follows_the_day(signed):
    assert answer(signed, "cy", "likeness_consent", "2026-06-30")[2] == "binds"  # of 2023
    assert answer(signed, "cy", "likeness_consent", "2026-11-22")[2] != "binds"  # not of 2026


def test_a_craft_chosen_leaves_its_signers(signed):
    found = rows(signed, "signatory_id", scope="['actor'],[],[],[],[],[]")
    assert found == [("cy",)]


def test_a_company_that_only_promises_is_nothing_that_binds(signed):
    found = rows(signed, "level, is_open, answer")
    for level, is_open, told in found:
        binds = level in ("strong", "partial")
        assert told == ("binds" if binds else "not_judged" if is_open else "nothing")


# --- The choice of letters, on the real data --------------------------------------------------


@pytest.fixture
def opened(monkeypatch):
    return serve_real(monkeypatch)


def named(opened: store.Release, *letters: str) -> set[str]:
    """People named as signers, straight from the signatures."""
    sql = (
        "SELECT DISTINCT signatory_id FROM signatures WHERE list_contains($letters, letter_id) "
        "AND signatory_kind = 'person' AND role <> 'participant'"
    )
    return {row[0] for row in opened.rows(sql, {"letters": list(letters)})}


@pytest.mark.parametrize(
    "letters", [("ccai-2025",), ("ccai-2025", "ostp-hollywood-2025"), ("no-fakes-act-support",)]
)
def test_a_choice_of_letters_counts_each_person_once(opened, letters):
    found = store.query("signer_coverage", Filters.of({"letter": letters, "as_of": [DAY]}))
    assert set(found["signatory_id"]) == named(opened, *letters)
    assert not found.duplicated(["signatory_id", "protection"]).any()


def test_some_people_signed_both_letters(opened):
    assert named(opened, "ccai-2025") & named(opened, "ostp-hollywood-2025")


# --- The chart -------------------------------------------------------------------------------

ANSWERS = [
    # protection, craft, who, answer
    ("opt_out", "actor", "a", "not_judged"),
    ("opt_out", "actor", "b", "not_judged"),
    ("opt_out", "writer", "c", "nothing"),
    ("retraining", "actor", "a", "binds"),
    ("retraining", "actor", "b", "binds"),
    ("retraining", "writer", "c", "not_judged"),
]
PEOPLE = pd.DataFrame(ANSWERS, columns=["protection", "craft", "signatory_id", "answer"])
LETTERS = pd.DataFrame({"claimed": [500], "named": [3]})


def drawn(people: pd.DataFrame = PEOPLE, letters: pd.DataFrame = LETTERS):
    made = signers.lacking(people, letters, LIGHT)
    assert made is not None
    return made


def test_the_chart_counts_people_and_never_takes_unknown_for_no():
    assert drawn().table.values.tolist() == [
        ["Refuse training", 0, 2, 1, "Writers", "Actors"],
        ["Transition support", 2, 1, 0, "", "Writers"],
    ]


def test_the_finding_is_what_binds_for_fewest():
    assert drawn().title == "“Refuse training” binds for none of 3 named signers, as far as judged"
    only = PEOPLE[PEOPLE["protection"] == "retraining"]
    assert drawn(only).title.startswith("“Transition support” binds for only 2 of 3 named signers")
    sure = only[only["answer"] == "binds"]
    assert drawn(sure).title == "Each protection binds for 2 named signers"


def test_the_caveat_says_how_many_are_named_of_those_claimed():
    assert drawn().subtitle.startswith("3 of 500+ signers are named in public; ")
    few = PEOPLE[PEOPLE["signatory_id"] == "c"]
    assert drawn(few).subtitle.startswith("3 of 500+ signers are named in public, 1 drawn; ")
    unclaimed = LETTERS.assign(claimed=[float("nan")])
    assert drawn(letters=unclaimed).subtitle.startswith("3 signers are named in public; ")


def test_without_signers_there_is_no_chart():
    assert signers.lacking(PEOPLE.iloc[:0], LETTERS, LIGHT) is None
