"""Events as a list: when, what kind, what happened, and who says so."""

from __future__ import annotations

import html
from typing import Any
from urllib.parse import urlsplit

import pandas as pd
import streamlit as st

from app import blocks
from app.dates import date_in_words
from app.event_kinds import event_kind
from app.records.addresses import address


def event_list(events: pd.DataFrame, most: int = 8) -> None:
    """Events as a list: date, kind, title that leads to the record, and the source."""
    items = [_event(row) for row in events.head(most).to_dict("records")]
    if items:
        st.html(f'<ul class="atlas-list">{"".join(items)}</ul>')
    else:
        blocks.empty()


def _event(row: dict[str, Any]) -> str:
    kind = html.escape(event_kind(row["domain"], row["kind"]))
    title, told = html.escape(row["title"]), html.escape(date_in_words(row["date"]))
    record = html.escape(address(row["subject_table"], row["subject_id"]))
    source = html.escape(row["source_url"])
    host = html.escape((urlsplit(row["source_url"]).hostname or "source").removeprefix("www."))
    mark = ""
    if row["confidence"] == "unconfirmed":
        mark = ' <span class="atlas-tag">reported, unconfirmed</span>'
    return (
        f"<li><time>{told}</time>"
        f'<span><span class="atlas-tag">{kind}</span> '
        f'<a href="{record}" target="_self">{title}</a>{mark} '
        f'<a class="atlas-from" href="{source}" target="_blank" rel="noopener">{host}</a>'
        "</span></li>"
    )
