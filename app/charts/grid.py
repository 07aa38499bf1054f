"""A grid of counts: rows by columns, darker for more, the number in each cell."""

from __future__ import annotations

from math import ceil, sqrt
from typing import Any

import pandas as pd

from app.charts.base import axis, figure, ink_on
from app.palette import Theme


def count_grid(
    table: pd.DataFrame, colours: Theme, angle: int = 0, row: int = 32
) -> dict[str, Any]:
    """A grid from a wide table: labels in the first column, one column of counts for each other."""
    names = [str(name) for name in table.columns[1:]]
    labels = table.iloc[:, 0].tolist()
    counts = [[int(value) for value in line[1:]] for line in table.to_numpy().tolist()]
    shades = _shades(counts, len(colours.steps) - 1)
    return figure(
        [_cells(names, labels, shades, colours), _numbers(names, labels, counts, shades, colours)],
        colours,
        height=(150 if angle else 60) + row * len(table),
        xaxis=axis(colours, side="top", type="category", tickangle=angle),
        yaxis=axis(colours, autorange="reversed", type="category"),
        margin={"l": 8, "r": 60 if angle else 8, "t": 8, "b": 8},
    )


def _shades(counts: list[list[int]], darkest: int) -> list[list[int]]:
    """Steps by the root of the count: else one large cell would make all others look empty."""
    most = max([1, *(count for line in counts for count in line)])
    return [[ceil(darkest * sqrt(count / most)) for count in line] for line in counts]


def _cells(
    names: list[str], labels: list[str], shades: list[list[int]], colours: Theme
) -> dict[str, Any]:
    last = len(colours.steps) - 1
    return {
        "type": "heatmap",
        "x": names,
        "y": labels,
        "z": shades,
        "zmin": 0,
        "zmax": last,
        "colorscale": [[number / last, step] for number, step in enumerate(colours.steps)],
        "showscale": False,
        "xgap": 3,
        "ygap": 3,
        "hoverinfo": "skip",
    }


def _numbers(
    names: list[str],
    labels: list[str],
    counts: list[list[int]],
    shades: list[list[int]],
    colours: Theme,
) -> dict[str, Any]:
    """The numbers as marks of their own: a heatmap cannot choose black or white for each."""
    cells = [
        (name, label, count, colours.steps[shade])
        for label, line, shaded in zip(labels, counts, shades, strict=True)
        for name, count, shade in zip(names, line, shaded, strict=True)
        if count
    ]
    return {
        "type": "scatter",
        "mode": "text",
        "x": [name for name, _, _, _ in cells],
        "y": [label for _, label, _, _ in cells],
        "text": [f"{count:,}" for _, _, count, _ in cells],
        "textfont": {"size": 14, "color": [ink_on(fill) for _, _, _, fill in cells]},
        "hovertemplate": "%{y}, %{x}: %{text}<extra></extra>",
    }
