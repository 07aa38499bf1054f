"""The radar: what ends, begins or is heard in the next twelve months."""

from __future__ import annotations

import pandas as pd

from app.charts.base import Chart, counted, in_words
from app.charts.fixed_dates import (
    CONTRACT_ENDS,
    TAKES_EFFECT,
    FixedDate,
    fixed_dates,
    subjects,
)
from app.charts.radar_lines import radar_lines
from app.charts.terms import year_after
from app.dates import date_in_words
from app.event_kinds import event_kind
from app.palette import Theme


def next_year(rows: pd.DataFrame, day: pd.Timestamp, colours: Theme) -> Chart | None:
    """Every date fixed for the twelve months after the day, one line for each kind and date."""
    dates = fixed_dates(rows)
    if not dates:
        return None
    return Chart(
        _title(dates),
        _subtitle(dates, day),
        radar_lines(dates, day, colours),
        _table(dates),
    )


def _title(dates: list[FixedDate]) -> str:
    """Only what is sure to fall within is counted; `2027` may be later."""
    sure = [one for one in dates if one.is_sure]
    ends, begins = subjects(sure, CONTRACT_ENDS), subjects(sure, TAKES_EFFECT)
    told = [counted(ends, "contract ends", "contracts end")] if ends else []
    told += [counted(begins, "law takes effect", "laws take effect")] if begins else []
    if not told:
        return f"{counted(len(dates), 'date is', 'dates are')} fixed for the next 12 months"
    main = [one for one in sure if one.row in (CONTRACT_ENDS, TAKES_EFFECT)]
    first = min(main, key=lambda one: (one.last, not one.matters))
    when = f"{'on' if first.is_day else 'in'} {date_in_words(first.date)}"
    return f"{in_words(told)} in the next 12 months, first “{first.title}” {when}"


def _subtitle(dates: list[FixedDate], day: pd.Timestamp) -> str:
    laws = [one for one in dates if one.is_sure and one.row == TAKES_EFFECT]
    touching = subjects([one for one in laws if one.touches], TAKES_EFFECT)
    loose = [one for one in dates if not one.is_sure]
    told = [f"What is fixed from {_day(day)} to {_day(year_after(day))}"]
    if laws:
        verb = "touch" if touching > 1 else "touches"
        told.append(f"{touching or 'none'} of these laws {verb} creators’ protections")
    if later := subjects(loose, CONTRACT_ENDS):
        told.append(f"{counted(later, 'more contract ends', 'more contracts end')} then or later")
    told.append("grey: neither a contract nor a protection of creators")
    told.append("a bar: its source gives no day")
    return "; ".join(told)


def _day(day: pd.Timestamp) -> str:
    return date_in_words(day.date().isoformat())


def _table(dates: list[FixedDate]) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "Date": [one.date for one in dates],
            "Kind": [event_kind(one.domain, one.kind) for one in dates],
            "What": [one.title for one in dates],
            "In these 12 months": ["yes" if one.is_sure else "perhaps" for one in dates],
            "Protections it touches": [one.touches for one in dates],
            "Members": [one.members or None for one in dates],
            "Confidence": [one.confidence for one in dates],
            "Source": [one.source_url for one in dates],
        }
    )
