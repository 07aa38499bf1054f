"""Filters: what a URL may ask for, what is said about the rest, and the way back to a URL."""

from __future__ import annotations

from datetime import UTC, date, datetime
from urllib.parse import parse_qs

import pytest

from app.filters import LABELS, Choices, Filters, parse, where_in_words
from app.registry import PAGES
from etl.vocab import AGREEMENT_STATUSES, BILL_STATUSES, CASE_STATUSES

CHOICES = Choices(
    {
        "union": {"sag-aftra": "SAG-AFTRA", "wga": "WGA"},
        "company": {"robot-labs": "Robot Labs", "inkwell-press": "Inkwell Press"},
        "country": {"US": "United States", "JP": "Japan"},
        "court": {"example-trial": "Example Trial Court"},
        "letter": {"ask-first": "Ask First"},
        "state": {"CA": "California", "NY": "New York", "US": "United States"},
        "what_if": {"bills:a": "A bill", "agreements:b": "An agreement"},
    }
)
FREE = {
    "q": "two words",
    "from": "2024",
    "to": "2026-09",
    "as_of": "2026-09-20",
    "weight": "partial:0.25",
    "where": "status:pending",
}


def read(query: str, **more) -> tuple[Filters, list[str]]:
    return parse(parse_qs(query, keep_blank_values=True), CHOICES, **more)


def some(name: str) -> list[str]:
    """Good values of a filter: one, or two where it takes several."""
    return [FREE[name]] if name in FREE else list(CHOICES.options(name))[:2]


def test_good_values_keep_their_order_without_repeats():
    found, notes = read("state=NY&state=CA&state=NY")
    assert found.get("state") == ("NY", "CA")
    assert notes == []


def test_filters_come_in_one_order_whatever_the_url():
    assert read("q=voice&state=CA") == read("state=CA&q=voice")


def test_an_unknown_value_is_dropped_with_one_sentence():
    found, notes = read("state=CA&craft=voice_actr&craft=actor")
    assert found.get("craft") == ("actor",)
    assert found.get("state") == ("CA",)
    assert len(notes) == 1
    assert "“voice_actr”" in notes[0]
    assert "Did you mean “voice_actor”?" in notes[0]


def test_a_label_finds_its_id():
    assert "Did you mean “CA”?" in read("state=California")[1][0]


def test_nothing_is_suggested_when_nothing_is_near():
    assert read("craft=zzzzzz")[1] == ["Craft “zzzzzz” is not one we know, so it was left out."]


def test_a_few_values_are_all_named_when_nothing_is_near():
    assert read("state=zzzzzz")[1] == [
        "State “zzzzzz” is not one we know, so it was left out. There are: CA, NY, US."
    ]


def test_case_matters_but_the_right_case_is_suggested():
    found, notes = read("state=ca")
    assert found == Filters()
    assert "“CA”" in notes[0]


def test_a_long_value_is_not_repeated_in_full():
    assert len(read(f"state={'x' * 5000}")[1][0]) < 200


def test_names_that_are_no_filter_are_ignored():
    assert read("embed=true&table=cases&utm_source=x") == (Filters(), [])


@pytest.mark.parametrize("name", ["from", "to"])
@pytest.mark.parametrize("value", ["2026", "2026-09", "2026-09-20", "2024-02-29"])
def test_from_and_to_take_a_year_a_month_or_a_day(name, value):
    assert read(f"{name}={value}") == (Filters(((name, (value,)),)), [])


@pytest.mark.parametrize("name", ["from", "to", "as_of"])
@pytest.mark.parametrize(
    "value",
    ["2026-13", "2026-13-40", "2026-02-29", "0000", "2024/2026", "20260920", "26", "today", "٢٠٢٤"],
)
def test_what_is_no_date_is_refused(name, value):
    found, notes = read(f"{name}={value}")
    assert found == Filters()
    assert len(notes) == 1
    assert f"“{value}” is not a date like 2026-09-20" in notes[0]


@pytest.mark.parametrize("value", ["2026", "2026-09"])
def test_as_of_needs_a_full_day(value):
    found, notes = read(f"as_of={value}")
    assert not found.frozen
    assert value in notes[0]


def test_the_first_good_date_counts():
    found, notes = read("from=never&from=2024&from=2025")
    assert found.get("from") == ("2024",)
    assert "“never”" in notes[0]


def test_a_search_is_cut_to_200_characters():
    found, notes = read(f"q={'a' * 500}")
    assert found.get("q") == ("a" * 200,)
    assert notes == []


@pytest.mark.parametrize("value", ["status", "status=x", "Status:x", ":x", "a" * 300 + ":x"])
def test_what_a_cell_holds_is_asked_with_its_column(value):
    found, notes = read(f"where={value}")
    assert found == Filters()
    assert len(notes) == 1
    assert "is not like status:pending" in notes[0]


def test_a_cell_can_be_asked_for_by_value_empty_or_filled():
    found, notes = read(
        "where=status:pending&where=status:&where=note:*&where=url:https://a.example"
    )
    assert notes == []
    assert found.cells() == {
        "status": ["pending", ""],
        "note": ["*"],
        "url": ["https://a.example"],
    }
    assert [where_in_words(value) for value in found.get("where")] == [
        "status is pending",
        "status is empty",
        "note is filled",
        "url is https://a.example",
    ]


@pytest.mark.parametrize("name", LABELS)
def test_empty_values_fall_away(name):
    assert read(f"{name}=&{name}=%20%20") == (Filters(), [])


@pytest.mark.parametrize(
    "statuses", [AGREEMENT_STATUSES, BILL_STATUSES, CASE_STATUSES], ids=lambda v: v.name
)
def test_a_page_takes_only_its_own_statuses(statuses):
    for value in CHOICES.options("status"):
        found, notes = read(f"status={value}", statuses=statuses)
        assert found.get("status") == ((value,) if value in statuses else ())
        assert bool(notes) == (value not in statuses)


def test_without_a_page_any_status_is_good():
    assert read("status=enacted&status=settled&status=in_force")[1] == []


def test_a_page_leaves_out_filters_that_it_does_not_show():
    allowed = next(p for p in PAGES if p.path == "agreements").filters
    assert read("state=CA&union=wga", allowed=allowed) == (Filters((("union", ("wga",)),)), [])


@pytest.mark.parametrize("name", LABELS)
def test_every_filter_survives_the_way_through_a_url(name):
    before = Filters.of({name: some(name)})
    assert before.get(name) == tuple(some(name))
    assert read(before.query_string()) == (before, [])


def test_all_filters_at_once_survive_the_way_through_a_url():
    before = Filters.of({name: some(name) for name in LABELS})
    assert read(before.query_string()) == (before, [])


@pytest.mark.parametrize("text", ["a&b=c", "50% + 1", "#x", "a=b;c", "naïve “voice”", "日本", "'"])
def test_any_search_survives_the_way_through_a_url(text):
    before = Filters.of({"q": [text]})
    assert read(before.query_string()) == (before, [])


def test_a_search_that_was_cut_survives_the_way_through_a_url():
    before, _ = read(f"q={'a' * 199}+tail")
    assert read(before.query_string()) == (before, [])


def test_no_filters_make_no_query():
    assert Filters().query_string() == ""
    assert Filters.of({"state": [], "q": []}) == Filters()


def test_with_sets_some_anew_and_keeps_the_rest():
    before = Filters.of({"state": ["CA"], "q": ["voice"]})
    after = before.with_(state=["NY"], craft=["actor"])
    assert dict(after.chosen) == {"craft": ("actor",), "state": ("NY",), "q": ("voice",)}
    assert before.get("state") == ("CA",)


def test_with_nothing_clears_a_filter():
    before = Filters.of({"state": ["CA"], "q": ["voice"]})
    assert before.with_(state=[]) == Filters.of({"q": ["voice"]})


def test_only_keeps_what_is_named():
    before = Filters.of({"state": ["CA"], "q": ["voice"], "as_of": ["2026-01-01"]})
    assert dict(before.only(("as_of", "craft")).chosen) == {"as_of": ("2026-01-01",)}
    assert before.only(()) == Filters()


def test_equal_filters_are_one_key():
    one, other = (Filters.of({"state": ["CA"], "q": ["voice"]}) for _ in range(2))
    assert {one: "kept"}[other] == "kept"
    assert one != Filters.of({"state": ["NY"], "q": ["voice"]})


def test_a_held_view_is_for_its_day():
    held = Filters.of({"as_of": ["2024-06-01"]})
    assert held.frozen
    assert held.applicable_day() == date(2024, 6, 1)


def test_a_live_view_is_for_today():
    live = Filters.of({"from": ["2024"]})
    assert not live.frozen
    before = datetime.now(UTC).date()
    assert before <= live.applicable_day() <= datetime.now(UTC).date()


def test_every_filter_but_the_free_ones_has_options():
    for name in set(LABELS) - set(FREE):
        assert CHOICES.options(name), name
