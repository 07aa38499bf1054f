"""The tile-grid map: every state the same size, readable on a phone and on a stage."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd

from app.charts.base import counted, figure, hidden
from app.palette import Theme


def tile_map(
    states: pd.DataFrame,
    values: dict[str, int],
    noun: str,
    colours: Theme,
    more: Mapping[str, str] | None = None,
) -> dict[str, Any]:
    """A tile for each of `states` (jurisdiction, name, tile_row, tile_column), darker for more.

    `more` is what is told of a state besides, where somebody points at it. A click gives its code.
    """
    most = max([*values.values(), 1])
    codes = states["jurisdiction"].tolist()
    counts = [values.get(code, 0) for code in codes]
    labels = [f"<b>{c}</b><br>{n or '–'}" for c, n in zip(codes, counts, strict=True)]
    named = zip(codes, states["name"], counts, strict=True)
    hover = [_told(f"{name}: {counted(n, noun)}", (more or {}).get(c)) for c, name, n in named]
    last = len(colours.steps) - 1
    trace = {
        "type": "heatmap",
        "z": _placed(states, [step_of(n, most) for n in counts], None),
        "zmin": 0,
        "zmax": last,
        "colorscale": [[i / last, colour] for i, colour in enumerate(colours.steps)],
        "showscale": False,
        "xgap": 3,
        "ygap": 3,
        "text": _placed(states, labels, ""),
        "texttemplate": "%{text}",
        "textfont": {"size": 13},
        "hovertext": _placed(states, hover, ""),
        "customdata": _placed(states, codes, ""),
        "hovertemplate": "%{hovertext}<extra></extra>",
        "hoverongaps": False,
    }
    return _map(trace, colours)


def _map(trace: dict[str, Any], colours: Theme) -> dict[str, Any]:
    axes = {"xaxis": hidden(), "yaxis": hidden(autorange="reversed")}
    return figure([trace], colours, height=400, margin={"l": 0, "r": 0, "t": 4, "b": 4}, **axes)


def _told(*lines: str | None) -> str:
    return "<br>".join(filter(None, lines))


def _placed(states: pd.DataFrame, values: list[Any], empty: Any) -> list[list[Any]]:
    """One value for each state, on the tile of that state; the other tiles stay empty."""
    height, width = int(states["tile_row"].max()), int(states["tile_column"].max())
    tiles = [[empty] * width for _ in range(height)]
    for row, column, value in zip(states["tile_row"], states["tile_column"], values, strict=True):
        tiles[int(row) - 1][int(column) - 1] = value
    return tiles


def step_of(value: int, most: int) -> int:
    """Which of the six shades: none for zero, then five even steps up to the most."""
    if value <= 0:
        return 0
    return min(5, -(-value * 5 // most))
