"""What is fixed to come as iCalendar (RFC 5545), for the calendar programs of readers.

A date known by month or year fills all its days, and says so: never a day that no source gave.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

from icalendar import Calendar, Event

from app import store
from app.dates import date_in_words
from app.event_kinds import event_kind
from app.filters import Filters
from etl.vocab import CONFIDENCE

NAME = "Creators’ AI Atlas: what comes next"
_ASK_AGAIN = timedelta(days=1)
_LOOSE = {
    "month": "Known by the month only.",
    "year": "Known by the year only.",
    "range": "Known only to lie between these days.",
}


def feed(filters: Filters) -> bytes:
    """The calendar under the filters, every event as days without hours."""
    made = Calendar()
    made.add("prodid", "-//Creators AI Atlas//Calendar//EN")
    made.add("version", "2.0")
    made.add("method", "PUBLISH")
    made.add("name", NAME)
    made.add("x-wr-calname", NAME)
    made.add("refresh-interval", _ASK_AGAIN, parameters={"VALUE": "DURATION"})
    made.add("x-published-ttl", "P1D")
    stamp = store.release().built_at.replace(tzinfo=UTC)
    frame = store.query("calendar", filters).sort_values(["date_first", "event_id"])
    for row in frame.to_dict("records"):
        made.add_component(_event(row, stamp))
    return bytes(made.to_ical())


def _event(row: dict[Any, Any], stamp: datetime) -> Event:
    """One date. Its UID outlasts the release, so that programs update and do not repeat."""
    doubtful = row["confidence"] == "unconfirmed"
    made = Event()
    made.add("uid", f"{row['row_id']}.{row['table_name']}@creators-ai-atlas")
    made.add("dtstamp", stamp)
    made.add("dtstart", row["date_first"].date())
    made.add("dtend", row["date_last"].date() + timedelta(days=1))
    made.add("summary", _summary(row, doubtful))
    made.add("description", _description(row))
    made.add("categories", [event_kind(row["domain"], row["kind"])])
    made.add("status", "TENTATIVE" if doubtful else "CONFIRMED")
    made.add("transp", "TRANSPARENT")
    if isinstance(row["source_url"], str):
        made.add("url", row["source_url"])
    return made


def _summary(row: dict[Any, Any], doubtful: bool) -> str:
    kind = event_kind(row["domain"], row["kind"])
    told = f"{kind[0].upper()}{kind[1:]}: {row['title']}"
    if row["date_precision"] != "day":
        told += f" (in {date_in_words(row['date'])})"
    return f"{told} (unconfirmed)" if doubtful else told


def _description(row: dict[Any, Any]) -> str:
    lines = [row["summary"], f"Date: {date_in_words(row['date'])}."]
    if row["date_precision"] != "day":
        lines.append(_LOOSE[row["date_precision"]])
    if isinstance(row["confidence"], str):
        lines.append(f"Confidence: {CONFIDENCE.label(row['confidence']).lower()}.")
    if isinstance(row["source_url"], str):
        lines.append(f"Source: {row['source_url']}")
    return "\n".join([*lines, "Creators’ AI Atlas. Not legal advice."])
