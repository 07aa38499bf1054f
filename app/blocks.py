"""Parts of a page: headline, figures, chart with its twin, rows with their sources."""

from __future__ import annotations

import html
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd
import streamlit as st

from app import columns, links, store, views
from app.chart_tools import chart_tools
from app.charts.base import Chart, counted, short_day
from app.filters import Filters
from app.registry import PAGES
from etl.vocab import DOMAINS

ROW_HEIGHT = 35
"""Pixels of a row of `st.dataframe`, its heading included."""


@dataclass(frozen=True)
class Headline:
    """One large figure: the number, what it counts, an urgent part, and where it leads."""

    number: str
    label: str
    alarm: str = ""
    href: str = ""


def headline(title: str, lead: str) -> None:
    """The answer of the page, then what it is about. If nothing matches, the page ends here."""
    st.title(title, anchor=False)
    st.html(f'<p class="atlas-lead">{html.escape(lead)}</p>')
    spec, _ = views.current()
    if spec.relation and views.rows(spec.relation).empty:
        empty()
        reach_line()
        st.stop()


def way_in(question: str, told: str, href: str) -> None:
    """A wide link to the page that answers one question."""
    st.html(
        f'<p class="atlas-way"><a href="{html.escape(href)}" target="_self">'
        f"<strong>{html.escape(question)}</strong> {html.escape(told)}</a></p>"
    )


def figures(items: Iterable[Headline]) -> None:
    """A row of large figures; each leads to the rows behind it."""
    cells = [_figure(item) for item in items]
    st.html(f'<div class="atlas-figures">{"".join(cells)}</div>')


def _figure(item: Headline) -> str:
    alarm = f' <span class="atlas-alarm">{html.escape(item.alarm)}</span>' if item.alarm else ""
    return (
        f'<a href="{html.escape(item.href)}" target="_self">'
        f'<div class="n">{html.escape(item.number)}</div>'
        f'<div class="l">{html.escape(item.label)}{alarm}</div></a>'
    )


def chart(
    key: str, made: Chart | None, wide: bool = False, on_click: Callable[[Any], None] | None = None
) -> None:
    """A chart under its finding, with source, downloads and its table one click away.

    A click on a point hands what the chart keeps of it (`customdata`) to `on_click`.
    """
    if made is None:
        note("Nothing to draw under these filters.")
        return
    st.header(made.title, anchor=False)
    sub(made.subtitle)
    with st.container(key=f"wide_{key}" if wide else f"chart_{key}"):
        st.plotly_chart(
            made.figure,
            theme=None,
            key=f"plot_{key}",
            alt=f"{made.title}. {made.subtitle}. The same figures are in the table below.",
            config={"displayModeBar": False, "responsive": True, "scrollZoom": False},
            **_clickable(f"plot_{key}", on_click),
        )
    chart_tools(key, made, links.source_line(), wide)
    table_twin(key, made)


def _clickable(key: str, on_click: Callable[[Any], None] | None) -> dict[str, Any]:
    """What makes a chart tell which of its points was clicked."""
    if on_click is None:
        return {}

    def clicked() -> None:
        if points := st.session_state[key]["selection"]["points"]:
            on_click(points[0]["customdata"])

    return {"on_select": clicked, "selection_mode": "points"}


def table_twin(key: str, made: Chart) -> None:
    """The figures of a chart as a table, one click away."""
    table = st.expander("Table", on_change="rerun", key=f"table_{key}", icon=":material/table:")
    if table.open:
        table.dataframe(
            made.table,
            hide_index=True,
            alt=f"Table of the figures in: {made.title}",
            column_config=columns.config([c for c in made.table.columns if c == "Source"])
            | {"Source": st.column_config.LinkColumn("Source")},
        )


def rows(relation: str, noun: str, many: str = "", heading: str = "The rows behind it") -> None:
    """The rows behind the page, with a source link each, and ways to take them away."""
    frame = views.rows(relation)
    st.header(f"{heading}: {counted(len(frame), noun, many)}", anchor=False)
    if frame.empty:
        empty()
        return
    shown_table(relation, links.opening(relation, frame), counted(len(frame), noun, many))
    downloads(relation)
    if unused := views.ignored(relation):
        note(f"This table is shown whole{unused}.")


def behind(relation: str, filters: Filters | None = None, told: str = "") -> None:
    """Where the rows behind a chart stand, if they do not stand on its page."""
    offered = next(page for page in PAGES if page.path == "data").filters
    held = (filters or views.current()[1]).only(store.applicable(relation) & set(offered))
    href = links.rows(relation, held)
    st.html(
        f'<p class="atlas-source"><a href="{html.escape(href)}" target="_self">'
        f"See the rows behind it</a>{html.escape(told)}</p>"
    )


def shown_table(relation: str, frame: pd.DataFrame, told: str, most: int = 460) -> None:
    """Rows of a relation under the headings and labels that people read."""
    shown = columns.labelled(relation, frame)
    st.dataframe(
        shown,
        hide_index=True,
        column_config=columns.config(list(shown.columns)),
        height=min(ROW_HEIGHT * (len(shown) + 1) + 2, most),
        key=f"rows_{relation}",
        placeholder="–",
        alt=f"Table of {told}, with the source of each",
    )


def downloads(relation: str) -> None:
    """Links to exactly the rows on screen, in several formats."""
    download_line(relation, views.current()[1], "Take these rows away")


def download_line(relation: str, filters: Filters, told: str) -> None:
    """Links to the rows of a relation under some filters."""
    filters = filters.only(store.applicable(relation))
    offered = (
        ("csv", "CSV"),
        ("zip", "CSV with its description (zip)"),
        ("xlsx", "Excel"),
        ("parquet", "Parquet"),
        ("json", "JSON"),
    )
    parts = [
        f'<a href="{html.escape(links.export(relation, kind, filters))}" download>{label}</a>'
        for kind, label in offered
    ]
    st.html(f'<p class="atlas-source">{told}: {" · ".join(parts)}</p>')


def add_to_calendar() -> None:
    """The dates to come, for the calendar program of the reader."""
    filters = views.current()[1].only(store.applicable("calendar"))
    relative, full = links.calendar(filters)
    st.html(
        f'<p class="atlas-source">Add to your calendar: <a href="{html.escape(relative)}" download>'
        "download these dates</a>, or let your calendar program subscribe to "
        f"<code>{html.escape(full)}</code></p>"
    )


def sub(text: str) -> None:
    """The line under a heading: subject and span."""
    st.html(f'<p class="atlas-sub">{html.escape(text)}</p>')


def note(text: str) -> None:
    """A quiet remark under a chart or table."""
    st.html(f'<p class="atlas-source">{html.escape(text)}</p>')


def empty() -> None:
    """Nothing matches: say so, and what to change."""
    st.info(
        "Nothing on record matches these filters. Remove one, or press **Clear**. "
        "An empty answer means that the Atlas has no such row, not that none exists.",
        icon=":material/search_off:",
    )


def key_line(marks: Iterable[tuple[str, str, str, str]]) -> None:
    """A legend: symbol, label, fill and symbol colour of each mark."""
    parts = [
        f'<span><b style="background:{fill};color:{ink}">{symbol}</b>{html.escape(label)}</span>'
        for symbol, label, fill, ink in marks
    ]
    st.html(f'<div class="atlas-legend">{"".join(parts)}</div>')


def plain_table(frame: pd.DataFrame, hrefs: Mapping[str, list[str]] | None = None) -> None:
    """A short table as plain HTML: readable, printable, no scrolling.

    `hrefs` says, by column of figures, where the figure of each row leads.
    """
    ways = hrefs or {}
    counted_in = [c in ways or pd.api.types.is_numeric_dtype(frame[c]) for c in frame.columns]
    head = "".join(
        f'<th scope="col"{_numeric(n)}>{html.escape(str(c))}</th>'
        for c, n in zip(frame.columns, counted_in, strict=True)
    )
    leads = [ways.get(str(c), [""] * len(frame)) for c in frame.columns]
    body = "".join(
        "<tr>"
        + "".join(
            f"<td{_numeric(n)}>{_leading(_figure_or_text(v), href)}</td>"
            for v, n, href in zip(row, counted_in, led, strict=True)
        )
        + "</tr>"
        for row, *led in zip(frame.itertuples(index=False), *leads, strict=True)
    )
    table = f"<thead><tr>{head}</tr></thead><tbody>{body}</tbody>"
    st.html(f'<div class="atlas-scroll"><table class="atlas-table">{table}</table></div>')


def _figure_or_text(value: object) -> str:
    return f"{value:,}" if isinstance(value, int | float) else str(value)


def _leading(text: str, href: str) -> str:
    told = html.escape(text)
    return f'<a href="{html.escape(href)}" target="_self">{told}</a>' if href else told


def _numeric(is_number: bool) -> str:
    return ' class="num"' if is_number else ""


def reach_line() -> None:
    """How far the data reaches, under every page."""
    filters = views.current()[1]
    reach = store.data_reaches_to(filters)
    told = ", ".join(
        f"{DOMAINS.label(domain).lower()} to "
        f'<a class="atlas-day" href="{html.escape(links.page("timeline", domain=domain))}" '
        f'target="_self">{short_day(day)}</a>'
        for domain, day in reach.items()
    )
    st.html(
        f'<p class="atlas-source">{html.escape(links.source_line())} Data reaches: {told}. '
        "Silence after that day is not “no change”. Not legal advice. "
        '<a href="method" target="_self">How it is made</a>.</p>'
    )


def api_hint(relation: str) -> None:
    """The address of the same rows, for programs."""
    filters = views.current()[1].only(store.applicable(relation))
    st.markdown("**For programs:** add `as_of=` with a day to hold the rows at that day.")
    st.code(f"/{links.export(relation, 'csv', filters)}", language=None, wrap_lines=True)
