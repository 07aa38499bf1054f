"""What happened to a record and what is set to come: each event once, in words."""

from __future__ import annotations

from datetime import date

from app.event_kinds import event_kind
from app.records.addresses import address
from app.records.on_the_dashboard import FILTER_OF
from app.records.record import Record
from app.records.rows import Row

BEGINNINGS = ("introduced", "filed", "announced", "talks_open")
"""What comes first in a story. A date of a year or month stands where the story has it: these at
the first of its days, all others at the last."""

ENDINGS = ("signed", "effective", "operative", "expires", "contract_ends")
"""What comes after all else of its day, in this order."""

DATES_ALONE = ("agreements", "cases")
"""Tables whose events are a date of the record, and say no more than their kind."""

_ITSELF = {"practices": "Announced", "letters": "Published"}
"""How the event that is the record itself is called, if not by its kind."""


def timeline(record: Record, root: str) -> list[Row]:
    """The story of one record from its beginning; of a company or state, the newest first.

    Nothing if it is only the record itself: the head of the page has told that.
    """
    found = record.events[1]
    if len(found) == 1 and _is_itself(record, found[0]) and _head_says(record, found[0]):
        return []
    if record.table in FILTER_OF:
        return [_of_many(record, event, root) for event in reversed(found)]
    return [_of_one(record, event, root) for event in sorted(found, key=_place)]


def _place(event: Row) -> tuple[date, int]:
    kind = event["kind"]
    if kind in BEGINNINGS:
        return event["date_first"], -1
    return event["date_last"], ENDINGS.index(kind) + 1 if kind in ENDINGS else 0


def _is_itself(record: Record, event: Row) -> bool:
    return (event["table_name"], event["row_id"]) == (record.table, record.row_id)


def _head_says(record: Record, event: Row) -> bool:
    return str(event["summary"]) in (record.sentence, record.row.get("summary"))


def _of_many(record: Record, event: Row, root: str) -> Row:
    """One of the events of a company or state: what it is about, then what happened."""
    title = str(event["title"]).removeprefix(f"{record.itself.name}: ")
    told = "" if event["table_name"] in DATES_ALONE else event["summary"]
    if title == record.itself.name:
        title, told = event["summary"], ""
    return _event(record, event, root, title, "" if told in title else told)


def _of_one(record: Record, event: Row, root: str) -> Row:
    """One step of the record itself: its own name is not said again."""
    kind, text = event_kind(event["domain"], event["kind"]), event["summary"]
    if _is_itself(record, event):
        text = _ITSELF.get(record.table, kind)
    elif text == record.row.get("title"):
        text = kind
    found = _event(record, event, root, text[:1].upper() + text[1:], "")
    return {**found, "kind": "" if text == kind else kind}


def _event(record: Record, event: Row, root: str, text: str, told: str) -> Row:
    href = root + address(event["table_name"], event["row_id"])
    return {
        **event,
        "kind": event_kind(event["domain"], event["kind"]),
        "text": text,
        "told": told,
        "href": "" if _is_itself(record, event) else href,
    }
