"""The tile-grid map: every state the same size, readable on a phone and on a stage."""

from __future__ import annotations

from typing import Any

import pandas as pd

from app.charts.base import counted, figure, hidden
from app.palette import Theme


def tile_map(
    states: pd.DataFrame, values: dict[str, int], noun: str, colours: Theme
) -> dict[str, Any]:
    """A tile for each of `states` (jurisdiction, name, tile_row, tile_column), darker for more."""
    most = max([*values.values(), 1])
    steps = [step_of(values.get(code, 0), most) for code in states["jurisdiction"]]
    rows, columns = states["tile_row"].astype(int), states["tile_column"].astype(int)
    trace = {
        "type": "scatter",
        "mode": "text",
        "x": columns.tolist(),
        "y": rows.tolist(),
        "text": [_label(code, values.get(code, 0)) for code in states["jurisdiction"]],
        "textfont": {"size": 13, "color": [_ink(step, colours) for step in steps]},
        "hovertext": [
            f"{name}: {counted(values.get(code, 0), noun)}"
            for name, code in zip(states["name"], states["jurisdiction"], strict=True)
        ],
        "hoverinfo": "text",
    }
    shapes = [
        _tile(x, y, colours.steps[step]) for x, y, step in zip(columns, rows, steps, strict=True)
    ]
    return figure(
        [trace],
        colours,
        height=430,
        shapes=shapes,
        xaxis=hidden(range=[0.45, 11.55], constrain="domain", constraintoward="left"),
        yaxis=hidden(
            range=[8.55, 0.45], scaleanchor="x", constrain="domain", constraintoward="top"
        ),
        margin={"l": 0, "r": 0, "t": 4, "b": 4},
    )


def step_of(value: int, most: int) -> int:
    """Which of the six shades: none for zero, then five even steps up to the most."""
    if value <= 0:
        return 0
    return min(5, 1 + (value - 1) * 5 // max(most, 1))


def _label(code: str, value: int) -> str:
    return f"<b>{code}</b><br>{value or '–'}"


def _ink(step: int, colours: Theme) -> str:
    if colours.name == "dark":
        return "#0E1418" if step >= 3 else "#F6F3EA"
    return "#FFFFFF" if step >= 4 else "#14171F"


def _tile(x: int, y: int, fill: str) -> dict[str, Any]:
    return {
        "type": "rect",
        "layer": "below",
        "x0": x - 0.47,
        "x1": x + 0.47,
        "y0": y - 0.47,
        "y1": y + 0.47,
        "fillcolor": fill,
        "line": {"width": 0},
    }
