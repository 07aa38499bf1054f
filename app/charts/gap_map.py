"""Figures about gaps by place, and what a change would bring."""

from __future__ import annotations

import pandas as pd

from app.charts.base import Chart, counted, in_words
from app.charts.tile_map import tile_map
from app.palette import Theme
from etl.vocab import PROTECTIONS

STATE = ["jurisdiction", "name", "tile_row", "tile_column"]
BINDING = ("strong", "partial")


def by_state(cells: pd.DataFrame, places: pd.DataFrame, colours: Theme) -> Chart | None:
    """How many of the 18 protections the law of each state gives there."""
    if cells.empty:
        return None
    chosen = set(cells["jurisdiction"])
    states = places.loc[(places["kind"] == "state") & places["jurisdiction"].isin(chosen), STATE]
    given = cells[cells["level"].isin(BINDING)].groupby("jurisdiction")["protection"].agg(list)
    table = states[["jurisdiction", "name"]].copy()
    table["given"] = [len(given.get(code, [])) for code in table["jurisdiction"]]
    table["which"] = [
        ", ".join(PROTECTIONS.label(p) for p in PROTECTIONS.ids if p in given.get(code, []))
        for code in table["jurisdiction"]
    ]
    table = table.sort_values(["given", "name"], ascending=[False, True])
    values = dict(zip(table["jurisdiction"], table["given"], strict=True))
    lines = table["which"].str.replace(", ", "<br>")
    which = dict(zip(table["jurisdiction"], lines, strict=True))
    return Chart(
        _state_title(table),
        "Protections, of the 18, that state law in force gives to people in general there. "
        "Laws for voters, children or users of chatbots are not counted",
        tile_map(states, values, "protection", colours, which),
        table.rename(
            columns={"jurisdiction": "Code", "name": "State", "given": "Given", "which": "Which"}
        ),
    )


def _state_title(table: pd.DataFrame) -> str:
    most = int(table["given"].max())
    if most == 0:
        return "No state law in force on record gives any of the 18 protections"
    names = table.loc[table["given"] == most, "name"].tolist()
    few = in_words(names) if len(names) <= 3 else f"{len(names)} states"
    none = int((table["given"] == 0).sum())
    told = f"{few} {'give' if len(names) > 1 else 'gives'} most: {most} of 18 by state law"
    return f"{told}; {none} give none" if none else told


def changes(before: pd.DataFrame, after: pd.DataFrame) -> pd.DataFrame:
    """The cells that a change would move: craft, protection, level before and after."""
    keys = ["craft", "protection"]
    both = before[[*keys, "level"]].merge(after[[*keys, "level"]], on=keys, suffixes=("", "_then"))
    moved = both[both["level"] != both["level_then"]]
    return moved.rename(columns={"level": "today", "level_then": "then"})


def changes_told(moved: pd.DataFrame, chosen: int) -> str:
    """What the switched-on instruments would change, in a sentence."""
    if moved.empty:
        return "What is switched on would change no cell: something as good binds already"
    crafts = moved["craft"].nunique()
    named = counted(chosen, "bill or deal", "bills or deals")
    return (
        f"With {named} switched on, {counted(len(moved), 'cell')} would change, "
        f"for {counted(crafts, 'craft')}"
    )
