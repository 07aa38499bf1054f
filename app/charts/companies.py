"""Figures that rank companies, and one company's transparency over the years."""

from __future__ import annotations

from typing import Any

import pandas as pd

from app.charts.base import Chart, axis, counted, figure, hidden, stacked_bars
from app.company_words import short
from app.palette import Theme

_STACKS = {
    "suits_against": ("Suits against", 1),
    "suits_by": ("Suits brought", 3),
    "deals": ("Deals", 0),
    "policies": ("Policies, tools", 2),
    "other_acts": ("Other acts", 4),
    "incidents": ("Harm reports", 5),
    "letters": ("Letters", 6),
}
"""What is counted of a company, and its place in the series of colours."""


def most_on_record(counts: pd.DataFrame, colours: Theme, most: int = 15) -> Chart | None:
    """Which companies are in the record most. Subsidiaries are counted with their parents."""
    heads = counts[counts["parent_id"].isna() & (counts["records"] > 0)]
    if heads.empty:
        return None
    top = heads.sort_values("records", ascending=False, kind="stable").head(most)
    with_others = int(top["subsidiaries"].notna().sum())
    entries = counted(top["records"].iloc[0], "entry", "entries")
    others = counted(len(heads), "company", "companies")
    return Chart(
        f"{short(top['company'].iloc[0])} is in the record most: {entries}",
        f"The {len(top)} companies with most entries of {others}; "
        f"subsidiaries are counted with their parent ({with_others} of these have some)",
        _bars(top, colours),
        _table(top),
    )


def _table(counts: pd.DataFrame) -> pd.DataFrame:
    table = counts[["company", *_STACKS]]
    return table.rename(columns={"company": "Company"} | {k: v[0] for k, v in _STACKS.items()})


def _bars(counts: pd.DataFrame, colours: Theme) -> dict[str, Any]:
    table = _table(counts).assign(Company=[short(name) for name in counts["company"]])
    stacks = {label: (label, colours.series[place]) for label, place in _STACKS.values()}
    drawn = stacked_bars(table, "Company", stacks, colours, True, 150 + 30 * len(table))
    drawn["layout"]["margin"] = {"l": 8, "r": 8, "t": 80, "b": 8}
    return drawn


def index_by_year(scores: pd.DataFrame, colours: Theme) -> Chart | None:
    """Totals of a transparency index, year by year."""
    if scores.empty:
        return None
    table = scores.sort_values(["company", "year"])[
        ["company", "index_name", "year", "score", "max_score", "source_url"]
    ]
    newest = table.sort_values("year").iloc[-1]
    moved = _moved(table[table["company"] == newest["company"]])
    headings = ["Company", "Index", "Year", "Points", "Points possible", "Source"]
    return Chart(
        f"{newest['score']} of {newest['max_score']} points in {newest['year']}{moved}",
        f"{newest['index_name']}: what {newest['company']} discloses about its models",
        _index_figure(table, colours),
        table.set_axis(headings, axis=1),
    )


def _moved(own: pd.DataFrame) -> str:
    if len(own) < 2:
        return ""
    before, now = own.iloc[-2], own.iloc[-1]
    step = int(now["score"] - before["score"])
    if not step:
        return f", as in {before['year']}"
    return f", {abs(step)} {'more' if step > 0 else 'fewer'} than in {before['year']}"


def _index_figure(table: pd.DataFrame, colours: Theme) -> dict[str, Any]:
    several = table["company"].nunique() > 1
    names = [
        f"{short(row.company)} {row.year}" if several else str(row.year)
        for row in table.itertuples()
    ]
    trace = {
        "type": "bar",
        "orientation": "h",
        "y": names[::-1],
        "x": table["score"].tolist()[::-1],
        "text": [f"{row.score} of {row.max_score}" for row in table.itertuples()][::-1],
        "textposition": "outside",
        "cliponaxis": False,
        "marker": {"color": colours.accent},
        "hovertemplate": "%{y}: %{text} points<extra></extra>",
    }
    widest = int(table["max_score"].max())
    return figure(
        [trace],
        colours,
        height=60 + 34 * len(table),
        xaxis=hidden(range=[0, widest * 1.15]),
        yaxis=axis(colours, type="category"),
        shapes=[_full(widest, colours)],
    )


def _full(widest: int, colours: Theme) -> dict[str, Any]:
    """A thin line at the most that could be reached."""
    return {
        "type": "line",
        "xref": "x",
        "yref": "paper",
        "x0": widest,
        "x1": widest,
        "y0": 0,
        "y1": 1,
        "line": {"color": colours.rule, "width": 2},
    }
