"""Parts of the gaps page: the day slider, the matrix that can be clicked, one cell opened."""

from __future__ import annotations

from datetime import date

import pandas as pd
import streamlit as st

from app import answer_blocks, answers, blocks, filter_bar, links, store, views
from app.charts import gap_map
from app.charts.base import Chart, counted, short_day
from app.style import colours
from etl.vocab import CRAFTS, PROTECTIONS

CELL = "cell"
FIRST_DAY = date(2018, 1, 1)


def day() -> str:
    """The day of the view inside a sentence."""
    filters = views.current()[1]
    return f"on {short_day(filters.applicable_day())}" if filters.frozen else "today"


def day_slider(last: date) -> None:
    """Moves the whole page to another day, from 2018 to the last date that anybody knows."""
    shown = views.current()[1].applicable_day()
    st.session_state["day_slider"] = min(max(shown, FIRST_DAY), last)
    st.slider(
        "As of which day? Drag to see earlier years, or what is already fixed to come.",
        min_value=FIRST_DAY,
        max_value=last,
        format="MMM YYYY",
        key="day_slider",
        on_change=_slid,
    )


def _slid() -> None:
    filter_bar.set_filter("as_of", [st.session_state["day_slider"].isoformat()])


def matrix(made: Chart | None) -> None:
    """The matrix; a click on a cell opens the rows behind it."""
    blocks.chart("gap_matrix", made, wide=True, on_click=_open_cell)


def _open_cell(clicked: list[str]) -> None:
    filter_bar.set_own(**{CELL: ".".join(clicked[:2])})


def cell(coverage: pd.DataFrame) -> None:
    """One cell opened: its level, every contract clause and law behind it, and its sources."""
    pairs = zip(coverage["craft"], coverage["protection"], strict=True)
    options = {"": "No cell chosen"} | {
        f"{craft}.{protection}": f"{CRAFTS.label(craft)}: {PROTECTIONS.label(protection)}"
        for craft, protection in pairs
    }
    st.header("The rows behind one cell", anchor=False)
    chosen = filter_bar.choose(CELL, "Click a cell above, or choose one", options, "")
    if not chosen:
        return
    craft, _, protection = chosen.partition(".")
    filters = views.current()[1].with_(craft=[craft], protection=[protection])
    mine = coverage[(coverage["craft"] == craft) & (coverage["protection"] == protection)]
    reasons = store.query("coverage_reasons", filters)
    answer_blocks.by_pillar(answers.answers(mine, reasons), colours(), headed=False)
    told = counted(len(reasons), "row")
    st.subheader(f"Everything that was looked at for it: {told}", anchor=False)
    blocks.shown_table("coverage_reasons", reasons, told, most=340)
    blocks.download_line("coverage_reasons", filters, "Take the rows of this cell away")


def what_if() -> None:
    """What the chosen bills and agreements would change, if they bound today."""
    filters = views.current()[1]
    chosen = filters.get("what_if")
    if not chosen:
        blocks.note(
            "What if? Switch on pending bills and tentative agreements in the box above "
            "to see which cells they would change."
        )
        return
    before = store.query("coverage", filters.without(["what_if"]))
    moved = gap_map.changes(before, views.rows("coverage"))
    told = gap_map.changes_told(moved, len(chosen))
    st.header(told, anchor=False)
    if not moved.empty:
        blocks.shown_table("coverage_changes", links.opening("coverage", moved), told)
