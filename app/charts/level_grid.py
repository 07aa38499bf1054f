"""A grid of levels: something down, the protections across, each cell in its colour and symbol."""

from __future__ import annotations

from typing import Any

from app.charts.base import axis, figure
from app.palette import Level, Theme
from etl.vocab import PROTECTIONS


def level_trace(
    cells: list[list[str | None]],
    symbols: list[list[str]],
    levels: dict[str, Level],
    colours: Theme,
) -> dict[str, Any]:
    """The cells; those that the filters leave out (None) stay empty."""
    order, last = list(levels), len(levels) - 1
    return {
        "type": "heatmap",
        "z": [[order.index(cell) if cell else None for cell in row] for row in cells],
        "zmin": 0,
        "zmax": last,
        "colorscale": [[i / last, level.fill(colours)] for i, level in enumerate(levels.values())],
        "showscale": False,
        "xgap": 3,
        "ygap": 3,
        "text": symbols,
        "texttemplate": "%{text}",
        "textfont": {"size": 13},
        "hoverongaps": False,
    }


def level_figure(
    traces: list[dict[str, Any]], labels: list[str], protections: list[str], colours: Theme
) -> dict[str, Any]:
    """The grid with its names; a line stands between the pillars."""
    return figure(
        traces,
        colours,
        height=170 + 25 * len(labels),
        xaxis=axis(
            colours,
            side="top",
            tickvals=list(range(len(protections))),
            ticktext=[PROTECTIONS.label(p) for p in protections],
            tickangle=-55,
            range=[-0.5, len(protections) - 0.5],
        ),
        yaxis=axis(
            colours,
            range=[len(labels) - 0.5, -0.5],
            tickvals=list(range(len(labels))),
            ticktext=labels,
            tickfont={"size": 13, "color": colours.ink},
        ),
        shapes=_pillar_rules(protections, colours),
        margin={"l": 8, "r": 90, "t": 8, "b": 8},
    )


def _pillar_rules(protections: list[str], colours: Theme) -> list[dict[str, Any]]:
    """A line between the pillars."""
    pillars = [PROTECTIONS.group(p) for p in protections]
    breaks = [i for i in range(1, len(pillars)) if pillars[i] != pillars[i - 1]]
    return [
        {
            "type": "line",
            "yref": "paper",
            "x0": i - 0.5,
            "x1": i - 0.5,
            "y0": 0,
            "y1": 1,
            "line": {"color": colours.quiet, "width": 1},
        }
        for i in breaks
    ]
