"""Addresses: of a view, of an export; and the line that says where figures come from."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote, urlencode, urljoin, urlsplit, urlunsplit

import pandas as pd
import streamlit as st

from app import store, views
from app.charts.base import short_day
from app.filter_bar import own_choices
from app.filters import LABELS, WRITTEN, Filters, where_in_words
from app.registry import PAGES, PageSpec


def export(relation: str, kind: str, filters: Filters) -> str:
    """Relative address of an export: it works under any base path."""
    query = filters.query_string()
    return f"export/{relation}.{kind}" + (f"?{query}" if query else "")


def calendar(filters: Filters) -> tuple[str, str]:
    """Relative address of the calendar feed, and the full one that calendar programs ask for."""
    query = filters.query_string()
    relative = "calendar.ics" + (f"?{query}" if query else "")
    return relative, urljoin(st.context.url or "", relative)


def page(path: str, **params: str) -> str:
    """Relative address of a page."""
    held = views.current()[1].get("as_of")  # a frozen view stays frozen
    chosen = {name: [value] for name, value in params.items()}
    query = Filters.of({**chosen, "as_of": held}).query_string()
    place = "." if path == PAGES[0].path else path
    return place + (f"?{query}" if query else "")


def own(path: str, **choices: str) -> str:
    """Relative address of a page with choices of its own (`view`, `case`)."""
    held = views.current()[1].only(("as_of",))
    return f"{path}?{urlencode([*choices.items(), *held.params()])}"


def record(table: str, row_id: str) -> str:
    """Relative address of the page of one record."""
    return f"records/{table}/{quote(row_id)}"


def rows(relation: str, filters: Filters) -> str:
    """Relative address of exactly these rows, on the page that shows any table."""
    return f"data?{urlencode([('table', relation), *filters.params()])}"


OPENED: dict[str, tuple[str, dict[str, str]]] = {
    "coverage": ("gaps", {"cell": "{craft}.{protection}"}),
    "coverage_curve": ("gaps", {"as_of": "{as_of:%Y-%m-%d}"}),
    "gap_scores": ("gaps", {"craft": "{craft}", "pillar": "{pillar}"}),
    "company_counts": ("companies", {"company": "{company_id}"}),
    "freshness": ("data", {"table": "fact_quality", "domain": "{domain}"}),
    "domain_quality": ("data", {"table": "fact_quality", "domain": "{domain}"}),
    "data_quality": ("data", {"table": "fact_quality", "where": "table_name:{table_name}"}),
    "known_gaps": ("data", {"table": "known_gap_rows", "where": "gap_id:{gap_id}"}),
    "row_floors": ("data", {"table": "{table_name}"}),
}
"""Relations whose rows sum up others: the page that opens these, and what a row asks it for."""


def opening(relation: str, frame: pd.DataFrame) -> pd.DataFrame:
    """The rows; those that sum up others with the address that opens the others."""
    if relation not in OPENED:
        return frame
    path, asked = OPENED[relation]
    held = views.current()[1].only(_answered_for(relation))
    opened = [_opened(path, asked, row, held) for row in frame.to_dict("records")]
    return frame.assign(open_url=opened)[["open_url", *frame.columns]]  # in view on a phone too


def _answered_for(relation: str) -> tuple[str, ...]:
    """The filters that say for whom and which day the rows are worked out, not which are shown."""
    found = store.release().relations[relation]
    return (*found.takes, "as_of") if found.dated else ()


def _opened(path: str, asked: dict[str, str], row: dict[str, Any], held: Filters) -> str:
    """What a row asks for goes before what the view holds; what it leaves open stays as it is."""
    known = {name: value for name, value in row.items() if not pd.isna(value)}
    mine = {}
    for name, template in asked.items():
        try:
            mine[name] = template.format_map(known)
        except KeyError:  # the cell is empty: the row is of all of them
            continue
    return f"{path}?{urlencode([*mine.items(), *held.without(mine).params()])}"


def view(spec: PageSpec, filters: Filters, frozen: bool) -> str:
    """The full address that shows this view again: live, or held at its day."""
    if frozen:
        filters = filters.with_(as_of=[filters.applicable_day().isoformat()])
    here = urlsplit(st.context.url or "")
    base = here.path if spec is PAGES[0] else here.path.rsplit("/", 1)[0] + "/" + spec.path
    query = urlencode([*own_choices(), *filters.params()])
    return urlunsplit((here.scheme, here.netloc, base or "/", query, ""))


def embed(address: str) -> str:
    """The same view without menu and filter bar."""
    return address + ("&" if "?" in address else "?") + "embed=true"


def source_line() -> str:
    """Where the figures come from: product, release, day, and the filters that were on."""
    _, filters = views.current()
    day = short_day(filters.applicable_day())
    held = f"as of {day}" if filters.frozen else f"view of {day}"
    on = filters_in_words(filters)
    told = f" Filters: {on}." if on else ""
    return f"Source: Creators’ AI Atlas, release {store.release().id}, {held}.{told}"


def filters_in_words(filters: Filters) -> str:
    """`State: California; Topic: Digital replicas`, without the day."""
    parts = []
    for name, values in filters.only(set(LABELS) - {"as_of"}).chosen:
        options = {} if name in WRITTEN else store.choices().options(name)
        if name == "where":
            options = {value: where_in_words(value) for value in values}
        labels = ", ".join(options.get(value, value) for value in values)
        parts.append(f"{LABELS[name]}: {labels}")
    return "; ".join(parts)
