"""Figures about suits: filings over time, who sues, who is sued, how far they came."""

from __future__ import annotations

import pandas as pd

from app.charts.base import (
    Chart,
    axis,
    counted,
    figure,
    hidden,
    in_one,
    labelled_cross,
    ranked_bars,
    short_day,
    stacked_bars,
)
from app.palette import Theme
from etl.vocab import CASE_STAGES, CASE_STATUSES, PLAINTIFF_CLASSES


def filings_by_quarter(cases: pd.DataFrame, day: pd.Timestamp, colours: Theme) -> Chart | None:
    """Suits filed per quarter. Cases not dated to one quarter are not drawn."""
    narrow = cases[["filed_on_first", "filed_on_last", "country"]]
    dated = narrow[in_one(narrow["filed_on_first"], narrow["filed_on_last"], "Q")]
    if dated.empty:
        return None
    quarters = pd.PeriodIndex(dated["filed_on_first"], freq="Q")
    counts = pd.Series(1, index=quarters).groupby(level=0).sum()
    counts = counts.reindex(pd.period_range(quarters.min(), quarters.max(), freq="Q"), fill_value=0)
    table = pd.DataFrame(
        {"Quarter": [f"{p.year} Q{p.quarter}" for p in counts.index], "Suits filed": counts.values}
    )
    left_out = len(cases) - len(dated)
    last = dated["filed_on_first"].max()
    note = f"; {counted(left_out, 'case')} not dated to one quarter not drawn" if left_out else ""
    return Chart(
        _filings_title(counts, day.year),
        f"Suits filed per quarter{_where(dated)}, to {short_day(last)}; last two quarters in red, "
        f"the latest may be incomplete{note}",
        _filings_figure(table, colours),
        table,
    )


def _where(cases: pd.DataFrame) -> str:
    countries = set(cases["country"])
    return " in the US" if countries == {"US"} else f" in {len(countries)} countries"


def _filings_title(counts: pd.Series, this_year: int) -> str:
    by_year = counts.groupby(counts.index.year).sum()
    year = int(by_year.index.max())
    now, before = int(by_year.iloc[-1]), int(by_year.get(year - 1, 0))
    if before and now > before:
        times = now / before
        size = f"{times:.1f} times as many as" if times >= 1.5 else "more than"
        if year < this_year:
            return f"{now} suits in {year}, {size} in {year - 1}"
        return f"{now} suits so far in {year}, {size} in all of {year - 1}"
    return f"{counted(now, 'suit')} filed in {year}, {before} the year before"


def _filings_figure(table: pd.DataFrame, colours: Theme) -> dict[str, object]:
    names, values = table["Quarter"].tolist(), table["Suits filed"].tolist()
    recent = len(names) - 2
    trace = {
        "type": "bar",
        "x": names,
        "y": values,
        "text": [str(v) if v else "" for v in values],
        "textposition": "outside",
        "cliponaxis": False,
        "marker": {
            "color": [colours.alarm if i >= recent else colours.accent for i in range(len(names))]
        },
        "hovertemplate": "%{x}: %{y} suits<extra></extra>",
    }
    firsts = [n for n in names if n.endswith("Q1")] or names[:1]
    ticks = {"tickvals": firsts, "ticktext": [n[:4] for n in firsts]}
    return figure(
        [trace],
        colours,
        height=300,
        xaxis=axis(colours, type="category", tickangle=0, **ticks),
        yaxis=hidden(range=[0, max(values) * 1.15]),
        margin={"l": 8, "r": 8, "t": 24, "b": 8},
    )


def plaintiff_classes(cases: pd.DataFrame, colours: Theme) -> Chart | None:
    """Who sues, and how many of those suits are still active."""
    if cases.empty:
        return None
    grouped = cases.groupby("plaintiff_class")["is_active"].agg(["sum", "size"])
    grouped = grouped.sort_values(["size", "sum"], ascending=False)
    table = pd.DataFrame(
        {
            "Who sues": [PLAINTIFF_CLASSES.label(c) for c in grouped.index],
            "Active": grouped["sum"].astype(int).tolist(),
            "Ended or consolidated": (grouped["size"] - grouped["sum"]).astype(int).tolist(),
        }
    )
    top = table.iloc[0]
    stacks = {
        "Active": ("Active", colours.accent),
        "Ended or consolidated": ("Ended, or heard inside another case", colours.series[4]),
    }
    return Chart(
        f"{top['Who sues']} sue most: {counted(int(grouped['size'].iloc[0]), 'suit')}",
        f"{counted(len(cases), 'case')} by class of plaintiff",
        stacked_bars(table, "Who sues", stacks, colours, True, 90 + 28 * len(table)),
        table,
    )


def stages(cases: pd.DataFrame, colours: Theme) -> Chart | None:
    """How far cases came, by where they stand."""
    if cases.empty:
        return None
    table = labelled_cross(cases["stage"], cases["status"], "Stage", CASE_STAGES, CASE_STATUSES)
    fills = {term.label: fill for term, fill in zip(CASE_STATUSES, colours.series, strict=False)}
    stacks = {label: (label, fills[label]) for label in table.columns[1:]}
    early = int(cases["stage"].isin(["complaint", "motion_to_dismiss"]).sum())
    return Chart(
        f"{early} of {len(cases)} cases have not passed the motion to dismiss",
        "Stage reached, by where the case stands",
        stacked_bars(table, "Stage", stacks, colours, True, 110 + 34 * len(table)),
        table,
    )


def filed_versus_active(cases: pd.DataFrame, colours: Theme) -> Chart | None:
    """Suits filed are not active dockets: many are heard inside another case."""
    if cases.empty:
        return None
    counts = cases["status"].value_counts()
    order = [s for s in CASE_STATUSES.ids if s in counts.index]
    table = pd.DataFrame(
        {
            "Where it stands": [CASE_STATUSES.label(s) for s in order],
            "Cases": [int(counts[s]) for s in order],
        }
    )
    active = int(cases["is_active"].sum())
    return Chart(
        f"{counted(len(cases), 'suit')} filed, {counted(active, 'active docket')}",
        "Consolidated suits were filed on their own and are heard inside another case",
        ranked_bars(table, colours),
        table,
    )
