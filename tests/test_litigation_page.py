"""The litigation page: its charts on a few rows worked out by hand, and each of its parts."""

from __future__ import annotations

import re
from html import unescape

import pandas as pd
import pytest

from app import store
from app.charts import case_line, parties, rulings, settlements, waits
from app.charts.base import Chart
from app.filters import Filters
from app.litigation_blocks import MOST, PARTS
from app.palette import DARK, LIGHT
from app.registry import PAGES
from tests.serving import serve_real
from tests.test_opening import rows_at
from tests.test_pages import NOTHING, assert_drawn, visit, warnings

PAGE = next(page for page in PAGES if page.path == "litigation")


@pytest.fixture(autouse=True)
def opened(monkeypatch):
    monkeypatch.syspath_prepend(".")
    return serve_real(monkeypatch)


def frame(**cells: list[object]) -> pd.DataFrame:
    return pd.DataFrame(cells)


def rows(chart: Chart | None) -> list[list[object]]:
    assert chart is not None
    return chart.table.values.tolist()


def html(app) -> str:
    return " ".join(block.proto.body for block in app.get("html"))


RULINGS = frame(
    doctrine=["fair_use", "fair_use", "text_mining", "pleading"],
    level=["trial", "appeal", "trial", "trial"],
    direction=["for_defendant", "for_plaintiff", "for_defendant", "mixed"],
    finality=["interim", "final", "final", "interim"],
    confidence=["confirmed", "unconfirmed", "official", "single"],
    short_name=["Pen", "Ross", "Lens", "Ink"],
    date=["2025-06-25", "2026-09-29", "2024", "2026"],
    date_first=pd.to_datetime(["2025-06-25", "2026-09-29", "2024-01-01", "2026-01-01"]),
    source_url=["https://example.com"] * 4,
)


def test_a_ruling_that_is_only_reported_is_marked_and_never_counted():
    chart = rulings.board(RULINGS, LIGHT)
    assert (
        chart.title
        == "2 rulings on fair use or its like: 2 for the defendant; 1 final in that court"
    )
    assert chart.subtitle.startswith("3 rulings by question and court")
    (trace,) = chart.figure["data"]
    assert list(zip(trace["y"], trace["text"], strict=True)) == [
        ("Fair use · trial court", "○"),
        ("Fair use · appeal court", "?"),
        ("Text and data mining exception · trial court", "●"),
        ("Motion to dismiss · trial court", "○"),
    ]
    colours = trace["textfont"]["color"]
    assert colours.count(LIGHT.accent) == 3
    assert colours[1] == LIGHT.alarm
    assert chart.table["Counted"].tolist() == ["yes", "no, unconfirmed", "yes", "yes"]


def test_a_mark_stands_in_the_panel_of_its_direction():
    (trace,) = rulings.board(RULINGS, LIGHT).figure["data"]
    panels = [int(x) for x in trace["x"]]
    headings = ["For the plaintiff", "For the defendant", "Mixed"]
    assert [headings[panel] for panel in panels] == [
        "For the defendant",
        "For the plaintiff",
        "For the defendant",
        "Mixed",
    ]


def test_without_an_answer_the_board_says_so():
    chart = rulings.board(RULINGS[RULINGS["confidence"] == "unconfirmed"], LIGHT)
    assert chart.title == "No confirmed ruling yet on fair use or its like"


CASES = frame(
    defendants=["Robot|Toon", "Robot", "Robot", "Toon", None],
    plaintiff_class=["musicians", "book_authors", "book_authors", "musicians", "musicians"],
    plaintiffs=["Ann|Bo", "Cy", "Ann|Bo", "Ann|Bo", "Dee"],
)


def test_defendants_are_counted_by_class_of_plaintiff():
    chart = parties.defendants(CASES, LIGHT)
    assert list(chart.table.columns) == ["Defendant", "Book authors", "Musicians"]
    assert rows(chart) == [["Robot", 2, 1], ["Toon", 0, 2]]
    assert chart.title == "Robot is named in 3 of 5 cases, most often by book authors (2)"


def test_only_the_same_plaintiffs_sue_in_parallel():
    chart = parties.parallel_plaintiffs(CASES, LIGHT)
    assert rows(chart) == [["Ann, Bo", 3, "Robot, Toon"]]
    assert chart.title.startswith("Ann, Bo sued 3 times; 1 group of plaintiffs")
    assert parties.parallel_plaintiffs(CASES.head(3), LIGHT) is None


def waiting(*cells: tuple[str, str, str, float | None]) -> pd.DataFrame:
    """Rows of (case, milestone, wait, days); a month is 30.4375 days."""
    found = pd.DataFrame(cells, columns=["case_id", "milestone", "wait", "days"])
    return found.assign(short_name=found["case_id"], case_confidence="single")


MONTH = 365.25 / 12
REACHED = [(str(n), "dismissal_ruling", "reached", n * MONTH) for n in (2, 4, 6, 20, 30)]


def test_the_median_is_of_cases_that_got_there_and_open_cases_are_told():
    still = ("x", "dismissal_ruling", "open", 40 * MONTH)
    gone = ("y", "dismissal_ruling", "out", None)
    undated = ("z", "dismissal_ruling", "open", None)
    chart = waits.waits(waiting(*REACHED, still, gone, undated), LIGHT)
    assert rows(chart) == [["Ruling on a motion to dismiss", 5, 6.0, 2.0, 30.0, 1, 1]]
    assert chart.title == (
        "Ruling on a motion to dismiss: 6 months, the median of 5 cases; 1 open case without one"
    )
    assert (
        "so the true time is longer; 1 case without a month of filing not drawn" in chart.subtitle
    )
    reached, open_, median = chart.figure["data"]
    assert reached["x"] == [2.0, 4.0, 6.0, 20.0, 30.0]
    assert open_["x"] == [40.0]
    assert median["x"] == [6.0]


def test_a_few_cases_have_no_median():
    chart = waits.waits(waiting(*REACHED[:4]), LIGHT)
    assert chart.table["Median months"].isna().all()
    assert chart.title == "Ruling on a motion to dismiss: 4 cases got there, 0 open cases not yet"
    assert "too few for a median" in str(chart.figure["layout"]["annotations"])
    assert chart.figure["data"][2]["x"] == []


def test_a_step_that_nobody_reached_is_not_drawn():
    chart = waits.waits(waiting(*REACHED, ("x", "appeal", "open", 400)), LIGHT)
    assert chart.table["Step"].tolist() == ["Ruling on a motion to dismiss"]
    assert waits.waits(waiting(("x", "appeal", "open", 400)), LIGHT) is None


SETTLED = frame(
    short_name=["Pen", "Ink", "Lens"],
    settlement_usd=[None, 1.5e9, None],
    date=["2026-06", "2025-09-05", None],
    date_first=pd.to_datetime(["2026-06-01", "2025-09-05", None]),
    approved_on=[None, "2025-09-25", None],
    step=["announced", "approved", "reported"],
    ends_the_case=[False, True, True],
    confidence=["single", "confirmed", "unconfirmed"],
    summary=["Part settles.", "Class settles.", None],
    source_url=["https://example.com"] * 3,
)


def test_a_settlement_has_its_sum_and_how_far_it_came():
    chart = settlements.settlements(SETTLED, LIGHT)
    assert [row[:6] for row in rows(chart)] == [
        ["Ink", "1.5 billion dollars", "Approved", "2025-09-05", "2025-09-25", "whole suit"],
        ["Pen", "Sum not public", "Announced", "2026-06", "", "part of the suit"],
        ["Lens", "Sum not public", "Reported, unconfirmed", "", "", "whole suit"],
    ]
    assert chart.title == (
        "1 of 3 settlements has a public sum, 1.5 billion dollars; 1 only reported"
    )


def events(*cells: tuple[str, str, str, str]) -> pd.DataFrame:
    """Events of (kind, first day, last day, confidence)."""
    found = pd.DataFrame(cells, columns=["kind", "date_first", "date_last", "confidence"])
    precision = (found["date_first"] == found["date_last"]).map({True: "day", False: "month"})
    return found.assign(
        event_id=[str(n) for n in range(len(found))],
        date=found["date_first"],
        date_precision=precision,
        date_first=pd.to_datetime(found["date_first"]),
        date_last=pd.to_datetime(found["date_last"]),
        is_ahead=found["date_first"] > "2026-11-22",
        summary="What happened.",
        source_url="https://example.com",
    )


LINE = events(
    ("ruling", "2026-05-01", "2026-05-01", "confirmed"),
    ("filed", "2025-09-02", "2025-09-02", "single"),
    ("ruling", "2026-06-01", "2026-06-30", "unconfirmed"),
    ("scheduled", "2027-03-01", "2027-03-01", "single"),
)


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_the_line_of_a_case_keeps_doubt_and_precision(theme):
    chart = case_line.line(LINE, "Pen v. Robot", theme)
    assert chart.title == "4 steps on record, 1 of them a confirmed ruling"
    assert chart.table["What"].tolist() == ["filed", "ruling", "ruling", "court date"]
    span, *lanes = chart.figure["data"]
    assert span["x"] == ["2026-06-01", "2026-06-30"]
    marks = {lane["y"][0]: lane for lane in lanes}
    assert list(marks) == ["Rulings", "Steps", "Fixed to come"]
    assert marks["Rulings"]["x"] == ["2026-05-01", "2026-06-15"]
    assert marks["Rulings"]["marker"]["symbol"] == ["circle", "circle-open"]


@pytest.mark.parametrize("part", [part for part in PARTS if part != "case"])
def test_every_part_has_an_address(part):
    app = visit(PAGE, view=part)
    assert_drawn(app)
    assert warnings(app) == []
    assert app.header
    assert not [info for info in app.info if NOTHING in info.value]


@pytest.mark.parametrize("part", PARTS)
def test_every_part_is_drawn_where_little_is_left(part):
    app = visit(PAGE, view=part, company="robot", plaintiff="government", as_of="2024-06-01")
    assert_drawn(app)


def test_a_case_in_the_address_opens_it_whatever_the_filters():
    app = visit(PAGE, case="bartz-v-anthropic", plaintiff="musicians")
    assert_drawn(app)
    assert warnings(app) == []
    assert [title.value for title in app.title] == ["Bartz v. Anthropic: settled"]
    told = html(app)
    assert "3:24-cv-05417" in told
    assert 'href="records/cases/bartz-v-anthropic"' in told
    assert "Open the docket" in told


def test_the_headline_names_the_case_only_where_it_is_opened():
    (title,) = visit(PAGE, case="bartz-v-anthropic", view="suits").title
    assert "cases on record" in title.value


def test_a_case_leads_to_the_cases_that_belong_to_it():
    inside = store.query("cases", Filters())
    inside = inside[inside["consolidated_into"] == "in-re-openai-mdl"]["case_id"].tolist()
    told = html(visit(PAGE, view="case", case="in-re-openai-mdl"))
    assert "<dt>Hears</dt>" in told
    assert sum(f"case={case_id}" in told for case_id in inside) >= 10


def test_related_cases_that_are_only_counted_are_one_click_away():
    told = html(visit(PAGE, view="case", case="nyt-v-microsoft", as_of="2026-09-30"))
    found = re.findall(r'href="(data\?table=related_cases[^"]+)"[^>]*>(\d+) more<', told)
    assert found
    for href, more in found:
        assert "as_of=2026-09-30" in href
        assert len(rows_at(unescape(href))) == MOST + int(more)


def test_a_frozen_view_stays_frozen_on_the_way_to_another_case():
    told = html(visit(PAGE, case="in-re-openai-mdl", as_of="2026-06-30"))
    assert "as_of=2026-06-30" in told


def test_a_case_that_does_not_exist_is_named_in_a_warning():
    app = visit(PAGE, view="case", case="nonsense")
    assert_drawn(app)
    assert any("“nonsense”" in text for text in warnings(app))


def test_every_case_can_be_opened():
    for case_id in store.query("cases", Filters())["case_id"].tolist()[::9]:
        app = visit(PAGE, case=case_id)
        assert_drawn(app)
        assert warnings(app) == [], case_id
