"""Figures about bills: the tile map, topics, enacted and introduced by year."""

from __future__ import annotations

import pandas as pd

from app.charts.base import (
    Chart,
    counted,
    explode,
    in_sentence,
    in_words,
    labelled_cross,
    largest_first,
    stacked_bars,
)
from app.charts.tile_map import tile_map
from app.palette import FORCE, Theme
from etl.vocab import BILL_FORCE, TOPICS

STATE = ["jurisdiction", "name", "tile_row", "tile_column"]


def laws_by_state(bills: pd.DataFrame, places: pd.DataFrame, colours: Theme) -> Chart | None:
    """How many laws are in force in each state, on the day of the view."""
    if bills.empty:
        return None
    states = places.loc[places["kind"] == "state", STATE]
    where = bills.loc[bills["force"] == "in_force", "jurisdiction"]
    counts = where[where.isin(states["jurisdiction"])].value_counts()
    table = states[["jurisdiction", "name"]].copy()
    table["laws"] = table["jurisdiction"].map(counts).fillna(0).astype(int)
    table = table.sort_values(["laws", "name"], ascending=[False, True])
    none = int((table["laws"] == 0).sum())
    return Chart(
        _leaders(table, "laws", "law", none),
        "Laws in force on record, by state; – means none on record, not that none exists",
        tile_map(
            states, dict(zip(table["jurisdiction"], table["laws"], strict=True)), "law", colours
        ),
        table.rename(columns={"jurisdiction": "Code", "name": "State", "laws": "Laws in force"}),
    )


def _leaders(table: pd.DataFrame, column: str, noun: str, none: int, of: str = "") -> str:
    most = int(table[column].max())
    if most == 0:
        return f"No state has a {noun} in force on record under these filters"
    first = table.loc[table[column] == most, "name"].tolist()
    verb = "has" if len(first) == 1 else "have"
    who = in_words(first) if len(first) <= 3 else f"{len(first)} states"
    rest = f"; {counted(none, 'place has', 'places have')} none on record" if none else ""
    return f"{who} {verb} {counted(most, noun)}{of}{rest}"


def topics(bills: pd.DataFrame, colours: Theme) -> Chart | None:
    """What bills are about, and whether they are law and in force. One bill may have several."""
    each = explode(bills, "topics", "force")
    if each.empty:
        return None
    table = largest_first(
        labelled_cross(each["topics"], each["force"], "Topic", TOPICS, BILL_FORCE)
    )
    side = 1 if colours.name == "dark" else 0
    fills = {BILL_FORCE.label(force): fill[side] for force, fill in FORCE.items()}
    stacks = {label: (label, fills[label]) for label in table.columns[1:]}
    law = int((bills["status"] == "enacted").sum())
    return Chart(
        f"{law} of {len(bills)} bills became law; {in_sentence(table['Topic'].iloc[0])} lead",
        "Bills by topic and by whether they are in force; one bill may have several topics",
        stacked_bars(table, "Topic", stacks, colours, True, 120 + 28 * len(table)),
        table,
    )


def by_year(bills: pd.DataFrame, colours: Theme) -> Chart | None:
    """Bills introduced and laws enacted, each in the year it happened, where the year is known."""
    introduced = bills["introduced_on"].str[:4].value_counts()
    enacted = bills["enacted_on"].str[:4].value_counts()
    known = {*introduced.index, *enacted.index}
    if not known:
        return None
    newest = int(max(known))
    years = [str(year) for year in range(max(int(min(known)), newest - 9), newest + 1)]
    rows = [(y, int(enacted.get(y, 0)), int(introduced.get(y, 0))) for y in years]
    earlier = (
        enacted[enacted.index < years[0]].sum(),
        introduced[introduced.index < years[0]].sum(),
    )
    if any(earlier):  # statutes of a century ago would squeeze the years that matter
        rows.insert(0, (f"to {int(years[0]) - 1}", int(earlier[0]), int(earlier[1])))
    table = pd.DataFrame(rows, columns=["Year", "Enacted", "Introduced"])
    top = table[table["Year"].isin(years)].sort_values("Enacted").iloc[-1]
    unknown = int(bills["introduced_on"].isna().sum())
    stacks = {
        "Enacted": ("Became law", colours.accent),
        "Introduced": ("Introduced (day known)", colours.series[4]),
    }
    chart = stacked_bars(table, "Year", stacks, colours, height=340)
    chart["layout"] |= {"barmode": "group"}
    for trace in chart["data"]:
        trace["textposition"] = "outside"
        trace["cliponaxis"] = False
    return Chart(
        f"{top['Year']} brought most new laws on record: {top['Enacted']}",
        f"By year; the day of introduction is not recorded for {unknown} of {len(bills)} bills",
        chart,
        table,
    )
