"""One record, gathered from all domains: what the page and its JSON are made of."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from app import store
from app.records import rows
from app.records.addresses import RECORD_TABLES
from app.records.on_the_dashboard import own_filter
from app.records.rows import Link, Row
from app.records.sentences import sentence
from app.records.wording import title

SHOWN = 20
"""Longest list on a page; the rest is counted, and one click away."""


@dataclass(frozen=True)
class Record:
    """Everything on file about one row."""

    table: str
    row_id: str
    day: date
    release_id: str
    row: Row
    itself: Link
    title: str
    sentence: str
    links: dict[str, list[Link]]
    """By field: the records that the row names."""
    related: dict[str, list[Link]]
    """By table: the rows that name this record, newest first."""
    other_ends: dict[tuple[str, str], list[Link]]
    """For related rows that join two things: the other one."""
    events: tuple[int, list[Row]]
    sources: list[Row]
    corrections: list[Row]


def find(table: str, row_id: str, day: date, most: int | None = SHOWN) -> Record | None:
    """The record, with at most so many of its events; None if there is no such row."""
    row = rows.row(table, row_id, day) if table in RECORD_TABLES else None
    if row is None:
        return None
    itself = rows.called(table, row_id)
    links = rows.refers_to(table, row_id)
    related = rows.referred_to_by(table, row_id)
    listed = [link for found in related.values() for link in found[:most]]
    return Record(
        table=table,
        row_id=row_id,
        day=day,
        release_id=store.release().id,
        row=row,
        itself=itself,
        title=title(itself),
        sentence=sentence(table, row, links),
        links=links,
        related=related,
        other_ends=rows.other_ends(listed, table, row_id),
        events=rows.events(table, row_id, own_filter(table, row_id), day, most or 1_000_000),
        sources=rows.sources(table, row),
        corrections=rows.corrections(table, row_id),
    )
