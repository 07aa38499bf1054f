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
    height, width = int(states["tile_row"].max()), int(states["tile_column"].max())
    steps: list[list[int | None]] = [[None] * width for _ in range(height)]
    labels = [[""] * width for _ in range(height)]
    hover = [[""] * width for _ in range(height)]
    codes = [[""] * width for _ in range(height)]
    for state in states.itertuples():
        row, column = int(state.tile_row) - 1, int(state.tile_column) - 1
        value = values.get(state.jurisdiction, 0)
        steps[row][column] = step_of(value, most)
        labels[row][column] = f"<b>{state.jurisdiction}</b><br>{value or '–'}"
        told = f"{state.name}: {counted(value, noun)}"
        hover[row][column] = "<br>".join(filter(None, [told, (more or {}).get(state.jurisdiction)]))
        codes[row][column] = state.jurisdiction
    last = len(colours.steps) - 1
    trace = {
        "type": "heatmap",
        "z": steps,
        "zmin": 0,
        "zmax": last,
        "colorscale": [[i / last, colour] for i, colour in enumerate(colours.steps)],
        "showscale": False,
        "xgap": 3,
        "ygap": 3,
        "text": labels,
        "texttemplate": "%{text}",
        "textfont": {"size": 13},
        "hovertext": hover,
        "customdata": codes,
        "hovertemplate": "%{hovertext}<extra></extra>",
        "hoverongaps": False,
    }
    return figure(
        [trace],
        colours,
        height=400,
        xaxis=hidden(),
        yaxis=hidden(autorange="reversed"),
        margin={"l": 0, "r": 0, "t": 4, "b": 4},
    )


def step_of(value: int, most: int) -> int:
    """Which of the six shades: none for zero, then five even steps up to the most."""
    if value <= 0:
        return 0
    return min(5, -(-value * 5 // most))
