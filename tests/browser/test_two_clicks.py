"""Any number on any page leads to its rows, and each row to a source, in two clicks.

Every page is walked: its large figures, its charts, the cells of its tables, and every link to a
record or a file.
"""

from __future__ import annotations

import csv
import io
import re
import urllib.request
from functools import cache
from itertools import islice
from typing import Any
from urllib.error import HTTPError
from urllib.parse import parse_qs, parse_qsl, urlencode, urljoin, urlsplit

import pandas as pd
import pytest
from playwright.sync_api import Page

from app import columns
from app.links import OPENED as OPENING
from app.litigation_blocks import PARTS as SUITS
from app.practice_blocks import PARTS as ACTS
from app.registry import PAGES

pytestmark = pytest.mark.browser

CASE = "litigation?view=case&case=pen-guild-v-politico"
BILL = "us-fed-2026-s4591"
WHAT_IF = f"gaps?what_if=bills:{BILL}"
COMPARED = "companies?company=openai&company=meta&company=disney"
ADDRESSES = (
    "overview",
    "my-protections",
    "my-protections?craft=voice_actor&union=sag-aftra&state=TX",
    "gaps?cell=voice_actor.likeness_consent",
    WHAT_IF,
    "agreements",
    "agreements?view=models",
    "legislation",
    *(f"litigation?view={part}" for part in SUITS if part != "case"),
    CASE,
    *(f"practices?view={part}" for part in ACTS),
    "companies",
    "companies?company=openai",
    COMPARED,
    "coalition",
    "timeline",
    "data",
    "data?table=known_gap_rows&where=gap_id:agreements_judged&where=is_missing:true",
    "data?table=fact_quality&domain=agreements&confidence=official",
    "data?table=gap_scores",
    "data?table=corrections",
    "method",
)

BEHIND = {
    "filings": {"cases"},
    "states": {"state_coverage"},
    "radar": {"radar"},
    "gap_matrix": {"coverage"},
    "gap_ranking": {"coverage"},
    "gap_pillars": {"coverage"},
    "gap_states": {"state_coverage"},
    "gap_curve": {"coverage", "coverage_moves"},
    "matrix": {"agreement_protections", "provisions", "demands"},
    "terms": {"agreements"},
    "laws": {"bills"},
    "years": {"bills", "practices"},
    "topics": {"bills"},
    "plaintiffs": {"cases"},
    "active": {"cases"},
    "stages": {"cases"},
    "board": {"rulings"},
    "defendants": {"cases"},
    "parallel": {"cases"},
    "settlements": {"settlements"},
    "waits": {"case_waits"},
    "case": set(),
    "over_time": {"practices", "incidents"},
    "kinds": {"practices"},
    "protections": {"practices"},
    "media": {"practices"},
    "sellers": {"deals"},
    "buyers": {"deals"},
    "sums": {"deals"},
    "consents": {"deals"},
    "choice_media": {"deals"},
    "choice_kinds": {"practices"},
    "harms": {"incidents"},
    "scores": {"transparency_scores"},
    "indicators": {"transparency_indicators"},
    "robots": {"ai_crawlers"},
    "operators": {"ai_crawlers"},
    "companies": {"company_counts"},
    "timeline": {"company_acts"},
    "index": {"transparency_scores"},
    "letters": {"letters"},
    "crafts": {"signatures"},
    "signers": {"signer_coverage"},
    "months": {"events"},
}
"""For each chart the rows that it counts. The line of one case is its own list of events."""
ONE_OF = {"years"}
"""Charts of the same key on two pages, each with rows of its own."""

OPENED = {
    "coverage": "gaps?cell=voice_actor.likeness_consent",
    "coverage_curve": WHAT_IF,
    "gap_scores": WHAT_IF,
    "company_counts": "companies?company=openai",
    "freshness": "data?table=fact_quality&domain=agreements&confidence=official",
    "domain_quality": "data?table=fact_quality&domain=agreements&confidence=official",
    "data_quality": "data?table=fact_quality&domain=agreements&confidence=official",
    "known_gaps": "data?table=known_gap_rows&where=gap_id:agreements_judged&where=is_missing:true",
    "row_floors": "data",
}
"""Rows that sum up others: the page that opens one of them, walked like any other."""
WORDS = ("codebook",)
"""Rows that explain the words of the Atlas: they are not facts, and have no source."""

READ = """() => {
    const main = document.querySelector('[data-testid=stMain]');
    const keys = start => [...main.querySelectorAll(`[class*='st-key-${start}_']`)].map(
        e => e.className.match(new RegExp(`st-key-${start}_(\\\\w+)`))[1]);
    return {
        links: [...new Set([...main.querySelectorAll('a[href]')].map(a => a.getAttribute('href')))],
        figures: [...main.querySelectorAll('.atlas-figures a')].map(a => a.getAttribute('href')),
        numbers: main.querySelectorAll('.atlas-figures .n').length,
        charts: keys('plot'), drawn: main.querySelectorAll('.js-plotly-plot').length,
        twins: keys('table').filter(k => main.querySelector(`.st-key-table_${k} summary`)
            .innerText.includes('Table')),
        cells: [...main.querySelectorAll('.atlas-table td')].map(
            e => [e.innerText, e.querySelector('a') && e.querySelector('a').getAttribute('href')]),
        apologies: main.querySelectorAll('[data-testid=stException], [data-testid=stAlert]').length,
    }
}"""
SETTLED = """() => {
    const all = [...document.querySelectorAll("[class*='st-key-plot_']")];
    return document.querySelector('[data-testid=stMain] .atlas-source a[href^=method]')
        && !document.querySelector('[data-testid=stStatusWidget]')
        && all.every(e => e.querySelector('.main-svg'));
}"""
"""The last line of the page is there, every chart is drawn, and nothing is at work."""
UNDER = """anchor => {
    const all = [...document.querySelectorAll('[data-testid=stMain] :is(h2, a[href])')];
    const from = all.findIndex(e => e.id === anchor);
    const rest = all.slice(from + 1), end = rest.findIndex(e => e.tagName === 'H2');
    const links = from < 0 ? [] : end < 0 ? rest : rest.slice(0, end);
    return links.filter(e => e.tagName === 'A').map(a => a.getAttribute('href'));
}"""
"""The links between a heading and the next."""

MOST = 8
"""Links asked for on each page, of those that no page before had (under whatever filters)."""
_asked: set[str] = set()


def read(page: Page, address: str) -> dict[str, Any]:
    """What a page holds, once all of it is drawn."""
    page.goto(address)
    page.wait_for_function(SETTLED)
    found: dict[str, Any] = page.evaluate(READ)
    assert found["apologies"] == 0, address
    assert len(found["charts"]) == found["drawn"], address
    return found


@cache
def answer(address: str) -> tuple[int, str]:
    """Status and beginning of what the server says."""
    try:
        with urllib.request.urlopen(address) as answered:
            return answered.status, answered.read().decode(errors="replace")
    except HTTPError as error:
        return error.code, ""


@cache
def faults_of_record(address: str) -> list[str]:
    """A record page names a source, or says that it is reference data."""
    status, text = answer(address)
    if status != 200:
        return [f"{address}: {status}"]
    told = 'rel="noopener nofollow"' in text or "<span>Reference</span>" in text
    return [] if told else [f"{address}: no source"]


@cache
def faults_of_rows(address: str) -> list[str]:
    """The first rows of an export each have a source, or a record that has one."""
    relation = relation_of(address)
    if relation in WORDS:
        return []
    if relation in OPENED:
        return [] if OPENED[relation] in ADDRESSES else [f"{relation}: nobody opens it"]
    status, text = answer(address)
    rows = list(islice(csv.DictReader(io.StringIO(text)), 20))
    if status != 200 or not rows:
        return [f"{address}: {status}, {len(rows)} rows"]
    typed = pd.DataFrame(rows).replace({"true": True, "false": False})
    shown = columns.labelled(relation, typed)
    sources = [c for c in shown.columns if c.endswith("source_url")]
    sourced = shown[sources].apply(lambda c: c.str.startswith("http")).any(axis=1)
    records = shown.get(columns.RECORD, pd.Series(None, index=shown.index))
    bare = ~(sourced | records.notna())
    faults = [f"{address}: no source for {rows[i]}" for i in bare[bare].index if is_told(rows[i])]
    for record in records.dropna().head(1):
        faults += faults_of_record(urljoin(address, f"/{record}"))
    return faults


def is_told(row: dict[str, str]) -> bool:
    """Does the row say anything? A protection without a model clause does not."""
    return row.get("equally_strong") != "0"


def relation_of(address: str) -> str:
    """The relation that an export gives, or that a page shows."""
    parts = urlsplit(address)
    if "export/" in parts.path:
        return parts.path.rsplit("/", 1)[1].partition(".")[0]
    of_page = next((spec.relation for spec in PAGES if spec.path == parts.path), "")
    return parse_qs(parts.query).get("table", [of_page])[0]


def tables(links: list[str]) -> dict[str, str]:
    """By relation: the export of rows on a page, or the link to where they stand."""
    held = [h for h in links if ("export/" in h and ".csv" in h) or h.startswith("data?table=")]
    return {relation_of(href): href for href in held}


def leads_on(links: list[str]) -> bool:
    """Is there a way to rows, records or sources?"""
    outside = [h for h in links if h.startswith("http") or "records/" in h]
    return bool(outside or tables(links))


def faults_of_figures(page: Page, base: str, found: dict[str, Any]) -> list[str]:
    """Each large figure leads to rows: under a heading of the page, or on another page."""
    faults = [] if len(found["figures"]) == found["numbers"] else ["a figure leads nowhere"]
    for href in found["figures"]:
        if href.startswith("#"):
            links = page.evaluate(UNDER, href[1:])
        else:
            opened = page.context.new_page()
            links = read(opened, base + href)["links"]
            opened.close()
        faults += [] if leads_on(links) else [f"figure {href}: no rows"]
    return faults


def faults_of_charts(found: dict[str, Any]) -> list[str]:
    """Each chart has its table, and its rows on the page or one click away."""
    at_hand = set(tables(found["links"]))
    faults = [f"chart {key}: no table" for key in set(found["charts"]) - set(found["twins"])]
    for key in found["charts"]:
        if key not in BEHIND:
            faults.append(f"chart {key}: BEHIND does not say which rows it counts")
        missing = BEHIND.get(key, set()) - at_hand
        enough = not missing or (key in ONE_OF and BEHIND[key] & at_hand)
        faults += [] if enough else [f"chart {key}: no rows of {sorted(missing)}"]
    return faults


NUMBER = re.compile(r"\$?\d")
"""How a cell that is a figure begins."""


def faults_of_cells(base: str, found: dict[str, Any]) -> list[str]:
    """Each figure in a table leads to rows: as many as it counts."""
    faults = []
    for told, href in found["cells"]:
        if not NUMBER.match(told):
            continue
        if href is None:
            faults.append(f"cell {told}: leads nowhere")
            continue
        rows = rows_of(base, href)
        number = number_of(told)
        if number is None:
            faults += [] if rows or told.startswith("0") else [f"cell {told}, {href}: no rows"]
        elif relation_of(href) == "known_gap_rows":
            missing = sum(int(row["missing"]) for row in rows)
            faults += [] if rows and missing == number else [f"cell {told}, {href}: {missing}"]
        elif len(rows) != number:
            faults.append(f"cell {told}, {href}: {len(rows)} rows")
    return faults


def number_of(told: str) -> int | None:
    """How many rows a figure counts; None for a share, a sum, a score or a day."""
    if sides := re.findall(r"([\d,]+) (?:announced|on record)", told):
        return sum(int(side.replace(",", "")) for side in sides)
    number = re.fullmatch(r"([\d,]+)(?:\sof\s[\d,]+)?", told)
    return int(number[1].replace(",", "")) if number else None


def rows_of(base: str, href: str) -> list[dict[str, str]]:
    """All rows that the table of a page shows, from their export."""
    asked = [pair for pair in parse_qsl(urlsplit(href).query) if pair[0] != "table"]
    status, text = answer(f"{base}export/{relation_of(href)}.csv?{urlencode(asked)}")
    assert status == 200, href
    return list(csv.DictReader(io.StringIO(text)))


def faults_of_links(base: str, links: list[str]) -> list[str]:
    """What leads to a record, a file or a report is there."""
    inside = ("records/", "export/", "report/", "calendar.ics")
    wanted = [h for h in links if h.startswith(inside) and h.partition("?")[0] not in _asked][:MOST]
    _asked.update(href.partition("?")[0] for href in wanted)
    return [f"{href}: {status}" for href in wanted if (status := answer(base + href)[0]) != 200]


def faults_of_sources(base: str, links: list[str]) -> list[str]:
    """The rows and records of a page have sources."""
    faults = []
    for relation, href in tables(links).items():
        query = urlsplit(href).query.replace(f"table={relation}", "").lstrip("&")
        export = f"export/{relation}.csv" + (f"?{query}" if query else "")
        faults += faults_of_rows(base + export)
    for href in [h for h in links if h.startswith("records/")][:3]:
        faults += faults_of_record(base + href)
    return faults


def test_every_page_is_walked() -> None:
    walked = {address.partition("?")[0] for address in ADDRESSES}
    assert walked == {spec.path for spec in PAGES}


@pytest.mark.parametrize("address", ADDRESSES)
def test_every_number_leads_to_its_rows_and_a_source(server: str, page: Page, address: str) -> None:
    base = f"{server}/"
    found = read(page, base + ("" if address == "overview" else address))
    faults = faults_of_figures(page, base, found) + faults_of_charts(found)
    faults += faults_of_sources(base, found["links"]) + faults_of_links(base, found["links"])
    faults += faults_of_cells(base, found)
    assert faults == []
    if address == CASE:
        assert any(h.startswith("http") for h in found["links"])
    elif address not in ("my-protections", "method"):
        assert leads_on(found["links"])


@pytest.mark.parametrize("relation", ["state_coverage", "coverage_moves", "signer_coverage"])
def test_the_rows_behind_a_chart_are_drawn(server: str, page: Page, relation: str) -> None:
    found = read(page, f"{server}/data?table={relation}")
    assert tables(found["links"]).keys() == {relation}
    page.wait_for_selector("[data-testid=stDataFrame]")


def test_the_tables_of_figures_are_walked(server: str, page: Page) -> None:
    """What no cell of is walked cannot fail."""
    for address, least in (("method", 5 * 9 + 11 + 4 * 18), (COMPARED, 30)):
        found = read(page, f"{server}/{address}")
        assert len([href for _, href in found["cells"] if href]) >= least, address


def test_the_rows_of_a_figure_are_drawn(server: str, page: Page) -> None:
    found = read(page, f"{server}/method")
    ways = [href for told, href in found["cells"] if href and "\xa0of\xa0" in told]
    for href in (ways[0], ways[-1]):
        assert leads_on(read(page, f"{server}/{href}")["links"]), href


def test_a_cell_that_a_bill_would_change_opens_and_names_the_bill(server: str, page: Page) -> None:
    read(page, f"{server}/{WHAT_IF}")
    cell = page.locator("[data-testid=stDataFrame]").first.locator("td").first
    cell.wait_for(state="attached")
    href = cell.text_content() or ""
    assert href.startswith("gaps?cell=")
    assert f"what_if=bills%3A{BILL}" in href
    assert f"records/bills/{BILL}" in read(page, f"{server}/{href}")["links"]


def test_every_relation_that_sums_up_others_is_opened() -> None:
    assert OPENED.keys() == OPENING.keys()
    assert set(OPENED.values()) <= set(ADDRESSES)
