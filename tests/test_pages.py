"""Every page of the registry, run as Streamlit runs it: with good, odd and hopeless addresses."""

from __future__ import annotations

import re
from functools import cache

import pytest
from streamlit.testing.v1 import AppTest

from app import share, store
from app.filter_bar import plain
from app.filters import LABELS, Filters
from app.registry import PAGES, PageSpec
from etl.paths import ROOT
from tests.serving import serve_real

each_page = pytest.mark.parametrize("page", PAGES, ids=lambda page: page.path)
filtered_page = pytest.mark.parametrize(
    "page", [page for page in PAGES if page.filters], ids=lambda page: page.path
)
GOOD = {
    "q": "voice",
    "from": "2023",
    "to": "2026-09",
    "as_of": "2026-06-30",
    "weight": "partial:0.25",
    "where": "confidence:single",
}
NOTHING = "Nothing on record matches these filters."


@pytest.fixture(autouse=True)
def opened(monkeypatch):
    monkeypatch.syspath_prepend(str(ROOT))
    return serve_real(monkeypatch)


@cache
def the_app() -> AppTest:
    """One app for all tests; its first run tells Streamlit which pages there are."""
    return AppTest.from_file(str(ROOT / "app" / "frame.py"), default_timeout=30).run()


def visit(page: PageSpec, **query: str | list[str]) -> AppTest:
    """Open an address as if nobody had been here before."""
    app = the_app()
    app.context = {}
    for key in ("atlas_filters", "atlas_page", "atlas_notes"):
        if key in app.session_state:
            del app.session_state[key]
    app.query_params = dict(query)
    return app.switch_page(f"../pages/{page.file}").run()


def good(page: PageSpec, name: str) -> str:
    return GOOD.get(name) or next(iter(store.choices().options(name, page.statuses)))


def assert_drawn(app: AppTest) -> None:
    assert not app.exception
    assert not [error.value for error in app.error]
    assert len(app.title) == 1
    assert len(app.title[0].value) > 10


def warnings(app: AppTest) -> list[str]:
    return [warning.value for warning in app.warning]


def test_every_page_is_tested():
    assert {page.file for page in PAGES} == {path.name for path in (ROOT / "pages").glob("*.py")}


@each_page
def test_a_page_is_drawn(page):
    app = visit(page)
    assert_drawn(app)
    assert warnings(app) == []
    assert not [info for info in app.info if NOTHING in info.value]


@filtered_page
def test_a_page_is_drawn_under_each_of_its_filters(page):
    app = visit(page)
    for name in page.filters:
        app.query_params = {name: good(page, name)}
        assert_drawn(app.run())
        assert warnings(app) == [], name


@filtered_page
def test_a_page_is_drawn_under_all_of_its_filters(page):
    app = visit(page, **{name: good(page, name) for name in page.filters})
    assert_drawn(app)
    assert warnings(app) == []
    assert app.session_state["atlas_shown"][1].params() == [
        (name, good(page, name)) for name in LABELS if name in page.filters
    ]


@filtered_page
@pytest.mark.parametrize("day", ["0001-01-01", "2024-06-01", "9999-12-31"])
def test_a_page_is_drawn_for_any_day(page, day):
    assert_drawn(visit(page, as_of=day))


@each_page
def test_a_bogus_value_is_named_in_a_warning(page):
    names = [name for name in page.filters if name != "q"] or ["state"]
    app = visit(page, **{name: f"bogus-{name}" for name in names})
    assert_drawn(app)
    assert len(warnings(app)) == len(names)
    for name in names:
        assert any(plain(f"“bogus-{name}”") in text for text in warnings(app)), name


@each_page
def test_names_that_are_no_filter_do_no_harm(page):
    app = visit(page, nonsense="1", utm_source="x")
    assert_drawn(app)
    assert warnings(app) == []


@pytest.mark.parametrize("page", [p for p in PAGES if "q" in p.filters], ids=lambda p: p.path)
def test_when_nothing_matches_the_page_says_so(page):
    app = visit(page, q="zzzzzz")
    assert_drawn(app)
    assert any(NOTHING in info.value for info in app.info)
    assert len(app.dataframe) == 0


@pytest.mark.parametrize(
    "page", [p for p in PAGES if "confidence" in p.filters and p.relation], ids=lambda p: p.path
)
def test_a_page_shows_the_rows_of_its_filters(page):
    app = visit(page, confidence="single")
    expected = store.query(page.relation, Filters.of({"confidence": ["single"]}))
    assert len(expected) in [len(table.value) for table in app.dataframe]
    assert len(expected) < len(store.query(page.relation, Filters()))


def test_a_status_of_another_page_is_named_in_a_warning():
    app = visit(next(p for p in PAGES if p.path == "legislation"), status="tentative")
    assert any("“tentative”" in text for text in warnings(app))


def test_good_values_stay_when_a_bogus_one_is_dropped():
    app = visit(next(p for p in PAGES if p.path == "legislation"), state=["CA", "ZZ"])
    assert app.session_state["atlas_shown"][1].get("state") == ("CA",)
    assert app.query_params["state"] == "CA"
    assert len(warnings(app)) == 1


def test_a_value_from_the_address_is_never_read_as_markdown():
    app = visit(
        next(p for p in PAGES if p.path == "legislation"), state="[free](https://evil.example)"
    )
    assert "[free](https" not in warnings(app)[0]


def test_a_filter_goes_along_to_the_next_page():
    app = visit(next(p for p in PAGES if p.path == "legislation"), protection="opt_out")
    app.query_params = {}
    app.switch_page("../pages/litigation.py").run()
    assert app.session_state["atlas_shown"][1].get("protection") == ("opt_out",)
    assert app.query_params == {"protection": "opt_out"}


def test_a_warning_does_not_go_along_to_the_next_page():
    app = visit(next(p for p in PAGES if p.path == "legislation"), state="ZZ")
    app.query_params = {}
    app.switch_page("../pages/litigation.py").run()
    assert warnings(app) == []


def test_clear_takes_every_filter_away():
    app = visit(next(p for p in PAGES if p.path == "legislation"), state="CA", topic="csam")
    next(button for button in app.button if button.label == "Clear").click().run()
    assert app.query_params == {}
    assert app.session_state["atlas_shown"][1].chosen == ()


def test_a_choice_in_the_bar_is_written_into_the_address():
    app = visit(next(p for p in PAGES if p.path == "legislation"))
    app.multiselect(key="filter_state").set_value(["CA", "NY"]).run()
    assert app.query_params == {"state": ["CA", "NY"]}
    app.text_input(key="filter_q").set_value("voice").run()
    assert app.query_params == {"state": ["CA", "NY"], "q": "voice"}
    assert_drawn(app)


def test_an_address_without_filters_clears_them():
    app = visit(next(p for p in PAGES if p.path == "legislation"), state="CA")
    app.query_params = {}
    assert app.run().session_state["atlas_shown"][1].chosen == ()


def test_an_embedded_page_has_no_filter_bar():
    app = visit(next(p for p in PAGES if p.path == "legislation"), state="CA")
    assert app.multiselect
    app.context["is_embedded"] = True
    assert_drawn(app.run())
    assert not app.multiselect
    assert app.session_state["atlas_shown"][1].get("state") == ("CA",)


@each_page
def test_a_page_is_drawn_in_the_dark(page):
    app = visit(page)
    app.context["theme"] = "dark"
    assert_drawn(app.run())


def test_any_table_can_be_browsed(opened):
    app = visit(next(p for p in PAGES if p.path == "data"))
    for relation in opened.relations:
        app.query_params = {"table": relation}
        assert_drawn(app.run())
        assert warnings(app) == [], relation
        assert len(app.dataframe) == 1, relation


def test_a_table_that_does_not_exist_is_named_in_a_warning():
    app = visit(next(p for p in PAGES if p.path == "data"), table="nonsense")
    assert_drawn(app)
    assert any("“nonsense”" in text for text in warnings(app))


def test_the_data_page_says_which_filters_a_table_cannot_answer():
    app = visit(next(p for p in PAGES if p.path == "data"), table="codebook", state="CA")
    told = " ".join(block.proto.body for block in app.get("html"))
    assert "Not filtered by: State" in told


def test_without_a_release_the_page_says_so(monkeypatch):
    def fail() -> None:
        raise store.NoReleaseError("There is nothing to show yet.")

    monkeypatch.setattr(store, "release", fail)
    app = visit(PAGES[0])
    assert [error.value for error in app.error] == ["There is nothing to show yet."]
    assert not app.exception


def test_a_failure_shows_a_reference_and_no_exception(monkeypatch, caplog):
    def fail(*args: object) -> None:
        raise RuntimeError("secret of the inside")

    monkeypatch.setattr(store, "query", fail)
    app = visit(PAGES[0])
    (told,) = [error.value for error in app.error]
    assert "secret" not in told
    assert told.split()[-1].rstrip(".") in caplog.text
    assert not app.exception


@pytest.mark.parametrize("length", [50, 4000])
def test_any_address_has_a_qr_code_or_none_without_failing(length):
    assert isinstance(share.qr_svg("https://atlas.example.org/?q=" + "a" * length), str)


def test_the_counts_of_the_timeline_add_up():
    app = visit(next(p for p in PAGES if p.path == "timeline"))
    told = " | ".join([app.title[0].value, *(header.value for header in app.header)]).replace(
        ",", ""
    )
    found = re.search(
        r"(\d+) events on record (\d+) dates fixed.* with (\d+) ends? of .*: (\d+) dates"
        r".* with (\d+) dates to come: (\d+) events",
        told,
    )
    assert found, told
    past, fixed, sessions, dates, ahead, rows = map(int, found.groups())
    assert past + ahead == rows
    assert ahead + sessions == fixed == dates


@pytest.mark.parametrize("path", ["overview", "timeline", "coalition"])
def test_an_event_leads_to_its_record_and_to_its_source(path):
    app = visit(next(p for p in PAGES if p.path == path))
    told = " ".join(block.proto.body for block in app.get("html"))
    items = re.findall(r"<li><time>.*?</li>", told)
    assert items
    for item in items:
        record, source = re.findall(r'<a [^>]*href="([^"]+)"', item)
        assert record.startswith("records/") and source.startswith("http")
