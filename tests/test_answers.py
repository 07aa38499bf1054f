"""The plain answer to “what protects me?”: its words, its counts, and what it rests on."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd
import pytest

from app import answers, store
from app.filters import Filters
from etl.vocab import PROTECTIONS
from tests.serving import serve_real


@pytest.fixture(autouse=True)
def opened(monkeypatch):
    return serve_real(monkeypatch)


def asked(**chosen: list[str]) -> tuple[list[answers.Answer], Filters]:
    filters = Filters.of({"as_of": ["2026-11-22"], **chosen})
    found = answers.answers(
        store.query("coverage", filters), store.query("coverage_reasons", filters)
    )
    return found, filters


OHIO = {"craft": ["stunt_performer"], "union": ["none"], "state": ["OH"]}


def test_all_18_questions_are_answered_in_the_order_of_the_pillars():
    found, _ = asked(**OHIO)
    assert [answer.protection for answer in found] == list(PROTECTIONS.ids)


def test_a_stunt_performer_in_ohio_has_a_right_against_a_digital_double():
    """The question of the start page: yes, in part, by Ohio's own statute of 1999."""
    found, filters = asked(**OHIO)
    answer = next(a for a in found if a.protection == "likeness_consent")
    assert (answer.level, answer.law_level, answer.contract_level) == ("partial", "partial", "")
    assert [row["instrument_id"] for row in answer.deciding] == ["bills:us-oh-1999-sb54"]
    assert answer.deciding[0]["source_url"].startswith("http")
    told = answers.verdict(found, answers.who(filters, store.choices()), filters)
    assert told.startswith("As a stunt performer outside any union in Ohio you have binding")


def test_the_counts_of_the_verdict_add_up_to_18():
    found, filters = asked(craft=["voice_actor"], union=["sag-aftra"], state=["TX"])
    told = answers.verdict(found, answers.who(filters, store.choices()), filters)
    binding = sum(answer.binds for answer in found)
    unsure = sum(answer.is_open and not answer.binds for answer in found)
    assert f"binding protection on up to {binding} of 18, by the kind of work" in told
    assert f"{unsure} not fully judged" in told
    nothing = 18 - binding - unsure
    assert (f"nothing binding on {nothing}" in told) == (nothing > 0)


def test_without_a_union_the_best_of_all_contracts_is_only_the_most_there_is():
    found, filters = asked(craft=["stunt_performer"], state=["OH"])
    told = answers.verdict(found, "a stunt performer", filters)
    assert "up to" in told
    assert "if a union contract covers you" in told


def test_an_answer_that_rests_on_reports_alone_says_so():
    doubtful = {"confidence": "unconfirmed"}
    sure = {"confidence": "single"}
    answer = answers.Answer("opt_out", "strong", False, "strong", "", [doubtful], [], [])
    assert answer.is_doubtful
    assert not replace(answer, deciding=[doubtful, sure]).is_doubtful


def test_of_several_crafts_the_best_answer_counts():
    alone, _ = asked(craft=["academic"], union=["none"])
    both, _ = asked(craft=["academic", "actor"], union=["sag-aftra"])
    assert sum(a.binds for a in both) > sum(a.binds for a in alone)
    assert len(both) == 18


@pytest.mark.parametrize(
    ("chosen", "told"),
    [
        ({"craft": ["voice_actor"], "union": ["sag-aftra"]}, "a SAG-AFTRA voice actor"),
        ({"craft": ["animator"]}, "an animator"),
        ({"craft": ["vfx_artist"], "union": ["iatse"]}, "an IATSE VFX artist"),
        ({"craft": ["crew"], "union": ["none"]}, "a crew member outside any union"),
        (
            {"craft": ["actor"], "sector": ["video_games"], "state": ["TX"]},
            "an actor in video games in Texas",
        ),
        ({"craft": ["actor", "writer"]}, "an actor and writer"),
    ],
)
def test_people_are_named_as_they_chose(chosen, told):
    assert answers.who(Filters.of(chosen), store.choices()) == told


def test_what_the_contract_adds_to_the_law_is_told():
    found, _ = asked(craft=["voice_actor"], union=["sag-aftra"], state=["TX"])
    binding = [answer for answer in found if answer.binds]
    by_contract = sum(answer.contract_level in answers.BINDING for answer in binding)
    by_law = sum(answer.law_level in answers.BINDING for answer in binding)
    told = answers.sources_of_protection(found)
    assert f"{len(binding) - by_law} from a union contract alone" in told
    assert f"{len(binding) - by_contract} from the law alone" in told


def test_several_contracts_are_counted_one_by_one():
    found, filters = asked(craft=["actor"], union=["sag-aftra"])
    answer = next(a for a in found if a.protection == "replica_compensation")
    cells = store.query("coverage", filters).set_index("protection")
    cell = cells.loc["replica_compensation"]
    assert answer.spread.startswith(f"Of {cell['contracts']} contracts in force: strong in ")
    alone, _ = asked(**OHIO)
    assert {a.spread for a in alone} == {""}


def test_nothing_binding_says_nothing_about_its_source():
    assert answers.sources_of_protection([]) == ""


def test_what_would_change_the_answer_stands_with_it():
    found, _ = asked(**OHIO)
    answer = next(a for a in found if a.protection == "likeness_consent")
    assert "bills:us-fed-2026-s4591" in {row["instrument_id"] for row in answer.coming}


def test_missing_cells_do_not_become_words():
    found, _ = asked(**OHIO)
    for answer in found:
        for row in (*answer.deciding, *answer.others, *answer.coming):
            assert not any(pd.isna(value) for value in row.values() if not isinstance(value, list))


def test_a_few_protections_are_named_at_once():
    found, filters = asked(**OHIO)
    told = answers.lead(found, filters)
    assert "It covers: consent to replica, after death and deepfake remedy." in told
    assert "digital double" in told


def test_the_lead_asks_for_what_is_missing():
    found, filters = asked(craft=["actor"])
    told = answers.lead(found, filters)
    assert "No state is chosen" in told
    assert "No union is chosen" in told
    found, filters = asked(craft=["actor"], union=["sag-aftra"], state=["TX"])
    assert "kind of work" in answers.lead(found, filters)
