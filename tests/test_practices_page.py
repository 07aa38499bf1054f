"""The practices page: its charts on a few rows worked out by hand, and each of its parts."""

from __future__ import annotations

import pandas as pd
import pytest

from app import store
from app.charts import consent, crawlers, deals, grid, incidents, practices, transparency
from app.charts.base import Chart
from app.filters import Filters
from app.palette import DARK, LIGHT
from app.practice_blocks import PARTS
from app.registry import PAGES
from etl.vocab import GROUP_OF_ACT, PRACTICE_KINDS
from tests.serving import serve_real
from tests.test_pages import NOTHING, assert_drawn, visit, warnings

PAGE = next(page for page in PAGES if page.path == "practices")


@pytest.fixture(autouse=True)
def opened(monkeypatch):
    monkeypatch.syspath_prepend(".")
    return serve_real(monkeypatch)


def frame(**cells: list[object]) -> pd.DataFrame:
    return pd.DataFrame(cells)


def rows(chart: Chart | None) -> list[list[object]]:
    assert chart is not None
    return chart.table.values.tolist()


DEALS = frame(
    practice_id=["a", "b", "b", "c", "d", "e"],
    title=["A", "B", "B", "C", "D", "E"],
    date=["2025", "2026-01", "2026-01", None, "2026", "2024"],
    seller=["Press", "Press", "Label", "Label", None, "Press"],
    seller_kind=["news_publisher", "news_publisher", "record_label", "record_label", None, None],
    buyer=["Robot", "Robot", "Robot", "Toon", "Robot", "Toon"],
    step=["closed", "announced", "announced", "ended_unclosed", "announced", "closing_reported"],
    amount_usd=[2.5e8, None, None, 9e9, 1.5e9, 75e6],
    creators_opt_in=["unknown", "true", "true", "true", "false", "unknown"],
    media=["news|text", "music", "music", "music", None, "text"],
    confidence=["confirmed", "single", "single", "single", "unconfirmed", "single"],
    source_url=["https://example.com"] * 6,
)


def test_a_deal_that_only_was_announced_is_drawn_apart_from_a_closed_one():
    chart = deals.buyers(DEALS, LIGHT)
    assert list(chart.table.columns) == [
        "Buyer",
        "Signed or closed",
        "Signing reported, unconfirmed",
        "Announced",
        "Ended, never closed",
    ]
    assert rows(chart) == [["Robot", 1, 0, 2, 0], ["Toon", 0, 1, 0, 1]]
    fills = {trace["name"]: trace["marker"]["color"] for trace in chart.figure["data"]}
    assert len(set(fills.values())) == 4
    assert chart.title.startswith("Robot buys most: 3 of 5 deals")
    assert chart.title.endswith("1 known to be signed or closed")


def test_sellers_are_counted_by_kind_and_what_fell_through_is_left_out():
    chart = deals.sellers(DEALS, LIGHT)
    assert list(chart.table.columns) == ["Seller", "Robot", "Toon"]
    assert rows(chart) == [["News publisher", 2, 0], ["Other", 0, 1], ["Record label", 1, 0]]
    assert chart.title == (
        "News publisher: 2 of 4 deals, more than any other kind of seller; 2 with Robot"
    )


def test_sums_are_listed_and_never_added_up():
    chart = deals.sums(DEALS, LIGHT)
    assert [row[:3] for row in rows(chart)] == [
        ["D", "2026", 1_500_000_000],
        ["A", "2025", 250_000_000],
        ["E", "2024", 75_000_000],
    ]
    assert chart.title == "3 of 4 licences have a public sum; the largest is 1.5 billion dollars"
    assert "1,825" not in str(chart)


@pytest.mark.parametrize(
    ("amount", "told"),
    [
        (1.5e9, "1.5 billion dollars"),
        (75e6, "75 million dollars"),
        (2e9, "2 billion dollars"),
        (250_000.0, "250,000 dollars"),
    ],
)
def test_dollars_in_words(amount, told):
    assert deals.dollars(amount) == told


def test_the_consent_of_the_company_is_not_that_of_the_creator():
    chart = consent.two_consents(DEALS, LIGHT)
    assert list(chart.table.columns) == ["Consent", "Yes", "No", "Nobody says"]
    assert rows(chart) == [["The company agreed", 4, 0, 0], [consent.CREATOR, 1, 1, 2]]
    assert chart.title.startswith("Companies agreed to 4 licences; in 1 the single creator")


def test_the_choice_of_creators_is_counted_once_for_each_deal_and_medium():
    chart = consent.by_medium(DEALS, LIGHT)
    assert list(chart.table.columns) == ["Medium", "Yes", "Nobody says"]
    assert sorted(rows(chart)) == [["Music", 1, 0], ["News", 0, 1], ["Text", 0, 2]]
    assert chart.title.startswith("Text: in 2 of 2 licences nobody says")


def test_the_choice_of_creators_by_kind_of_act():
    acts = frame(
        kind=["opt_in_tool", "opt_in_tool", "license_deal"],
        creators_opt_in=["true", "true", "unknown"],
    )
    chart = consent.by_kind(acts, LIGHT)
    assert rows(chart) == [["Opt-in tool", 2, 0], ["Licence deal", 0, 1]]
    assert chart.title.startswith("In 2 of 3 acts")
    assert chart.title.endswith("most often by opt-in tool")
    nobody = consent.by_kind(acts.assign(creators_opt_in="unknown"), LIGHT)
    assert nobody.title == "In 0 of 3 acts the creator is known to have a choice"


ACTS = frame(
    announced_on=["2024-05", "2026", "2026-01-02", None, "2026"],
    kind=["license_deal", "opt_out_tool", "opt_in_tool", "indemnity", "incident"],
    stance=["mixed", "advances", "advances", "not_judged", "undermines"],
    media=["text|news", "text", None, None, "voice"],
    protections=["opt_out", "opt_out|likeness_consent", None, None, None],
)


def test_acts_and_harm_stand_year_by_year_with_the_empty_year_between():
    harm = frame(date=["2026-01-20", None])
    chart = practices.over_time(ACTS, harm, LIGHT)
    assert list(chart.table.columns) == ["What", "2024", "2025", "2026"]
    assert rows(chart) == [
        ["Licences and payments", 1, 0, 0],
        ["Tools and labels", 0, 0, 2],
        ["Harm reported", 0, 0, 1],
    ]
    assert chart.title == "Tools and labels lead in 2026: 2 on record"
    assert "2 without a date not drawn" in chart.subtitle


def test_every_kind_of_act_has_its_place_over_time():
    assert set(GROUP_OF_ACT) == set(PRACTICE_KINDS.ids)


def test_acts_are_counted_once_for_each_medium_and_protection():
    by_medium, by_protection = (
        practices.by_medium(ACTS, LIGHT),
        practices.by_protection(ACTS, LIGHT),
    )
    assert rows(by_medium) == [["Text", 1, 1, 0], ["News", 0, 1, 0], ["Voice", 0, 0, 1]]
    assert by_medium.title == "Most acts concern text: 2 of 5"
    assert [row[1:] for row in rows(by_protection)] == [[1, 1], [1, 0]]
    assert by_protection.title.endswith("on 16 of 18 no act is on record")


def test_harm_is_split_by_whether_anything_followed():
    harm = frame(
        harms=["deepfake|likeness", "deepfake", "likeness"],
        outcome=["Taken down.", None, "An apology."],
    )
    chart = incidents.harms(harm, LIGHT)
    assert rows(chart) == [["Likeness", 2, 0], ["Deepfake", 1, 1]]
    assert "after 2 of 3 incidents" in chart.title


SCORES = frame(
    company=["IBM", "xAI", "Toon", "IBM"],
    year=[2025, 2025, 2024, 2024],
    score=[95, 14, 40, 64],
    max_score=[100] * 4,
)


def test_scores_are_ranked_by_the_newest_year_and_the_absent_come_last():
    chart = transparency.scores(SCORES, LIGHT)
    assert chart.table["Company"].tolist() == ["IBM", "xAI", "Toon"]
    assert chart.title == "In 2025, IBM disclosed most, 95 of 100 points; xAI least, 14"


def test_questions_that_few_answer_come_first():
    answers = frame(
        company=["IBM", "xAI", "Toon"] * 2,
        indicator=["Size"] * 3 + ["Licences"] * 3,
        score=[1, 1, 1, 1, 0, 0],
        year=[2025] * 6,
    )
    chart = transparency.indicators(answers, LIGHT)
    assert chart.table["Question"].tolist() == ["Licences", "Size"]
    assert rows(chart)[0] == ["Licences", "Disclosed", "Not disclosed", "Not disclosed"]
    assert chart.title.startswith("1 of 2 questions")


CRAWLERS = frame(
    company_id=["meta", "meta", None, None],
    operator=["Meta", "Meta/Facebook", "Toon", None],
    use_class=["training", "training", "training", "search_or_answer"],
    respects_robots=["yes", "no", "unclear", "yes"],
)


def test_crawlers_by_use():
    chart = crawlers.by_use(CRAWLERS, LIGHT)
    assert rows(chart) == [["Training", 1, 1, 1], ["Search or answers", 1, 0, 0]]
    assert "Of 3 crawlers for training, 1 are said" in chart.title


def test_the_crawlers_of_a_company_count_together():
    companies = frame(company_id=["meta"], name=["Meta Platforms"])
    chart = crawlers.by_operator(CRAWLERS, companies, LIGHT)
    assert rows(chart) == [["Meta Platforms", 1, 1, 0], ["Toon", 0, 0, 1]]
    assert chart.title == "Meta Platforms runs most AI crawlers on record: 2"
    assert "1 crawler without a known operator not drawn" in chart.subtitle


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_a_grid_writes_its_numbers_so_that_they_can_be_read(theme):
    table = frame(What=["a", "b"], x=[0, 1], y=[100, 4])
    cells, numbers = grid.count_grid(table, theme)["data"]
    assert cells["z"][0] == [0, len(theme.steps) - 1]
    assert numbers["text"] == ["100", "1", "4"]
    assert set(numbers["textfont"]["color"]) <= {"#000000", "#FFFFFF"}


@pytest.mark.parametrize("part", PARTS)
def test_every_part_has_an_address(part):
    app = visit(PAGE, view=part)
    assert_drawn(app)
    assert warnings(app) == []
    assert len(app.header) > 1
    assert not [info for info in app.info if NOTHING in info.value]


@pytest.mark.parametrize("part", PARTS)
def test_every_part_is_drawn_where_little_is_left(part):
    app = visit(PAGE, view=part, company="shutterstock", kind="license_deal", as_of="2024-06-01")
    assert_drawn(app)
    assert warnings(app) == []


def test_a_part_that_does_not_exist_is_named_and_the_first_is_shown():
    app = visit(PAGE, view="nonsense")
    assert_drawn(app)
    assert any("“nonsense”" in text for text in warnings(app))
    assert len(store.query("practices", Filters())) in [len(t.value) for t in app.dataframe]


def test_a_kind_of_act_narrows_acts_and_deals():
    for name in ("practices", "deals"):
        found = store.query(name, Filters.of({"kind": ["settlement_license"]}))
        assert set(found["kind"]) == {"settlement_license"}


def test_what_followed_links_to_records_and_says_where_nothing_did():
    app = visit(PAGE, view="incidents")
    told = " ".join(block.proto.body for block in app.get("html"))
    assert 'href="records/incidents/' in told
    assert 'href="records/practices/' in told
    assert "Nothing on record." in told
