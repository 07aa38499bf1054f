"""Dates as people read them: as precise as the source, never more."""

from __future__ import annotations

from datetime import date

from app.charts.base import short_day


def date_in_words(value: str) -> str:
    """`30 Nov 2026`, `Nov 2026`, `2026`, or two of them for a range."""
    return " – ".join(map(_one_date, value.split("/")))


def _one_date(value: str) -> str:
    if len(value) == 10:
        return short_day(date.fromisoformat(value))
    return f"{date.fromisoformat(value + '-01'):%b %Y}" if len(value) == 7 else value
