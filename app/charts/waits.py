"""How long suits take from filing to each step; open cases are still counting."""

from __future__ import annotations

from typing import Any

import pandas as pd

from app.charts.base import Chart, axis, counted, figure, hidden, legend
from app.palette import Theme
from etl.vocab import MILESTONES

FEW = 5
"""Cases below which a median would say nothing."""
_MONTH = 365.25 / 12
_ROW = 96


def waits(rows: pd.DataFrame, colours: Theme) -> Chart | None:
    """Months from filing to each step: a mark for each case that reached it, and for each open."""
    timed = rows[rows["days"].notna() & rows["wait"].isin(["reached", "open"])]
    reached = set(timed.loc[timed["wait"] == "reached", "milestone"])
    shown = [milestone for milestone in MILESTONES.ids if milestone in reached]
    if not shown:
        return None
    table = pd.DataFrame([_line(timed, milestone) for milestone in shown])
    return Chart(
        _title(table),
        "Months from filing. A median is of cases that got there; open cases still wait, so the "
        f"true time is longer{_left_out(rows)}",
        _figure(timed, shown, table, colours),
        table,
    )


def _left_out(rows: pd.DataFrame) -> str:
    """What is not drawn, and what is doubtful; each case stands in several rows."""
    undated = rows.loc[rows["days"].isna() & (rows["wait"] != "out"), "case_id"].nunique()
    doubtful = rows.loc[rows["case_confidence"] == "unconfirmed", "case_id"].nunique()
    told = f"; {counted(undated, 'case')} without a month of filing not drawn" if undated else ""
    every = rows["case_id"].nunique()
    return told + (f"; {doubtful} of {every} cases reported, unconfirmed" if doubtful else "")


def _line(rows: pd.DataFrame, milestone: str) -> dict[str, Any]:
    mine = rows[rows["milestone"] == milestone]
    months = _months(mine[mine["wait"] == "reached"])
    waiting = _months(mine[mine["wait"] == "open"])
    return {
        "Step": MILESTONES.label(milestone),
        "Cases that reached it": len(months),
        "Median months": round(float(months.median()), 1) if len(months) >= FEW else None,
        "Shortest": round(float(months.min()), 1),
        "Longest": round(float(months.max()), 1),
        "Open, not there yet": len(waiting),
        "Of these, open longer than the longest": int((waiting > months.max()).sum()),
    }


def _months(rows: pd.DataFrame) -> pd.Series:
    return rows["days"].astype(float) / _MONTH


def _title(table: pd.DataFrame) -> str:
    """The first step with enough cases for a median; else the first step."""
    known = table[table["Median months"].notna()]
    top = (known if not known.empty else table).iloc[0]
    number, waiting = int(top["Cases that reached it"]), int(top["Open, not there yet"])
    if known.empty:
        still = counted(waiting, "open case")
        return f"{top['Step']}: {counted(number, 'case')} got there, {still} not yet"
    return (
        f"{top['Step']}: {top['Median months']:.0f} months, the median of {number} cases; "
        f"{counted(waiting, 'open case')} without one"
    )


def _figure(
    rows: pd.DataFrame, shown: list[str], table: pd.DataFrame, colours: Theme
) -> dict[str, Any]:
    lines = table.to_dict("records")
    traces = [
        _marks(rows, "reached", "Reached", -0.02, shown, colours),
        _marks(rows, "open", "Open, waiting so far", 0.24, shown, colours),
        _medians(lines, colours),
    ]
    return figure(
        traces,
        colours,
        height=80 + _ROW * len(shown),
        annotations=[_words(line, place, colours) for place, line in enumerate(lines)],
        xaxis=axis(colours, rangemode="tozero", showgrid=True, gridcolor=colours.rule),
        yaxis=hidden(range=[len(shown) - 0.6, -0.75]),
        **{**legend(colours), "margin": {"l": 2, "r": 12, "t": 48, "b": 30}},
    )


def _words(line: dict[Any, Any], place: int, colours: Theme) -> dict[str, Any]:
    """The step, and its figures in words, above its marks."""
    ends = dict.fromkeys([f"{line['Shortest']:.0f}", f"{line['Longest']:.0f}"])
    span = f"{' to '.join(ends)} months"
    median = line["Median months"]
    time = f"median {median:.0f}, {span}" if pd.notna(median) else f"{span}, too few for a median"
    number, waiting = line["Cases that reached it"], line["Open, not there yet"]
    return {
        "x": 0,
        "xref": "paper",
        "xanchor": "left",
        "y": place - 0.12,
        "yanchor": "bottom",
        "text": f"<b>{line['Step']}</b><br>{time} · {number} reached it, {waiting} open",
        "showarrow": False,
        "align": "left",
        "font": {"size": 13, "color": colours.ink},
    }


def _marks(
    rows: pd.DataFrame, wait: str, name: str, offset: float, shown: list[str], colours: Theme
) -> dict[str, Any]:
    mine = rows[(rows["wait"] == wait) & rows["milestone"].isin(shown)]
    there = wait == "reached"
    return {
        "type": "scatter",
        "mode": "markers",
        "name": name,
        "x": _months(mine).round(1).tolist(),
        "y": [shown.index(milestone) + offset for milestone in mine["milestone"]],
        "marker": {
            "color": colours.accent if there else colours.series[7],
            "size": 11 if there else 9,
            "symbol": "circle" if there else "line-ns-open",
            "opacity": 0.8,
        },
        "customdata": mine["short_name"].tolist(),
        "hovertemplate": f"%{{customdata}}: %{{x}} months, {name.lower()}<extra></extra>",
    }


def _medians(lines: list[dict[Any, Any]], colours: Theme) -> dict[str, Any]:
    known = [(n, line["Median months"]) for n, line in enumerate(lines)]
    known = [(place, median) for place, median in known if pd.notna(median)]
    return {
        "type": "scatter",
        "mode": "markers",
        "name": "Median of those that reached it",
        "x": [median for _, median in known],
        "y": [place - 0.02 for place, _ in known],
        "marker": {
            "color": colours.alarm,
            "size": 17,
            "symbol": "diamond-open",
            "line": {"width": 3},
        },
        "hovertemplate": "Median: %{x} months<extra></extra>",
    }
