"""Figures about gaps: which craft and which pillar has least, as ranges."""

from __future__ import annotations

from typing import Any

import pandas as pd

from app.charts.base import Chart, axis, figure, hidden, in_words
from app.palette import COVERAGE, Theme
from etl.vocab import CRAFTS, PILLARS


def ranking(scores: pd.DataFrame, signers: pd.DataFrame, colours: Theme) -> Chart | None:
    """The crafts with the least cover first, each as a range: unknown is not “no”."""
    rows = scores[scores["craft"].notna() & scores["pillar"].isna()]
    if rows.empty:
        return None
    rows = rows.sort_values(["low", "high", "craft"])
    named = signers["primary_craft"].value_counts() if not signers.empty else pd.Series(dtype=int)
    table = pd.DataFrame(
        {
            "Craft": [CRAFTS.label(craft) for craft in rows["craft"]],
            "At least %": (rows["low"] * 100).round().astype(int).tolist(),
            "At most %": (rows["high"] * 100).round().astype(int).tolist(),
            "Binding": (rows["strong"] + rows["partial"]).tolist(),
            "Nothing": (rows["nothing"] + rows["weak"]).tolist(),
            "Not judged": rows["open"].tolist(),
            "Named signers": [int(named.get(craft, 0)) for craft in rows["craft"]],
        }
    )
    return Chart(
        _ranking_title(table),
        "Share of the 18 protections that bind (strong counts 1, partial ½, unless weighted). "
        "The pale part is not judged: it may be more",
        _range_figure(table, "Craft", colours),
        table,
    )


def _ranking_title(table: pd.DataFrame) -> str:
    """Who has least for certain; many crafts can share that place."""
    least = int(table["At least %"].min())
    names = table.loc[table["At least %"] == least, "Craft"].tolist()
    who = in_words(names) if len(names) <= 3 else f"{len(names)} of {len(table)} crafts"
    most = int(table["At least %"].max())
    told = f"; {table['Craft'].iloc[-1].lower()} have most, {most} %" if most > least else ""
    return f"{who} can be sure of {least} % of the protections{told}"


def by_pillar(scores: pd.DataFrame, colours: Theme) -> Chart | None:
    """How much of each pillar is covered, for the chosen people."""
    rows = scores[scores["craft"].isna() & scores["pillar"].notna()]
    if rows.empty:
        return None
    order = {pillar: number for number, pillar in enumerate(PILLARS.ids)}
    rows = rows.sort_values("pillar", key=lambda column: column.map(order))
    table = pd.DataFrame(
        {
            "Pillar": [PILLARS.label(pillar) for pillar in rows["pillar"]],
            "At least %": (rows["low"] * 100).round().astype(int).tolist(),
            "At most %": (rows["high"] * 100).round().astype(int).tolist(),
        }
    )
    worst = table.sort_values(["At least %", "At most %"]).iloc[0]
    return Chart(
        f"{worst['Pillar']} has the largest gap: {worst['At least %']} to "
        f"{worst['At most %']} % covered",
        "Share of the protections of each pillar that bind, over the chosen crafts",
        _range_figure(table, "Pillar", colours),
        table,
    )


def _range_figure(table: pd.DataFrame, label: str, colours: Theme) -> dict[str, Any]:
    """Bars to what is known, pale bars to what is possible."""
    sure, open_ = table["At least %"], table["At most %"] - table["At least %"]
    told = [
        f"{low} %" if low == high else f"{low}–{high} %"
        for low, high in zip(table["At least %"], table["At most %"], strict=True)
    ]
    known = {
        "type": "bar",
        "orientation": "h",
        "name": "binds",
        "y": table[label].tolist(),
        "x": sure.tolist(),
        "marker": {"color": COVERAGE["strong"].fill(colours)},
        "hovertemplate": "%{y}: at least %{x} %<extra></extra>",
    }
    possible = {
        **known,
        "name": "not judged",
        "x": open_.tolist(),
        "marker": {"color": colours.rule},
        "text": told,
        "textposition": "outside",
        "cliponaxis": False,
        "hovertemplate": "%{y}: not judged, %{x} points<extra></extra>",
    }
    return figure(
        [known, possible],
        colours,
        height=60 + 26 * len(table),
        barmode="stack",
        xaxis=hidden(range=[0, 118]),
        yaxis=axis(colours, autorange="reversed"),
    )
