"""Everything that happened, month by month."""

from __future__ import annotations

import pandas as pd

from app.charts.base import Chart, axis, counted, cross, figure, hidden, in_one, legend
from app.palette import Theme
from etl.vocab import DOMAINS

SPAN = 6
"""Years drawn: long enough to see the field begin, short enough to read a month."""


def events_by_month(events: pd.DataFrame, colours: Theme) -> Chart | None:
    """Events by month and part of the Atlas. An event not dated to one month is not drawn."""
    narrow = events[["is_ahead", "date_first", "date_last", "domain"]]
    past = narrow[~narrow["is_ahead"]]
    dated = past[in_one(past["date_first"], past["date_last"], "M")]
    if dated.empty:
        return None
    newest = dated["date_first"].max()
    dated = dated[dated["date_first"] >= newest - pd.DateOffset(years=SPAN)]
    wide = cross(dated["date_first"].dt.strftime("%Y-%m"), dated["domain"])
    every = pd.period_range(wide.index.min(), wide.index.max(), freq="M").strftime("%Y-%m")
    wide = wide.reindex(every, fill_value=0)
    order = [d for d in DOMAINS.ids if d in wide.columns]
    table = (
        wide[order].reset_index(names="Month").rename(columns={d: DOMAINS.label(d) for d in order})
    )
    totals = wide.sum(axis=1)
    left_out = len(past) - len(dated)
    note = f"; {counted(left_out, 'event')} earlier, or not dated to one month, not drawn"
    return Chart(
        f"{pd.Period(totals.idxmax()).strftime('%B %Y')} was the busiest month: "
        f"{counted(int(totals.max()), 'event')}",
        f"Events on record per month, {SPAN} years{note if left_out else ''}",
        _months_figure(table, colours),
        table,
    )


def _months_figure(table: pd.DataFrame, colours: Theme) -> dict[str, object]:
    traces = [
        {
            "type": "bar",
            "name": column,
            "x": table["Month"].tolist(),
            "y": table[column].tolist(),
            "marker": {"color": colour},
            "hovertemplate": f"%{{x|%B %Y}}: %{{y}} in {column.lower()}<extra></extra>",
        }
        for column, colour in zip(table.columns[1:], colours.series, strict=False)
    ]
    return figure(
        traces,
        colours,
        height=340,
        barmode="stack",
        bargap=0.1,
        xaxis=axis(colours, type="date"),
        yaxis=hidden(),
        **{**legend(colours), "margin": {"l": 8, "r": 8, "t": 48, "b": 8}},
    )
