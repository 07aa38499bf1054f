"""Rows that sum up others lead to the others, and these are as many as were counted."""

from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

import pandas as pd
import pytest

from app import store
from app.filters import parse
from app.links import OPENED
from app.registry import PAGES
from etl.paths import ROOT
from tests.serving import serve_real
from tests.test_pages import assert_drawn, visit, warnings

DATA = next(page for page in PAGES if page.path == "data")
GAPS = next(page for page in PAGES if page.path == "gaps")


@pytest.fixture(autouse=True)
def opened(monkeypatch):
    monkeypatch.syspath_prepend(str(ROOT))
    return serve_real(monkeypatch)


def rows_at(address: str) -> pd.DataFrame:
    """The rows that an address of a table, or of a page of one table, shows."""
    parts = urlsplit(address)
    asked = parse_qs(parts.query, keep_blank_values=True)
    spec = next(page for page in PAGES if page.path == parts.path)
    relation = asked.pop("table", [spec.relation])[0]
    filters, notes = parse(asked, store.choices(), spec.filters, spec.statuses)
    assert notes == [], address
    assert filters.get("where") == tuple(asked.get("where", ())), address
    return store.query(relation, filters)


def shown(relation: str, **query: str | list[str]) -> pd.DataFrame:
    """The table that the data page shows."""
    app = visit(DATA, table=relation, **query)
    assert_drawn(app)
    found: pd.DataFrame = app.dataframe[0].value
    return found


def test_each_row_that_sums_up_others_opens_them():
    for relation, (path, _) in OPENED.items():
        ways = shown(relation)["open_url"]
        assert ways.str.startswith(f"{path}?").all(), relation
        assert ways.is_unique or relation == "coverage_curve", relation


@pytest.mark.parametrize("relation", OPENED)
def test_what_a_row_opens_can_be_drawn(relation):
    for way in shown(relation)["open_url"].iloc[[0, -1]]:
        parts = urlsplit(way)
        spec = next(page for page in PAGES if page.path == parts.path)
        app = visit(spec, **parse_qs(parts.query))
        assert_drawn(app)
        assert warnings(app) == [], way


@pytest.mark.parametrize("relation", ["data_quality", "domain_quality", "freshness"])
def test_as_many_facts_are_opened_as_were_counted(relation):
    for row in shown(relation).to_dict("records"):
        assert len(rows_at(row["open_url"])) == row["facts"], row["open_url"]


def test_a_known_gap_opens_all_rows_that_it_looks_at():
    for row in shown("known_gaps").to_dict("records"):
        found = rows_at(row["open_url"])
        assert (found["missing"].sum(), found["of_all"].sum()) == (row["missing"], row["of_all"])


def test_a_cell_opens_its_cell_for_the_same_people_and_day():
    held = {"union": "wga", "state": "CA", "as_of": "2026-06-30", "protection": "opt_out"}
    ways = shown("coverage", craft="writer", **held)["open_url"].tolist()
    assert ways == [
        "gaps?cell=writer.opt_out&craft=writer&union=wga&state=CA&as_of=2026-06-30"
    ]  # the cell says the protection already


def test_a_score_opens_the_cells_that_it_sums_up():
    app = visit(GAPS, what_if="bills:us-fed-2026-s4591")
    assert app.dataframe[0].value["open_url"].str.contains("&what_if=").all()
    for row in shown("gap_scores").to_dict("records")[:40]:
        asked = parse_qs(urlsplit(row["open_url"]).query)
        assert {"craft", "pillar"} >= asked.keys()
        found = store.query("coverage", parse(asked, store.choices())[0])
        assert len(found) == row["cells"], row["open_url"]


def test_a_month_of_the_curve_opens_that_day():
    assert shown("coverage_curve")["open_url"].str.match(r"gaps\?as_of=\d{4}-\d\d-\d\d$").all()
