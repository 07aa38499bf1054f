"""Charts and frames for the view that is on screen, each worked out once and kept."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import lru_cache

import pandas as pd
import plotly.graph_objects as go
import streamlit as st

from app import store
from app.charts.base import Chart
from app.exporting import table_csv
from app.filters import LABELS, Filters
from app.palette import Theme
from app.registry import PageSpec
from app.style import colours

ChartMaker = Callable[..., Chart | None]


def current() -> tuple[PageSpec, Filters]:
    """The page that is on screen, and the filters it shows."""
    found: tuple[PageSpec, Filters] = st.session_state["atlas_shown"]
    return found


def hold(filters: Filters) -> None:
    """Let the page on screen answer under other filters than those that were asked for."""
    st.session_state["atlas_shown"] = (current()[0], filters)


def rows(relation: str, *columns: str) -> pd.DataFrame:
    """Rows of a relation under the filters on screen. Do not change the frame.

    Name the columns if nothing else on the page needs the others: they are read much quicker.
    """
    return store.query(relation, current()[1], columns)


LISTED = (
    "date",
    "domain",
    "kind",
    "title",
    "subject_table",
    "subject_id",
    "source_url",
    "confidence",
    "date_precision",
)


def dated_to_the_day(relation: str) -> pd.DataFrame:
    """What happened, newest first (`events`), or what is fixed to come, nearest first (`calendar`).

    Only events with a day: a list by day cannot place a month or a year honestly.
    """
    if relation == "calendar":
        frame = rows(relation, *LISTED, "date_last").sort_values(["date_last", "title"])
        return frame[frame["date_precision"] == "day"]
    spec, _ = current()
    columns = [*LISTED, "is_ahead"]
    frame = rows(relation)[columns] if spec.relation == relation else rows(relation, *columns)
    return frame[~frame["is_ahead"] & (frame["date_precision"] == "day")]


def chart(
    make: ChartMaker,
    relation: str,
    columns: tuple[str, ...] = (),
    whole: tuple[str, ...] = (),
    also: tuple[str, ...] = (),
    with_day: bool = False,
    under: Filters | None = None,
) -> Chart | None:
    """A chart of a relation under the filters on screen, or others; None if there is no data.

    Relations named in `whole` come unfiltered (the places of a map stay, whatever is chosen), those
    in `also` under the same filters. Name the columns if nothing else on the page needs the others.
    `under` takes the place of the filters on screen.
    """
    filters = under or current()[1]
    day = filters.applicable_day()
    made = _chart(
        store.release().id, make, relation, columns, whole, also, filters, day, with_day, colours()
    )
    unused = ignored(relation, under)
    return made and replace(made, subtitle=made.subtitle + unused)


def ignored(relation: str, under: Filters | None = None) -> str:
    """Which of the chosen filters the rows do not answer to, said at the end of a line."""
    chosen = dict(current()[1].chosen)
    heard = store.applicable(relation) & set(dict(under.chosen) if under else chosen)
    lost = [LABELS[name] for name in chosen if name not in heard]
    return f". Not filtered by: {', '.join(lost)}" if lost else ""


@lru_cache(maxsize=512)
def _chart(
    release_id: str,
    make: ChartMaker,
    relation: str,
    columns: tuple[str, ...],
    whole: tuple[str, ...],
    also: tuple[str, ...],
    filters: Filters,
    day: date,
    with_day: bool,
    theme: Theme,
) -> Chart | None:
    frames = [store.query(relation, filters, columns)]
    frames += [store.query(name, filters.only(("as_of",))) for name in whole]
    frames += [store.query(name, filters) for name in also]
    extra = [pd.Timestamp(day)] if with_day else []
    made = make(*frames, *extra, theme)
    if made is None:
        return None
    return finished(replace(made, subtitle=made.subtitle + _doubt(relation, filters, frames[0])))


def finished(made: Chart) -> Chart:
    """A chart ready to be drawn and taken away."""
    figure = go.Figure(made.figure, _validate=False)
    return replace(made, figure=figure, csv=table_csv(made.table))


def _doubt(relation: str, filters: Filters, frame: pd.DataFrame) -> str:
    """How many of the rows drawn are reported, unconfirmed: said under every chart."""
    if "confidence" not in store.release().relations[relation].columns:
        return ""
    if "confidence" not in frame:
        frame = store.query(relation, filters, ("confidence",))
    doubtful = int((frame["confidence"] == "unconfirmed").sum())
    return f"; {doubtful:,} of {len(frame):,} reported, unconfirmed" if doubtful else ""
