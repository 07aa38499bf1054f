"""Figures about what developers disclose, from the Foundation Model Transparency Index."""

from __future__ import annotations

from typing import Any

import pandas as pd

from app.charts.base import Chart, axis, figure, in_words, legend
from app.palette import Theme

DISCLOSED, SILENT = "●", "○"


def scores(scores: pd.DataFrame, colours: Theme) -> Chart | None:
    """Points of each company in each year. The questions differ between years."""
    if scores.empty:
        return None
    wide = scores.pivot_table("score", "company", "year", aggfunc="max")
    newest = wide.columns.max()
    wide = wide.sort_values(list(wide.columns[::-1]), ascending=False, na_position="last")
    table = wide.astype("Int64").rename(columns=str).reset_index(names="Company")
    table.columns.name = None
    now = wide[newest].dropna()
    best, least = (in_words(now.index[now == end]) for end in (now.max(), now.min()))
    return Chart(
        f"In {newest}, {best} disclosed most, {int(now.max())} of {scores['max_score'].max()} "
        f"points; {least} least, {int(now.min())}",
        "Foundation Model Transparency Index. Questions differ between years, so a move is not a "
        "trend",
        _scores_figure(wide, colours),
        table,
    )


def _scores_figure(wide: pd.DataFrame, colours: Theme) -> dict[str, Any]:
    """A dot for each year, the newest largest and filled."""
    years = list(wide.columns)
    fills = [colours.series[7], colours.series[4], colours.accent][-len(years) :]
    traces = [
        _year(wide[year].dropna(), year, fill) for year, fill in zip(years, fills, strict=True)
    ]
    spans = {
        "type": "scatter",
        "mode": "lines",
        "x": [x for row in wide.to_numpy() for x in (*_ends(row), None)],
        "y": [y for name in wide.index for y in (name, name, None)],
        "line": {"color": colours.rule, "width": 3},
        "hoverinfo": "skip",
        "showlegend": False,
    }
    return figure(
        [spans, *traces],
        colours,
        height=100 + 25 * len(wide),
        xaxis=axis(colours, range=[0, 104], side="top", showgrid=True, gridcolor=colours.rule),
        yaxis=axis(
            colours,
            autorange="reversed",
            type="category",
            categoryarray=list(wide.index),
            tickvals=list(wide.index),
            ticktext=[name.partition(" (")[0] for name in wide.index],  # fits a phone
        ),
        **{**legend(colours), "margin": {"l": 8, "r": 8, "t": 74, "b": 8}},
    )


def _ends(row: Any) -> tuple[float, float]:
    known = [float(value) for value in row if not pd.isna(value)]
    return min(known), max(known)


def _year(points: pd.Series, year: int, fill: str) -> dict[str, Any]:
    return {
        "type": "scatter",
        "mode": "markers",
        "name": str(year),
        "x": points.astype(int).tolist(),
        "y": points.index.tolist(),
        "marker": {"color": fill, "size": 12},
        "hovertemplate": f"%{{y}}, {year}: %{{x}}<extra></extra>",
    }


def indicators(rows: pd.DataFrame, colours: Theme) -> Chart | None:
    """Question by question, which developers disclose: the rows of one year."""
    if rows.empty:
        return None
    wide = rows.pivot_table("score", "indicator", "company", aggfunc="max")
    wide = wide.loc[wide.sum(axis=1).sort_values(kind="stable").index]
    wide = wide[wide.sum().sort_values(ascending=False, kind="stable").index]
    few = int((wide.sum(axis=1) <= 2).sum())
    marks = [[_mark(value) for value in row] for row in wide.to_numpy()]
    table = pd.DataFrame(marks, columns=list(wide.columns)).replace(
        {DISCLOSED: "Disclosed", SILENT: "Not disclosed"}
    )
    table.insert(0, "Question", wide.index.tolist())
    return Chart(
        f"{few} of {len(wide)} questions about data are answered by at most two of "
        f"{len(wide.columns)} developers",
        f"Indicators of {rows['year'].iloc[0]} on data: {DISCLOSED} disclosed, {SILENT} not. "
        "Least answered first",
        _indicators_figure(wide, marks, colours),
        table,
    )


def _mark(value: float) -> str:
    return "" if pd.isna(value) else DISCLOSED if value else SILENT


def _indicators_figure(
    wide: pd.DataFrame, marks: list[list[str]], colours: Theme
) -> dict[str, Any]:
    cells = {
        "type": "heatmap",
        "x": wide.columns.tolist(),
        "y": wide.index.tolist(),
        "z": [[None if pd.isna(value) else int(value) for value in row] for row in wide.to_numpy()],
        "zmin": 0,
        "zmax": 1,
        "colorscale": [[0, colours.steps[0]], [1, colours.accent]],
        "showscale": False,
        "xgap": 3,
        "ygap": 3,
        "text": marks,
        "texttemplate": "%{text}",
        "hovertemplate": "%{x}: %{y} %{text}<extra></extra>",
    }
    return figure(
        [cells],
        colours,
        height=120 + 25 * len(wide),
        xaxis=axis(colours, side="top", type="category", tickangle=-40),
        yaxis=axis(colours, autorange="reversed", type="category"),
        margin={"l": 8, "r": 60, "t": 8, "b": 8},
    )
