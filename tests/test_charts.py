"""Charts: each says something, survives every filter, and counts what is in the rows."""

from __future__ import annotations

import inspect
import json
import math
from dataclasses import dataclass
from types import ModuleType

import pandas as pd
import pytest

from app import store, views
from app.charts import (
    agreements,
    coalition,
    consent,
    crawlers,
    deals,
    gap_curve,
    gap_map,
    gap_scores,
    gaps,
    incidents,
    legislation,
    litigation,
    parties,
    practices,
    rulings,
    settlements,
    terms,
    timeline,
    transparency,
    waits,
)
from app.charts.base import Chart, counted, explode, in_words, ink_on
from app.charts.tile_map import step_of, tile_map
from app.filters import WRITTEN, Filters
from app.palette import DARK, LEVELS, LIGHT, Theme
from etl.vocab import PROTECTIONS
from tests.serving import serve, serve_real

DAY = pd.Timestamp("2026-09-20")
MODULES: list[ModuleType] = [
    agreements,
    coalition,
    gap_curve,
    gap_map,
    gap_scores,
    gaps,
    consent,
    crawlers,
    deals,
    incidents,
    legislation,
    litigation,
    parties,
    practices,
    rulings,
    settlements,
    timeline,
    transparency,
    waits,
]


@dataclass(frozen=True)
class Maker:
    """A chart function, the rows it draws, and the rows it takes whole."""

    module: ModuleType
    name: str
    relation: str
    whole: str = ""
    with_day: bool = False
    also: str = ""
    """A second relation, drawn under the same filters."""

    def draw(self, filters: Filters, theme: Theme = LIGHT) -> Chart | None:
        frames = [store.query(self.relation, filters)]
        frames += [store.query(self.whole, Filters())] if self.whole else []
        frames += [store.query(self.also, filters)] if self.also else []
        day = [DAY] if self.with_day else []
        return getattr(self.module, self.name)(*frames, *day, theme)


MAKERS = [
    Maker(terms, "terms", "agreements", with_day=True),
    Maker(agreements, "matrix", "agreement_protections"),
    Maker(coalition, "named_and_claimed", "letters"),
    Maker(coalition, "crafts", "signatures"),
    Maker(gaps, "matrix", "coverage"),
    Maker(gap_scores, "ranking", "gap_scores", "signatures"),
    Maker(gap_scores, "by_pillar", "gap_scores"),
    Maker(gap_map, "by_state", "state_coverage", "jurisdictions"),
    Maker(gap_curve, "curve", "coverage_curve", with_day=True, also="coverage_moves"),
    Maker(legislation, "laws_by_state", "bills", "jurisdictions"),
    Maker(legislation, "topics", "bills"),
    Maker(legislation, "by_year", "bills"),
    Maker(litigation, "filings_by_quarter", "cases", with_day=True),
    Maker(litigation, "plaintiff_classes", "cases"),
    Maker(parties, "defendants", "cases"),
    Maker(parties, "parallel_plaintiffs", "cases"),
    Maker(rulings, "board", "rulings"),
    Maker(settlements, "settlements", "settlements"),
    Maker(waits, "waits", "case_waits"),
    Maker(litigation, "stages", "cases"),
    Maker(litigation, "filed_versus_active", "cases"),
    Maker(practices, "kinds", "practices"),
    Maker(practices, "by_year", "practices"),
    Maker(practices, "over_time", "practices", "incidents"),
    Maker(practices, "by_medium", "practices"),
    Maker(practices, "by_protection", "practices"),
    Maker(consent, "two_consents", "deals"),
    Maker(consent, "by_medium", "deals"),
    Maker(consent, "by_kind", "practices"),
    Maker(deals, "buyers", "deals"),
    Maker(deals, "sellers", "deals"),
    Maker(deals, "sums", "deals"),
    Maker(incidents, "harms", "incidents"),
    Maker(transparency, "scores", "transparency_scores"),
    Maker(transparency, "indicators", "transparency_indicators"),
    Maker(crawlers, "by_use", "ai_crawlers"),
    Maker(crawlers, "by_operator", "ai_crawlers", "companies"),
    Maker(timeline, "events_by_month", "events"),
]
each_maker = pytest.mark.parametrize(
    "maker", MAKERS, ids=lambda m: f"{m.module.__name__.rpartition('.')[2]}.{m.name}"
)


@pytest.fixture(autouse=True)
def opened(monkeypatch):
    return serve_real(monkeypatch)


def dates(frame: pd.DataFrame, *columns: str) -> pd.DataFrame:
    return frame.assign(**{c: pd.to_datetime(frame[c]) for c in columns})


def counts(chart: Chart | None) -> list[list[object]]:
    assert chart is not None
    return chart.table.values.tolist()


def test_every_chart_function_is_tested():
    known = {(m.module, m.name) for m in MAKERS}
    for module in MODULES:
        for name, function in inspect.getmembers(module, inspect.isfunction):
            if str(inspect.signature(function).return_annotation).startswith("Chart"):
                assert (module, name) in known


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
@each_maker
def test_a_chart_says_something_and_can_be_sent(maker, theme):
    chart = maker.draw(Filters(), theme)
    assert type(chart.figure) is dict
    assert len(json.dumps(chart.figure, allow_nan=False)) > 500
    assert len(chart.table) > 0
    for text in (chart.title, chart.subtitle):
        assert len(text) > 20
        assert not set(text) & set("<>*_`[]$#\n")
    assert chart.title[0].isupper() or chart.title[0].isdigit() or chart.title[0] in "xe"


@each_maker
def test_light_and_dark_differ_only_in_looks(maker):
    light, dark = maker.draw(Filters(), LIGHT), maker.draw(Filters(), DARK)
    assert light.title == dark.title
    assert light.table.equals(dark.table)
    assert light.figure != dark.figure


@each_maker
def test_no_rows_make_no_chart(maker):
    if store.release().relations[maker.relation].scoped:
        pytest.skip("coverage is worked out for anybody; a search picks none of its rows")
    assert maker.draw(Filters.of({"q": ["zzzzzzzz"]})) is None


@each_maker
def test_a_chart_is_drawn_under_every_filter(maker):
    for name in store.applicable(maker.relation) - {*WRITTEN}:
        for value in list(store.choices().options(name))[:3]:
            chart = maker.draw(Filters.of({name: [value]}))
            assert chart is None or json.dumps(chart.figure, allow_nan=False)


@pytest.mark.parametrize("asked", [{"q": ["voice"]}, {"to": ["2019"]}, {"as_of": ["2024-06-01"]}])
@each_maker
def test_a_chart_is_drawn_under_words_and_dates(maker, asked):
    chart = maker.draw(Filters.of(asked))
    assert chart is None or json.dumps(chart.figure, allow_nan=False)


def cases(**cells: list[object]) -> pd.DataFrame:
    return pd.DataFrame(cells)


def filed(frame: pd.DataFrame) -> pd.DataFrame:
    return dates(dates(frame, "filed_on_first"), "filed_on_last")


def happened(frame: pd.DataFrame) -> pd.DataFrame:
    return dates(dates(frame, "date_first"), "date_last")


def test_filings_are_counted_by_quarter_and_the_undated_are_told():
    frame = cases(
        filed_on_first=["2025-11-30", "2026-04-01", "2026-06-30", "2026-05-01", "2026-01-01", None],
        filed_on_last=["2025-11-30", "2026-04-01", "2026-06-30", "2026-05-31", "2026-12-31", None],
        country=["US"] * 6,
    )
    chart = litigation.filings_by_quarter(filed(frame), DAY, LIGHT)
    assert counts(chart) == [["2025 Q4", 1], ["2026 Q1", 0], ["2026 Q2", 3]]
    assert chart.title == "3 suits so far in 2026, 3.0 times as many as in all of 2025"
    assert "in the US, to 30 Jun 2026" in chart.subtitle
    assert chart.subtitle.endswith("2 cases not dated to one quarter not drawn")
    assert chart.figure["data"][0]["y"] == [1, 0, 3]


def test_fewer_filings_are_told_without_boasting():
    frame = cases(
        filed_on_first=["2025-01-01", "2025-02-01", "2026-01-01"],
        filed_on_last=["2025-01-01", "2025-02-01", "2026-01-01"],
        country=["US", "DE", "US"],
    )
    chart = litigation.filings_by_quarter(filed(frame), DAY, LIGHT)
    assert chart.title == "1 suit filed in 2026, 2 the year before"
    assert "in 2 countries" in chart.subtitle
    assert "not drawn" not in chart.subtitle


def test_suits_dated_only_by_year_make_no_chart():
    frame = cases(filed_on_first=["2025-01-01"], filed_on_last=["2025-12-31"], country=["US"])
    assert litigation.filings_by_quarter(filed(frame), DAY, LIGHT) is None


def test_classes_of_plaintiffs_are_split_into_active_and_ended():
    frame = cases(
        plaintiff_class=["musicians", "book_authors", "book_authors", "book_authors"],
        is_active=[True, True, False, False],
    )
    chart = litigation.plaintiff_classes(frame, LIGHT)
    assert counts(chart) == [["Book authors", 1, 2], ["Musicians", 1, 0]]
    assert chart.title == "Book authors sue most: 3 suits"


def test_suits_filed_are_not_active_dockets():
    frame = cases(status=["stayed", "consolidated", "pending"], is_active=[True, False, True])
    chart = litigation.filed_versus_active(frame, LIGHT)
    assert counts(chart) == [["Pending", 1], ["Stayed", 1], ["Consolidated", 1]]
    assert chart.title == "3 suits filed, 2 active dockets"


def test_stages_are_in_the_order_of_a_suit():
    frame = cases(
        stage=["appeal", "complaint", "complaint"], status=["pending", "settled", "pending"]
    )
    chart = litigation.stages(frame, LIGHT)
    assert list(chart.table.columns) == ["Stage", "Pending", "Settled"]
    assert counts(chart) == [["Complaint", 1, 1], ["Appeal", 1, 0]]
    assert chart.title.startswith("2 of 3 cases")


PLACES = pd.DataFrame(
    {
        "jurisdiction": ["CA", "NY", "TN", "PR", "US"],
        "name": ["California", "New York", "Tennessee", "Puerto Rico", "United States"],
        "kind": ["state", "state", "state", "territory", "federal"],
        "tile_row": [2, 1, 2, None, None],
        "tile_column": [1, 3, 2, None, None],
    }
)


def laws(*places: str, force: str = "in_force") -> pd.DataFrame:
    return pd.DataFrame({"jurisdiction": list(places), "force": force})


def test_the_state_with_most_laws_leads():
    frame = pd.concat([laws("CA", "CA", "NY", "US", "US", "US"), laws("TN", force="future")])
    chart = legislation.laws_by_state(frame, PLACES, LIGHT)
    assert counts(chart) == [["CA", "California", 2], ["NY", "New York", 1], ["TN", "Tennessee", 0]]
    assert chart.title == "California has 2 laws; 1 place has none on record"


@pytest.mark.parametrize(
    "frame, title",
    [
        (laws("NY", "CA"), "California and New York have 1 law; 1 place has none on record"),
        (laws("NY", "CA", "TN"), "California, New York and Tennessee have 1 law"),
        (laws("US"), "No state has a law in force on record under these filters"),
    ],
)
def test_states_that_lead_together_are_named_together(frame, title):
    assert legislation.laws_by_state(frame, PLACES, LIGHT).title == title


BILLS = pd.DataFrame(
    {
        "topics": ["csam|ai_disclosure", "ai_disclosure", "ai_disclosure", None],
        "force": ["in_force", "not_law", "in_force", "in_force"],
        "status": ["enacted", "introduced", "enacted", "enacted"],
    }
)


def test_topics_are_counted_by_force_and_sorted():
    chart = legislation.topics(BILLS, LIGHT)
    assert list(chart.table.columns) == ["Topic", "In force", "Not law"]
    assert counts(chart) == [["AI disclosure", 2, 1], ["Child abuse material", 1, 0]]
    assert chart.title.startswith("3 of 4 bills became law")


def test_a_title_keeps_the_capitals_of_ai():
    assert "AI disclosure" in legislation.topics(BILLS, LIGHT).title


def test_bills_are_counted_in_the_year_of_each_step():
    frame = pd.DataFrame(
        {
            "introduced_on": ["2023-01-05", "2023", None, "2026-02"],
            "enacted_on": ["2026-05-01", None, "2024", "2026-06"],
        }
    )
    chart = legislation.by_year(frame, LIGHT)
    assert counts(chart) == [["2023", 0, 2], ["2024", 1, 0], ["2025", 0, 0], ["2026", 2, 1]]
    assert chart.title == "2026 brought most new laws on record: 2"
    assert "not recorded for 1 of 4 bills" in chart.subtitle


def test_laws_of_long_ago_stand_in_one_bar():
    frame = pd.DataFrame(
        {
            "introduced_on": ["1898", "2016-05", "2017", None],
            "enacted_on": ["1899-03-01", None, "2026", "2026"],
        }
    )
    chart = legislation.by_year(frame, LIGHT)
    years = [row[0] for row in counts(chart)]
    assert years == ["to 2016", *map(str, range(2017, 2027))]
    assert counts(chart)[0][1:] == [1, 2]  # enacted in 1899; introduced in 1898 and 2016
    assert counts(chart)[1] == ["2017", 0, 1]
    assert chart.title == "2026 brought most new laws on record: 2"


def cells(**levels: tuple[str, str]) -> pd.DataFrame:
    """A grid: for each agreement its level on opting out, and on consent to a replica."""
    rows = [
        {
            "agreement_id": name,
            "protection": protection,
            "level": level,
            "status": "expired" if name == "old" else "in_force",
            "union_name": "Guild",
            "title": name,
            "also_refused": False,
            "summary": None if level == "not_judged" else "What it says.",
            "confidence": None if level == "not_judged" else "official",
        }
        for name, both in levels.items()
        for protection, level in zip(("likeness_consent", "opt_out"), both, strict=True)
    ]
    return pd.DataFrame(rows)


def test_not_judged_is_never_shown_as_absent():
    frame = cells(one=("absent", "not_judged"), two=("strong", "refused"))
    chart = agreements.matrix(frame, LIGHT)
    by_name = {row[1]: row[3:] for row in counts(chart)}
    likeness = next(i for i, c in enumerate(chart.table.columns[3:]) if "replica" in c)
    assert by_name["one"][likeness] == "contract lacks it"
    assert by_name["one"][1 - likeness] == "not judged"
    assert by_name["two"][likeness] == "strong"
    assert by_name["two"][1 - likeness] == "sought and refused"
    assert "25% of the grid nobody has judged yet" in chart.title


def test_the_colour_of_a_cell_is_that_of_its_level():
    frame = cells(one=("absent", "not_judged"), two=("weak", "partial"))
    trace = agreements.matrix(frame, LIGHT).figure["data"][0]
    drawn = {(trace["z"][r][c], trace["text"][r][c]) for r in range(2) for c in range(2)}
    order = list(LEVELS)
    wanted = ("absent", "not_judged", "weak", "partial")
    assert drawn == {(order.index(level), LEVELS[level].symbol) for level in wanted}


def test_a_level_that_is_only_reported_has_a_star():
    frame = cells(one=("strong", "not_judged"), two=("weak", "refused"))
    doubtful = (frame["agreement_id"] == "one") & (frame["level"] == "strong")
    frame.loc[doubtful, "confidence"] = "unconfirmed"
    trace = agreements.matrix(frame, LIGHT).figure["data"][0]
    symbols = {symbol for row in trace["text"] for symbol in row}
    assert symbols == {"●*", "?", "○", "✕"}
    hovers = [text for row in trace["hovertext"] for text in row if "reported" in text]
    assert len(hovers) == 1
    assert ": strong, reported, unconfirmed<br>Guild: one<br>" in hovers[0]


def test_the_legend_explains_every_symbol_and_the_star():
    marks = {symbol: label for symbol, label, *_ in agreements.level_key(LIGHT)}
    assert set(marks) == {level.symbol for level in LEVELS.values()} | {"*"}
    assert marks["*"] == "reported, unconfirmed"
    assert marks["∅"] == "looked, none found"


def test_nothing_found_is_an_answer():
    frame = cells(one=("none_found", "not_judged"), two=("none_found", "none_found"))
    chart = agreements.matrix(frame, LIGHT)
    told = [cell for row in counts(chart) for cell in row[3:]]
    assert sorted(told) == ["looked, none found"] * 3 + ["not judged"]
    assert "25% of the grid nobody has judged yet" in chart.title


def test_a_contract_last_known_in_force_says_so_on_its_axis():
    frame = cells(known=("strong", "weak"), dim=("strong", "weak"))
    frame.loc[frame["agreement_id"] == "dim", "status"] = "last_known"
    names = agreements.matrix(frame, LIGHT).figure["layout"]["yaxis"]["ticktext"]
    assert names == ["Guild: known", "Guild: dim (last known in force)"]


def test_an_agreement_that_nobody_judged_is_not_drawn():
    frame = cells(one=("strong", "not_judged"), none=("not_judged", "not_judged"))
    assert [row[1] for row in counts(agreements.matrix(frame, LIGHT))] == ["one"]


def test_contracts_in_force_come_first_and_others_say_what_they_are():
    frame = cells(old=("strong", "strong"), new=("strong", "not_judged"))
    names = [row[1:3] for row in counts(agreements.matrix(frame, LIGHT))]
    assert names == [["new", "In force"], ["old", "Expired"]]


def test_the_title_names_what_contracts_secure_most():
    frame = cells(a=("strong", "weak"), b=("partial", "absent"), c=("strong", "partial"))
    told = PROTECTIONS.label("likeness_consent").lower()
    assert f"“{told}” most often" in agreements.matrix(frame, LIGHT).title


def contracts(*spans: tuple[str | None, str | None]) -> pd.DataFrame:
    frame = pd.DataFrame(
        {
            "title": [f"Contract {n}" for n in range(len(spans))],
            "effective_on": [start for start, _ in spans],
            "binds_first": [start for start, _ in spans],
            "expires_on": [end for _, end in spans],
            "expires_on_last": [end for _, end in spans],
        }
    ).assign(union_name="Guild", status="in_force", source_url="https://guild.example.org")
    return dates(frame, "binds_first", "expires_on_last")


def test_terms_without_an_end_are_drawn_open_up_to_the_day():
    frame = contracts(("2024-09-20", None), ("2025-01-01", "2027-01-01"), (None, "2027-01-01"))
    chart = terms.terms(frame, DAY, LIGHT)
    bars = chart.figure["data"][0]
    assert bars["x"] == [730 * 86_400_000, 730 * 86_400_000]
    assert bars["marker"]["opacity"] == [0.45, 1]
    assert bars["customdata"][0] == ["Contract 0", "2024-09-20", "not recorded"]
    assert chart.subtitle.endswith("1 contract without a start date not drawn")
    assert len(chart.table) == 2


def test_a_bar_begins_with_the_day_the_contract_binds():
    frame = contracts(("2024", "2027-01-01"))
    frame["binds_first"] = pd.Timestamp("2024-05-10")  # the vote
    bars = terms.terms(frame, DAY, LIGHT).figure["data"][0]
    assert bars["base"] == ["2024-05-10"]
    assert bars["x"] == [966 * 86_400_000]  # 365 to May 2025, 365, 236 more to 1 January 2027


@pytest.mark.parametrize(
    "end, soon", [("2026-09-19", 0), ("2026-09-20", 1), ("2027-09-20", 1), ("2027-09-21", 0)]
)
def test_a_contract_ends_soon_within_twelve_months(end, soon):
    title = terms.terms(contracts(("2024-01-01", end)), DAY, LIGHT).title
    assert title.startswith(f"{soon} contract")


def test_one_contract_without_an_end_is_told_in_the_singular():
    title = terms.terms(contracts(("2024-01-01", None)), DAY, LIGHT).title
    assert title.endswith("; 1 has no recorded end")


def test_letters_show_named_and_claimed_side_by_side():
    frame = pd.DataFrame(
        {"title": ["Small", "Big", "Silent"], "claimed": [150, 4200, None], "named": [0, 30, 9]}
    )
    chart = coalition.named_and_claimed(frame, LIGHT)
    assert counts(chart) == [["Big", 30, 4200], ["Small", 0, 150]]
    assert chart.title == "Public sources name 30 of 4,350 signatures claimed under these letters"
    assert len(coalition.named_and_claimed(frame, LIGHT, most=1).table) == 1


def test_a_person_who_signs_twice_has_one_craft():
    frame = pd.DataFrame(
        {
            "signatory_id": ["ada", "ada", "bo", "cy", "guild"],
            "signatory_kind": ["person"] * 4 + ["organization"],
            "primary_craft": ["writer", "writer", "composer", "writer", "actor"],
        }
    )
    chart = coalition.crafts(frame, LIGHT)
    assert counts(chart) == [["Writers", 2], ["Composers", 1]]
    assert chart.title == "Writers and composers are named most"
    assert "3 people" in chart.subtitle


def test_acts_are_counted_by_kind_and_stance():
    frame = pd.DataFrame(
        {
            "kind": ["license_deal", "license_deal", "opt_out_tool"],
            "stance": ["mixed", "undermines", "advances"],
            "announced_on": ["2025-06", None, "2026"],
        }
    )
    assert counts(practices.kinds(frame, LIGHT)) == [
        ["Licence deal", 0, 1, 1],
        ["Opt-out tool", 1, 0, 0],
    ]
    chart = practices.by_year(frame, LIGHT)
    assert counts(chart) == [["2025", 0, 1], ["2026", 1, 0]]
    assert "1 act without a date not drawn" in chart.subtitle


def test_events_are_counted_by_month_and_what_lies_ahead_is_not():
    frame = pd.DataFrame(
        {
            "date_first": ["2026-01-31", "2026-03-01", "2026-03-31", "2026-01-01", "2027-01-01"],
            "date_last": ["2026-01-31", "2026-03-31", "2026-03-31", "2026-12-31", "2027-01-01"],
            "domain": ["litigation", "legislation", "litigation", "litigation", "legislation"],
            "is_ahead": [False, False, False, False, True],
        }
    )
    chart = timeline.events_by_month(happened(frame), LIGHT)
    assert list(chart.table.columns) == ["Month", "Legislation", "Litigation"]
    assert counts(chart) == [["2026-01", 0, 1], ["2026-02", 0, 0], ["2026-03", 1, 1]]
    assert chart.title == "March 2026 was the busiest month: 2 events"
    assert chart.subtitle.endswith("1 event earlier, or not dated to one month, not drawn")


def test_an_event_of_one_month_or_the_next_is_not_drawn():
    frame = pd.DataFrame(
        {
            "date_first": ["2024-01-31", "2024-05-30", "2024-03-01", "2024-01-01"],
            "date_last": ["2024-01-31", "2024-06-02", "2024-03-09", "2025-12-31"],
            "domain": ["litigation"] * 4,
            "is_ahead": [False] * 4,
        }
    )
    chart = timeline.events_by_month(happened(frame), LIGHT)
    assert counts(chart) == [["2024-01", 1], ["2024-02", 0], ["2024-03", 1]]
    assert chart.subtitle.endswith("2 events earlier, or not dated to one month, not drawn")


@pytest.mark.parametrize("most", [1, 2, 3, 4, 5, 12, 100])
def test_shades_run_from_none_to_the_most(most):
    steps = [step_of(value, most) for value in range(most + 1)]
    assert steps[0] == 0
    assert all(step > 0 for step in steps[1:])
    assert steps == sorted(steps)
    assert steps[-1] == 5


def test_a_shade_is_a_fifth_of_the_way():
    assert [step_of(v, 10) for v in range(11)] == [0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5]
    assert step_of(-1, 5) == 0
    assert step_of(0, 0) == 0


def test_a_state_stands_on_its_tile():
    states = PLACES[PLACES["kind"] == "state"]
    trace, points = tile_map(states, {"NY": 1}, "law", LIGHT)["data"]
    assert trace["text"] == [["", "", "<b>NY</b><br>1"], ["<b>CA</b><br>–", "<b>TN</b><br>–", ""]]
    clicked = dict(
        zip((code for (code,) in points["customdata"]), points["hovertext"], strict=True)
    )
    assert clicked["NY"] == "New York: 1 law"
    where = dict(zip((c for (c,) in points["customdata"]), points["x"], strict=True))
    assert where == {"NY": 2, "CA": 0, "TN": 1}
    assert trace["z"][0][:2] == [None, None]


def test_words_for_lists_and_counts():
    assert [in_words("abc"[:n]) for n in range(4)] == ["", "a", "a and b", "a, b and c"]
    assert (counted(1, "suit"), counted(0, "suit")) == ("1 suit", "0 suits")
    assert counted(1200, "person", "people") == "1,200 people"


def test_exploding_leaves_out_empty_lists_and_keeps_what_is_named():
    frame = pd.DataFrame({"id": [1, 2, 3], "x": [0, 0, 0], "crafts": ["a|b", None, "c"]})
    found = explode(frame, "crafts", "id")
    assert sorted(found.columns) == ["crafts", "id"]
    assert list(zip(found["crafts"], found["id"], strict=True)) == [("a", 1), ("b", 1), ("c", 3)]


def luminance(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.04045 else math.pow((p + 0.055) / 1.055, 2.4) for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("level", LEVELS.values(), ids=lambda level: level.id)
def test_the_symbol_of_a_level_can_be_read_on_its_fill(level, theme):
    low, high = sorted((luminance(level.fill(theme)), luminance(level.text(theme))))
    assert (high + 0.05) / (low + 0.05) >= 4.5


@pytest.mark.parametrize(
    ("fill", "ink"),
    [
        ("#6FC2BC", "#000000"),
        ("#0B5D62", "#FFFFFF"),
        ("#F0C265", "#000000"),
        ("#7A2F26", "#FFFFFF"),
    ],
)
def test_numbers_in_bars_read_on_their_fill(fill, ink):
    assert ink_on(fill) == ink


# Of the five bills of the tiny world: one publisher says that AB 5 and a veto came about, and a
# wiki tells of H.R. 4.
@pytest.mark.parametrize(
    ("relation", "asked", "told"),
    [
        ("bills", {}, "; 3 of 5 reported, unconfirmed"),
        ("bills", {"state": ["CA"]}, "; 1 of 2 reported, unconfirmed"),
        ("bills", {"confidence": ["official"]}, ""),
        ("letters", {}, ""),  # the Gazette is enough
        ("courts", {}, ""),  # no facts
    ],
)
def test_a_chart_says_how_much_of_it_is_unconfirmed(built, monkeypatch, relation, asked, told):
    serve(monkeypatch, built.warehouse)
    filters = Filters.of({**asked, "as_of": ["2026-11-22"]})
    whole, narrow = store.query(relation, filters), pd.DataFrame()
    assert views._doubt(relation, filters, whole) == told
    assert views._doubt(relation, filters, narrow) == told


def test_a_state_gives_a_protection_if_its_law_binds():
    cells = pd.DataFrame(
        {
            "jurisdiction": ["CA", "CA", "NY", "TN"],
            "protection": ["opt_out", "retraining", "opt_out", "opt_out"],
            "level": ["strong", "partial", "pending", "none_found"],
        }
    )
    chart = gap_map.by_state(cells, PLACES, LIGHT)
    assert [row[2] for row in counts(chart)] == [2, 0, 0]
    assert chart.title == "California gives most: 2 of 18 by state law; 2 give none"
    hovers = chart.figure["data"][1]["hovertext"]
    assert "California: 2 protections<br>Refuse training<br>Transition support" in hovers
    assert "New York: 0 protections" in hovers


def test_what_is_switched_on_changes_only_what_was_worse():
    cells = pd.DataFrame(
        {
            "craft": ["actor", "writer"],
            "protection": ["opt_out"] * 2,
            "level": ["unknown", "strong"],
        }
    )
    then = cells.assign(level=["partial", "strong"])
    moved = gap_map.changes(cells, then)
    assert moved.values.tolist() == [["actor", "opt_out", "unknown", "partial"]]
    told = gap_map.changes_told(moved, 1)
    assert told == "With 1 bill or deal switched on, 1 cell would change, for 1 craft"
