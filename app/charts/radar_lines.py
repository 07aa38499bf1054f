"""The figure of the radar: a line for each kind and date, with its label beside the mark."""

from __future__ import annotations

from typing import Any

import pandas as pd

from app.charts.base import axis, counted, figure
from app.charts.fixed_dates import SESSION_ENDS, FixedDate
from app.charts.terms import year_after
from app.dates import date_in_words
from app.palette import Theme

Line = list[FixedDate]

_LETTERS = 115
"""Letters of a label that fit across the narrowest plot, which a phone scrolls sideways."""
_SHORT = pd.Timedelta(days=40)
"""A month is short: its label stands beside it. A year is long: the label stands inside."""
_NOUNS = {
    "Contract ends": ("contract", "contracts"),
    "Court date": ("case", "cases"),
    "Deadline": ("deadline", "deadlines"),
    SESSION_ENDS: ("session", "sessions"),
}


def radar_lines(dates: list[FixedDate], day: pd.Timestamp, colours: Theme) -> dict[str, Any]:
    """Dates on an axis of twelve months; those of one kind and one date share a line."""
    lines = _lines(dates)
    rows = [line[0].row for line in lines]
    heads = [n for n, row in enumerate(rows) if n == 0 or row != rows[n - 1]]
    return figure(
        [_marks(lines, day, colours)],
        colours,
        height=60 + 25 * len(lines),
        shapes=[
            *(_rule(n, colours) for n in heads),
            *(_bar(n, line, day, colours) for n, line in enumerate(lines) if not line[0].is_day),
        ],
        xaxis=_months(day, colours),
        yaxis=axis(
            colours,
            range=[len(lines) - 0.5, -0.5],
            tickvals=heads,
            ticktext=[rows[n] for n in heads],
        ),
        margin={"l": 8, "r": 8, "t": 46, "b": 8},
    )


def _lines(dates: list[FixedDate]) -> list[Line]:
    lines: dict[tuple[str, str], Line] = {}
    for one in dates:
        lines.setdefault((one.row, one.date), []).append(one)
    return list(lines.values())


def _months(day: pd.Timestamp, colours: Theme) -> dict[str, Any]:
    return axis(
        colours,
        type="date",
        side="top",
        range=[f"{day - pd.Timedelta(days=4):%Y-%m-%d}", f"{year_after(day):%Y-%m-%d}"],
        dtick="M1",
        tickformat="%b\n%Y",
        ticklabelmode="period",
        showgrid=True,
        gridcolor=colours.rule,
    )


def _marks(lines: list[Line], day: pd.Timestamp, colours: Theme) -> dict[str, Any]:
    """A dot for each date that is a day, and beside every date what happens then."""
    shares = [_share(line[0], day) for line in lines]
    return {
        "type": "scatter",
        "mode": "markers+text",
        "x": [f"{_label_at(line[0], day):%Y-%m-%d}" for line in lines],
        "y": list(range(len(lines))),
        "marker": {
            "size": 12,
            "color": [_fill(line, colours) for line in lines],
            "opacity": [1 if line[0].is_day else 0 for line in lines],
        },
        "text": [f"  {_label(line, share)}  " for line, share in zip(lines, shares, strict=True)],
        "textposition": ["middle right" if share < 0.5 else "middle left" for share in shares],
        "textfont": {"size": 13, "color": colours.ink},
        "cliponaxis": False,
        "hovertext": [_hover(line) for line in lines],
        "hovertemplate": "%{hovertext}<extra></extra>",
    }


def _drawn(one: FixedDate, day: pd.Timestamp) -> tuple[pd.Timestamp, pd.Timestamp]:
    """First and last day, cut at the edges of the figure."""
    return max(one.first, day), min(one.last, year_after(day))


def _share(one: FixedDate, day: pd.Timestamp) -> float:
    """How far along the axis a date begins."""
    return float((_drawn(one, day)[0] - day) / (year_after(day) - day))


def _label_at(one: FixedDate, day: pd.Timestamp) -> pd.Timestamp:
    first, last = _drawn(one, day)
    return last if last - first < _SHORT and _share(one, day) < 0.5 else first


def _bar(number: int, line: Line, day: pd.Timestamp, colours: Theme) -> dict[str, Any]:
    """The bar of a date that is no day, up to the edge where it goes beyond."""
    first, last = _drawn(line[0], day)
    return {
        "type": "rect",
        "layer": "below",
        "x0": f"{first:%Y-%m-%d}",
        "x1": f"{last:%Y-%m-%d}",
        "y0": number - 0.36,
        "y1": number + 0.36,
        "line": {"width": 0},
        "fillcolor": _fill(line, colours),
        "opacity": 0.28,
    }


def _rule(number: int, colours: Theme) -> dict[str, Any]:
    """A line above the first date of a kind."""
    return {
        "type": "line",
        "xref": "paper",
        "x0": 0,
        "x1": 1,
        "y0": number - 0.5,
        "y1": number - 0.5,
        "line": {"color": colours.quiet, "width": 1},
    }


def _fill(line: Line, colours: Theme) -> str:
    return colours.accent if any(one.matters for one in line) else colours.series[7]


def _label(line: Line, share: float) -> str:
    """`30 Nov 2026: DGA: National Commercial Agreement`; of several, how many, and whose."""
    when = date_in_words(line[0].date)
    told, doubt = _several(line), ""
    if len(line) == 1:
        told, doubt = line[0].title, _doubt(line[0])
    told, letters = f"{when}: {told}", int(max(share, 1 - share) * _LETTERS) - len(doubt)
    short = told if len(told) <= letters else told[: letters - 1].rstrip(" ,:") + "…"
    return short + doubt


def _several(line: Line) -> str:
    told = counted(len(line), *_NOUNS.get(line[0].row, ("law", "laws")))
    touching = sum(one.touches > 0 for one in line)
    if line[0].row == SESSION_ENDS:
        told += f" with {counted(sum(one.bills_undecided for one in line), 'bill')} undecided"
    elif touching:
        told += f", {touching} on creators’ protections"
    heads = dict.fromkeys(one.title.partition(":")[0] for one in line)
    return f"{told}: {', '.join(heads)}"


def _doubt(one: FixedDate) -> str:
    return " (unconfirmed)" if one.confidence == "unconfirmed" else ""


def _hover(line: Line, most: int = 14) -> str:
    head = f"<b>{line[0].row}: {date_in_words(line[0].date)}</b>"
    more = [f"and {len(line) - most} more"] if len(line) > most else []
    return "<br>".join([head, *(one.title + _doubt(one) for one in line[:most]), *more])
