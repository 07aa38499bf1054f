"""Coverage over time, and the contracts and laws that moved it."""

from __future__ import annotations

from typing import Any

import pandas as pd

from app.charts.base import Chart, axis, counted, figure, in_sentence, short_day
from app.palette import Theme
from etl.vocab import PROTECTIONS


def curve(months: pd.DataFrame, moves: pd.DataFrame, day: pd.Timestamp, colours: Theme) -> Chart:
    """Coverage from 2018 to the last date known, with the contracts and laws that moved it."""
    months = months.sort_values("as_of")
    now = months[months["as_of"] <= day].iloc[-1:]
    return Chart(
        _curve_title(now, day),
        "Share of the protections that bind, month by month, from today’s knowledge of each date. "
        "Dots: the contracts and laws that moved it most",
        figure(
            [_band(months, colours), _line(months, colours), _marks(months, moves, colours)],
            colours,
            height=380,
            xaxis=axis(colours, type="date"),
            yaxis=axis(colours, range=[0, 100], ticksuffix=" %"),
            shapes=[_day_line(day, colours)],
            margin={"l": 8, "r": 8, "t": 8, "b": 8},
        ),
        _curve_table(moves),
    )


def _dates(months: pd.DataFrame) -> list[str]:
    return [value.date().isoformat() for value in months["as_of"]]


def _percent(months: pd.DataFrame, name: str) -> list[float]:
    return [round(100 * float(value), 1) for value in months[name]]


def _band(months: pd.DataFrame, colours: Theme) -> dict[str, Any]:
    """From what binds to what may: the part that nobody has judged."""
    dates = _dates(months)
    return {
        "type": "scatter",
        "mode": "lines",
        "x": [*dates, *reversed(dates)],
        "y": [*_percent(months, "low"), *reversed(_percent(months, "high"))],
        "fill": "toself",
        "fillcolor": colours.rule,
        "line": {"width": 0},
        "hoverinfo": "skip",
    }


def _line(months: pd.DataFrame, colours: Theme) -> dict[str, Any]:
    return {
        "type": "scatter",
        "mode": "lines",
        "x": _dates(months),
        "y": _percent(months, "low"),
        "line": {"color": colours.accent, "width": 3, "shape": "hv"},
        "hovertemplate": "%{x|%b %Y}: at least %{y:.0f} %<extra></extra>",
    }


def _marks(months: pd.DataFrame, moves: pd.DataFrame, colours: Theme) -> dict[str, Any]:
    largest = _largest_moves(moves, months)
    return {
        "type": "scatter",
        "mode": "markers",
        "x": [move["day"] for move in largest],
        "y": [move["height"] for move in largest],
        "marker": {"color": colours.alarm, "size": 9},
        "hovertext": [move["told"] for move in largest],
        "hovertemplate": "%{hovertext}<extra></extra>",
    }


def _curve_title(now: pd.DataFrame, day: pd.Timestamp) -> str:
    if now.empty:
        return "Coverage over time"
    low, high = (round(float(now[name].iloc[0]) * 100) for name in ("low", "high"))
    return f"On {short_day(day.date())} at least {low} % is covered, and at most {high} %"


def _day_line(day: pd.Timestamp, colours: Theme) -> dict[str, Any]:
    return {
        "type": "line",
        "x0": day.date().isoformat(),
        "x1": day.date().isoformat(),
        "y0": 0,
        "y1": 1,
        "yref": "paper",
        "line": {"color": colours.ink, "width": 1, "dash": "dot"},
    }


def _largest_moves(
    moves: pd.DataFrame, months: pd.DataFrame, most: int = 12
) -> list[dict[str, Any]]:
    """The moves that touch most protections, at the height of the curve on their day."""
    top = moves.sort_values(["moved", "day"], ascending=[False, True]).head(most)
    found = []
    for move in top.to_dict("records"):
        until = months[months["as_of"] >= move["day"]]
        height = float(until["low"].iloc[0]) * 100 if len(until) else 0.0
        day = move["day"].date()
        told = f"{short_day(day)}: {move['title']} {move['move']}"
        told += f" ({counted(move['moved'], 'protection')})"
        found.append({"day": day.isoformat(), "height": height, "told": told})
    return found


def _curve_table(moves: pd.DataFrame) -> pd.DataFrame:
    table = moves.sort_values("day")
    return pd.DataFrame(
        {
            "Date": [value.date().isoformat() for value in table["day"]],
            "What": table["title"].tolist(),
            "Move": table["move"].tolist(),
            "Protections": [
                ", ".join(in_sentence(PROTECTIONS.label(p)) for p in cell.split("|"))
                for cell in table["protections"]
            ],
            "Source": table["source_url"].tolist(),
        }
    )
