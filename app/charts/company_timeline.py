"""One company's entries on a time line, or those of several side by side.

Each kind has a colour and a symbol. A date known only to its month or year is a line as long as
that month or year, never a day that nobody named.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pandas as pd

from app.charts.base import Chart, axis, counted, figure, in_words
from app.company_words import short
from app.palette import Theme
from etl.vocab import COMPANY_ENTRIES


@dataclass(frozen=True)
class Mark:
    """How a kind of entry looks."""

    label: str
    symbol: str
    glyph: str
    place: int
    """In the series of colours."""


MARKS = {
    "suit_against": Mark("Suits against", "triangle-up", "▲", 1),
    "suit_by": Mark("Suits brought", "triangle-down", "▼", 3),
    "ruling": Mark("Rulings", "star", "★", 7),
    "deal": Mark("Deals", "circle", "●", 0),
    "policy": Mark("Policies, tools", "square", "■", 2),
    "act": Mark("Other acts", "diamond", "◆", 4),
    "incident": Mark("Harm reports", "x", "✕", 5),
    "letter": Mark("Letters", "hexagon", "⬢", 6),
}
_GROUPS = {"deal_buyer": "deal", "deal_seller": "deal", "deal_other": "deal", "letter_to": "letter"}
_ROW, _LABEL = 17, 26
"""Heights, in pixels: of a row of marks, of the label above them."""
_SILENT = {"hoverinfo": "skip", "showlegend": False}
Lane = tuple[str, pd.DataFrame, int]
"""Its name, the entries that can be drawn, and how many there are with those without a date."""
_ACROSS = 48
"""Marks that stand side by side on the narrowest screen."""


def of_one(acts: pd.DataFrame, day: pd.Timestamp, colours: Theme) -> Chart | None:
    """One lane for each kind of entry."""
    dated = _dated(acts)
    if dated.empty:
        return None
    order = [kind for kind in MARKS if kind in set(dated["group"])]
    every = acts["kind"].replace(_GROUPS).value_counts()
    lanes = []
    for kind in order:
        drawn = dated[dated["group"] == kind]
        lanes.append((f"{MARKS[kind].glyph} {MARKS[kind].label}", drawn, int(every[kind])))
    return Chart(
        _span(dated),
        _subtitle(acts, dated),
        _figure(lanes, day, colours),
        _table(dated, ["Date", "Entry", "Title", "Confidence", "Source"]),
    )


def _span(dated: pd.DataFrame) -> str:
    """The fullest year, or the years of a record too short to have one."""
    entries = counted(len(dated), "dated entry", "dated entries")
    year, number = _fullest(dated)
    if len(dated) >= 5:
        return f"{year} is the fullest year: {number} of {entries}"
    first, last = dated["date"].iloc[0][:4], dated["date"].iloc[-1][:4]
    return f"{entries}, in {first}" + (f" to {last}" if last != first else "")


def of_several(acts: pd.DataFrame, day: pd.Timestamp, colours: Theme) -> Chart | None:
    """One lane for each company."""
    dated = _dated(acts)
    if dated.empty:
        return None
    every = acts["company"].value_counts()
    lanes = [
        (short(str(name)), rows, int(every[name]))
        for name, rows in dated.groupby("company", sort=False)
    ]
    fullest = in_words(f"{name} {_fullest(rows)[0]}" for name, rows, _ in lanes)
    return Chart(
        f"The fullest year: {fullest}",
        _subtitle(acts, dated),
        _with_legend(_figure(lanes, day, colours)),
        _table(dated, ["Company", "Date", "Entry", "Title", "Confidence", "Source"]),
    )


def _with_legend(drawn: dict[str, Any]) -> dict[str, Any]:
    """The figure with its marks explained below it; there the legend may take several lines."""
    layout = drawn["layout"]
    layout["showlegend"] = True
    layout["height"] += 70
    layout["legend"] = {
        "orientation": "h",
        "x": 0,
        "xanchor": "left",
        "y": -36 / layout["height"],
        "yanchor": "top",
        "itemclick": False,
        "itemdoubleclick": False,
    }
    return drawn


def _dated(acts: pd.DataFrame) -> pd.DataFrame:
    """Entries with a date, oldest first, with the middle of what the date may mean."""
    known = acts[acts["date_first"].notna()].sort_values(["date_first", "date_last", "act_id"])
    middle = known["date_first"] + (known["date_last"] - known["date_first"]) / 2
    return known.assign(group=known["kind"].replace(_GROUPS), middle=middle)


def _fullest(dated: pd.DataFrame) -> tuple[str, int]:
    years = dated["date"].str[:4].value_counts().sort_index(ascending=False)
    return str(years.idxmax()), int(years.max())


def _subtitle(acts: pd.DataFrame, dated: pd.DataFrame) -> str:
    told = [
        "A suit is a claim, not a finding",
        "a harm report names a company as cause or as victim",
        "a line is a date known only to its month or year",
    ]
    if (dated["confidence"] == "unconfirmed").any():
        told.append("hollow: reported, unconfirmed")
    if left_out := len(acts) - len(dated):
        told.append(f"{counted(left_out, 'entry', 'entries')} without a date not drawn")
    return "; ".join(told)


def _table(dated: pd.DataFrame, headings: list[str]) -> pd.DataFrame:
    entries = [COMPANY_ENTRIES.label(kind) for kind in dated["kind"]]
    table = dated.assign(kind=entries).rename(
        columns={
            "company": "Company",
            "date": "Date",
            "kind": "Entry",
            "title": "Title",
            "confidence": "Confidence",
            "source_url": "Source",
        }
    )
    return table[headings].iloc[::-1]


def packed(first: pd.Series, last: pd.Series, gap: pd.Timedelta) -> list[int]:
    """The row of each mark, so that none hides another: the topmost row with room for it."""
    free: list[pd.Timestamp] = []
    rows = []
    for start, end in zip(first, last, strict=True):
        row = next((n for n, until in enumerate(free) if until <= start), len(free))
        free[row : row + 1] = [end + gap]
        rows.append(row)
    return rows


def _figure(lanes: list[Lane], day: pd.Timestamp, colours: Theme) -> dict[str, Any]:
    every = pd.concat([rows for _, rows, _ in lanes])
    start, end = every["date_first"].min(), max(every["date_last"].max(), day)
    gap = max((end - start) / _ACROSS, pd.Timedelta(days=6))
    placed, labels, depth = [], [], 0
    for name, rows, of_all in lanes:
        number = f"{len(rows)} of {of_all}" if len(rows) < of_all else f"{of_all}"
        labels.append(_lane_label(f"{name}: {number}", depth, colours))
        taken = packed(rows["date_first"], rows["date_last"], gap)
        placed.append(rows.assign(y=[-(depth + _LABEL + _ROW * (n + 0.5)) for n in taken]))
        depth += _LABEL + _ROW * (max(taken) + 1)
    marks = pd.concat(placed)
    used = set(marks["group"])
    kinds = [marks[marks["group"] == kind] for kind in MARKS if kind in used]
    return figure(
        [_spans(rows, colours) for rows in kinds] + [_marks(rows, colours) for rows in kinds],
        colours,
        height=depth + 56,
        annotations=labels,
        xaxis=axis(
            colours,
            type="date",
            range=[f"{start - gap:%Y-%m-%d}", f"{end + gap:%Y-%m-%d}"],
            showgrid=True,
            gridcolor=colours.rule,
            nticks=6,
            tickangle=0,
        ),
        yaxis={"visible": False, "fixedrange": True, "range": [-depth - 4, 0]},
    )


def _lane_label(text: str, depth: int, colours: Theme) -> dict[str, Any]:
    return {
        "xref": "paper",
        "yref": "y",
        "x": 0,
        "y": -depth,
        "xanchor": "left",
        "yanchor": "top",
        "text": f"<b>{text}</b>",
        "showarrow": False,
        "font": {"size": 14, "color": colours.ink},
    }


def _spans(rows: pd.DataFrame, colours: Theme) -> dict[str, Any]:
    """A line from the first to the last day that each date may mean."""
    x: list[str | None] = []
    y: list[float | None] = []
    for row in rows[rows["date_precision"] != "day"].itertuples():
        x += [f"{row.date_first:%Y-%m-%d}", f"{row.date_last:%Y-%m-%d}", None]
        y += [row.y, row.y, None]
    colour = colours.series[MARKS[rows["group"].iloc[0]].place]
    line = {"color": colour, "width": 3}
    return {"type": "scatter", "mode": "lines", "x": x, "y": y, "line": line, **_SILENT}


def _marks(rows: pd.DataFrame, colours: Theme) -> dict[str, Any]:
    mark = MARKS[rows["group"].iloc[0]]
    colour = colours.series[mark.place]
    rows = rows.sort_values("confidence", key=lambda sure: sure == "unconfirmed", kind="stable")
    doubtful = rows["confidence"] == "unconfirmed"
    told = zip(rows["title"], rows["date"], rows["kind"], doubtful, strict=True)
    return {
        "type": "scatter",
        "mode": "markers",
        "name": mark.label,
        "x": rows["middle"].dt.strftime("%Y-%m-%d %H:%M").tolist(),
        "y": rows["y"].tolist(),
        "marker": {
            "symbol": [f"{mark.symbol}-open" if d else mark.symbol for d in doubtful],
            "size": 11,
            "color": colour,
            "line": {"width": 2, "color": colour},
        },
        "customdata": [_hover(*one) for one in told],
        "hovertemplate": "%{customdata[0]}<br>%{customdata[1]}<extra></extra>",
    }


def _hover(title: str, date: str, kind: str, doubtful: bool) -> list[str]:
    mark = "; reported, unconfirmed" if doubtful else ""
    return [title, f"{date}: {COMPANY_ENTRIES.label(kind)}{mark}"]
