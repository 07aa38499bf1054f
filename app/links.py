"""Addresses: of a view, of an export; and the line that says where figures come from."""

from __future__ import annotations

from urllib.parse import urlsplit, urlunsplit

import streamlit as st

from app import store, views
from app.filters import Filters
from app.registry import PAGES, PageSpec


def export(relation: str, kind: str, filters: Filters) -> str:
    """Relative address of an export: it works under any base path."""
    query = filters.query_string()
    return f"export/{relation}.{kind}" + (f"?{query}" if query else "")


def page(path: str, **params: str) -> str:
    """Relative address of a page."""
    query = Filters.of({name: [value] for name, value in params.items()}).query_string()
    place = "." if path == PAGES[0].path else path
    return place + (f"?{query}" if query else "")


def view(spec: PageSpec, filters: Filters, frozen: bool) -> str:
    """The full address that shows this view again: live, or held at its day."""
    if frozen:
        filters = filters.with_(as_of=[filters.applicable_day().isoformat()])
    here = urlsplit(st.context.url or "")
    base = here.path if spec is PAGES[0] else here.path.rsplit("/", 1)[0] + "/" + spec.path
    return urlunsplit((here.scheme, here.netloc, base or "/", filters.query_string(), ""))


def embed(address: str) -> str:
    """The same view without menu and filter bar."""
    return address + ("&" if "?" in address else "?") + "embed=true"


def source_line() -> str:
    """Where the figures come from: product, release, day."""
    _, filters = views.current()
    day = filters.applicable_day()
    held = "as of" if filters.frozen else "read on"
    return f"Source: Creators’ AI Atlas, release {store.release().id}, {held} {day:%-d %B %Y}."
