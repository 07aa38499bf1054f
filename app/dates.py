"""Dates as people read them: as precise as the source, never more."""

from __future__ import annotations

import re
from datetime import date

from app.charts.base import short_day


def date_in_words(value: str) -> str:
    """`30 Nov 2026`, `Nov 2026`, `2026`, or two of them for a range."""
    return " – ".join(map(_one_date, value.split("/")))


def days_in_words(text: str) -> str:
    """A text whose days are written as in the files, with those days in words."""
    return _DAY.sub(lambda found: _day_if_any(found[0]), text)


_DAY = re.compile(r"(?<![\w/.-])\d{4}-\d\d-\d\d(?![\w/-])")
"""What looks like a day on its own, not in an address or number."""


def _day_if_any(text: str) -> str:
    try:
        return date_in_words(text)
    except ValueError:  # no such day: a number of some other kind
        return text


def _one_date(value: str) -> str:
    if len(value) == 10:
        return short_day(date.fromisoformat(value))
    return f"{date.fromisoformat(value + '-01'):%b %Y}" if len(value) == 7 else value
