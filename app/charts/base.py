"""What every figure shares: fonts, axes, margins, and the words around it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

import pandas as pd

from app.palette import Theme
from etl.vocab import Vocabulary

SANS = '"Source Sans", "Source Sans 3", "Source Sans Pro", Helvetica, Arial, sans-serif'


@dataclass(frozen=True)
class Chart:
    """A figure with what it says in words, and its table twin."""

    title: str
    """The finding, as a sentence."""
    subtitle: str
    """Subject and span."""
    figure: dict[str, Any]
    table: pd.DataFrame
    csv: str = ""
    """The table as CSV, safe for spreadsheets; filled in once, when the chart is kept."""


def figure(
    traces: list[dict[str, Any]], colours: Theme, height: int, **layout: Any
) -> dict[str, Any]:
    """A plotly figure as a plain dict: Plotly Express takes thirty times as long."""
    return {
        "data": traces,
        "layout": {
            "height": height,
            "margin": {"l": 8, "r": 8, "t": 8, "b": 8},
            "font": {"family": SANS, "size": 14, "color": colours.ink},
            "paper_bgcolor": "rgba(0,0,0,0)",
            "plot_bgcolor": "rgba(0,0,0,0)",
            "showlegend": False,
            "hoverlabel": {
                "bgcolor": colours.sand,
                "bordercolor": colours.rule,
                "font": {"family": SANS, "size": 14, "color": colours.ink},
                "align": "left",
            },
            "bargap": 0.18,
            "dragmode": False,
            **layout,
        },
    }


def axis(colours: Theme, **more: Any) -> dict[str, Any]:
    """An axis without lines or grid; labels carry the figures."""
    return {
        "showgrid": False,
        "zeroline": False,
        "showline": False,
        "fixedrange": True,
        "automargin": True,
        "ticks": "outside",
        "ticklen": 5,
        "tickcolor": "rgba(0,0,0,0)",
        "tickfont": {"color": colours.ink, "size": 14},
        **more,
    }


def hidden(**more: Any) -> dict[str, Any]:
    """An axis that is not drawn."""
    return {"visible": False, "fixedrange": True, **more}


def legend(colours: Theme) -> dict[str, Any]:
    """A legend above the figure, left, in reading order."""
    return {
        "showlegend": True,
        "legend": {
            "orientation": "h",
            "x": 0,
            "xanchor": "left",
            "yref": "container",
            "y": 1,
            "yanchor": "top",
            "font": {"size": 14, "color": colours.ink},
            "traceorder": "normal",
            "itemclick": False,
            "itemdoubleclick": False,
        },
    }


def ink_on(fill: str) -> str:
    """Black or white, whichever reads better on `fill` (#rrggbb)."""
    red, green, blue = (int(fill[i : i + 2], 16) for i in (1, 3, 5))
    return "#000000" if 0.299 * red + 0.587 * green + 0.114 * blue > 120 else "#FFFFFF"


def ranked_bars(table: pd.DataFrame, colours: Theme, **layout: Any) -> dict[str, Any]:
    """Bars from a table of label and number, longest on top, numbers at their ends."""
    label, number = table.columns[:2]
    rows = table.iloc[::-1]
    trace = {
        "type": "bar",
        "orientation": "h",
        "y": rows[label].tolist(),
        "x": rows[number].tolist(),
        "text": [f"{value:,}" for value in rows[number]],
        "textposition": "outside",
        "cliponaxis": False,
        "marker": {"color": colours.accent},
        "hovertemplate": "%{y}: %{x:,}<extra></extra>",
    }
    widest = max([*rows[number].tolist(), 1])
    return figure(
        [trace],
        colours,
        height=60 + 30 * len(rows),
        xaxis=hidden(range=[0, widest * 1.12]),
        yaxis=axis(colours),
        **layout,
    )


def stacked_bars(
    table: pd.DataFrame,
    across: str,
    stacks: dict[str, tuple[str, str]],
    colours: Theme,
    horizontal: bool = False,
    height: int = 360,
) -> dict[str, Any]:
    """Stacked bars from a wide table: `across` on one axis, one column a stack (label, colour)."""
    traces = []
    for column, (label, colour) in stacks.items():
        values, names = table[column].tolist(), table[across].tolist()
        traces.append(
            {
                "type": "bar",
                "name": label,
                "orientation": "h" if horizontal else "v",
                "x": values if horizontal else names,
                "y": names if horizontal else values,
                "marker": {"color": colour},
                "text": [str(v) if v else "" for v in values],
                "textposition": "inside",
                "insidetextanchor": "middle",
                "insidetextfont": {"color": ink_on(colour)},
                "textangle": 0,
                "hovertemplate": f"{label}: %{{{'x' if horizontal else 'y'}}}<extra></extra>",
            }
        )
    drawn = axis(colours, autorange="reversed") if horizontal else axis(colours, type="category")
    spare = hidden()
    return figure(
        traces,
        colours,
        height=height,
        barmode="stack",
        xaxis=spare if horizontal else drawn,
        yaxis=drawn if horizontal else spare,
        uniformtext={"mode": "hide", "minsize": 11},
        **{**legend(colours), "margin": {"l": 8, "r": 8, "t": 48, "b": 8}},
    )


def labelled_cross(
    down: pd.Series, across: pd.Series, heading: str, rows: Vocabulary, columns: Vocabulary
) -> pd.DataFrame:
    """How often each pair occurs, in words: rows and columns in the order of their vocabularies."""
    wide = cross(down, across)
    wide = wide.reindex([value for value in rows.ids if value in wide.index])
    table = wide[[value for value in columns.ids if value in wide.columns]]
    table = table.rename(columns=columns.label).reset_index(names=heading)
    table[heading] = [rows.label(value) for value in table[heading]]
    return table


def largest_first(table: pd.DataFrame) -> pd.DataFrame:
    """The same table, rows with the largest sum first."""
    totals = table.iloc[:, 1:].sum(axis=1)
    return table.loc[totals.sort_values(ascending=False, kind="stable").index].reset_index(
        drop=True
    )


def explode(frame: pd.DataFrame, column: str, *keep: str) -> pd.DataFrame:
    """One row for each item of a list column, with the columns to keep beside it.

    Rows with an empty list fall away.
    """
    known = frame[[column, *keep]][frame[column].notna()]
    lists = [cell.split("|") for cell in known[column].tolist()]
    found = {column: [item for items in lists for item in items]}
    sizes = [len(items) for items in lists]
    for name in keep:
        values = zip(known[name].tolist(), sizes, strict=True)
        found[name] = [value for value, size in values for _ in range(size)]
    return pd.DataFrame(found)


def cross(down: pd.Series, across: pd.Series) -> pd.DataFrame:
    """How often each pair of values occurs (a crosstab, at a quarter of its cost)."""
    counts = Counter(zip(down.tolist(), across.tolist(), strict=True))
    rows, columns = sorted({pair[0] for pair in counts}), sorted({pair[1] for pair in counts})
    grid = [[counts[row, column] for column in columns] for row in rows]
    return pd.DataFrame(grid, index=pd.Index(rows, name=down.name), columns=columns)


def in_words(names: Iterable[str]) -> str:
    """`A`, `A and B`, or `A, B and C`."""
    items = list(names)
    return " and ".join([", ".join(items[:-1]), items[-1]]) if len(items) > 1 else "".join(items)


def in_one(first: pd.Series, last: pd.Series, period: str) -> pd.Series:
    """Do the first and the last day of each date lie in one month (`M`) or quarter (`Q`)?"""
    known = first.notna() & last.notna()
    same = first.dt.to_period(period) == last.dt.to_period(period)
    return known & same


def short_day(day: date) -> str:
    """`9 Oct 2026`."""
    return f"{day.day} {day:%b %Y}"


def in_sentence(label: str) -> str:
    """A label inside a sentence: small letters, but AI stays AI."""
    return " ".join(w if w[:2].isupper() and len(w) > 1 else w.lower() for w in label.split())


def counted(number: int, one: str, many: str = "") -> str:
    """`1 suit`, `12 suits`."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"
