"""Bars under their own titles: long names stay readable on a phone."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from app.charts.base import figure, hidden
from app.palette import Theme

ROW = 66
"""Height of a row in pixels: two lines of words, and what is drawn beneath."""


def titled_bars(
    titles: Sequence[str],
    values: Sequence[float],
    told: Sequence[str],
    fills: Sequence[str],
    colours: Theme,
) -> dict[str, Any]:
    """One bar a row; above it its title, and what is told of it."""
    places = list(range(len(titles)))
    bars = {
        "type": "bar",
        "orientation": "h",
        "y": places,
        "x": list(values),
        "width": 0.26,
        "marker": {"color": list(fills)},
        "customdata": list(zip(titles, told, strict=True)),
        "hovertemplate": "%{customdata[0]}: %{customdata[1]}<extra></extra>",
    }
    words = zip(titles, told, places, strict=True)
    return figure(
        [bars],
        colours,
        height=20 + ROW * len(titles),
        annotations=[row_words(title, what, place, colours) for title, what, place in words],
        xaxis=hidden(range=[0, max([*values, 1])]),
        yaxis=hidden(range=[len(titles) - 0.75, -0.85]),
        margin={"l": 2, "r": 8, "t": 4, "b": 4},
    )


def row_words(title: str, told: str, place: int, colours: Theme) -> dict[str, Any]:
    """A row's title, and what is told of it, above what is drawn in the row."""
    return {
        "x": 0,
        "xref": "paper",
        "xanchor": "left",
        "y": place - 0.15,
        "yanchor": "bottom",
        "text": f"<b>{title}</b><br>{told}",
        "showarrow": False,
        "align": "left",
        "font": {"size": 13, "color": colours.ink},
    }
