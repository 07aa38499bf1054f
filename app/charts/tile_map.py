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
    codes = states["jurisdiction"].tolist()
    counts = [values.get(code, 0) for code in codes]
    named = zip(codes, states["name"], counts, strict=True)
    told = [_told(f"{name}: {counted(n, noun)}", (more or {}).get(c)) for c, name, n in named]
    height, width = int(states["tile_row"].max()), int(states["tile_column"].max())
    return figure(
        [_tiles(states, counts, colours), _points(states, told)],
        colours,
        height=400,
        xaxis=hidden(range=[-0.5, width - 0.5]),
        yaxis=hidden(range=[height - 0.5, -0.5]),
        margin={"l": 0, "r": 0, "t": 4, "b": 4},
    )


def _told(*lines: str | None) -> str:
    return "<br>".join(filter(None, lines))


def _tiles(states: pd.DataFrame, counts: list[int], colours: Theme) -> dict[str, Any]:
    """The tiles with their letters and numbers."""
    codes, most, last = states["jurisdiction"], max([*counts, 1]), len(colours.steps) - 1
    labels = [f"<b>{c}</b><br>{n or '–'}" for c, n in zip(codes, counts, strict=True)]
    return {
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
        "hoverinfo": "skip",
    }


def _points(states: pd.DataFrame, told: list[str]) -> dict[str, Any]:
    """What can be pointed at and clicked: a heatmap tells of no click."""
    return {
        "type": "scatter",
        "mode": "markers",
        "x": [int(column) - 1 for column in states["tile_column"]],
        "y": [int(row) - 1 for row in states["tile_row"]],
        "marker": {"size": 30, "opacity": 0, "symbol": "square"},
        "customdata": [[code] for code in states["jurisdiction"]],
        "hovertext": told,
        "hovertemplate": "%{hovertext}<extra></extra>",
        "showlegend": False,
    }


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
