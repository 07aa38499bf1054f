"""One case on a line of time: its filing, its steps, its rulings, and what is fixed to come."""

from __future__ import annotations

import textwrap
from typing import Any

import pandas as pd

from app.charts.base import Chart, axis, counted, figure
from app.event_kinds import event_kind
from app.palette import Theme

LANES = {"ruling": "Rulings", "step": "Steps", "ahead": "Fixed to come"}


def line(events: pd.DataFrame, name: str, colours: Theme) -> Chart | None:
    """The events of one case. A date known by month or year is drawn as long as that."""
    if events.empty:
        return None
    ordered = events.sort_values(["date_first", "event_id"]).assign(
        lane=events.apply(_lane, axis=1)
    )
    kinds = [event_kind("litigation", kind) for kind in ordered["kind"]]
    table = pd.DataFrame(
        {
            "Date": ordered["date"].tolist(),
            "What": kinds,
            "Summary": ordered["summary"].tolist(),
            "Confidence": ordered["confidence"].tolist(),
            "Source": ordered["source_url"].tolist(),
        }
    )
    sure = ordered["confidence"] != "unconfirmed"
    rulings = int(((ordered["lane"] == "ruling") & sure).sum())
    return Chart(
        f"{counted(len(ordered), 'step')} on record, {rulings or 'none'} of them "
        f"{'a confirmed ruling' if rulings < 2 else 'confirmed rulings'}",
        f"{name}, from filing on. Hollow marks are reported, unconfirmed. A date known by month or "
        "year is drawn as long as that",
        _figure(ordered.assign(told=kinds), colours),
        table,
    )


def _lane(event: Any) -> str:
    return "ahead" if event["is_ahead"] else "ruling" if event["kind"] == "ruling" else "step"


def _figure(events: pd.DataFrame, colours: Theme) -> dict[str, Any]:
    lanes = [lane for lane in LANES if lane in set(events["lane"])]
    fills = {"ruling": colours.accent, "step": colours.series[3], "ahead": colours.series[2]}
    first, last = events["date_first"].min(), events["date_last"].max()
    spare = (last - first) * 0.05 + pd.Timedelta(days=20)
    return figure(
        [*_spans(events, fills), *(_lane_marks(events, lane, fills[lane]) for lane in lanes)],
        colours,
        height=80 + 46 * len(lanes),
        xaxis=axis(
            colours,
            type="date",
            range=[f"{first - spare:%Y-%m-%d}", f"{last + spare:%Y-%m-%d}"],
            showgrid=True,
            gridcolor=colours.rule,
        ),
        yaxis=axis(
            colours,
            type="category",
            categoryarray=[LANES[lane] for lane in lanes][::-1],
            range=[-0.6, len(lanes) - 0.4],
        ),
    )


def _spans(events: pd.DataFrame, fills: dict[str, str]) -> list[dict[str, Any]]:
    """A line for each event that is not dated to a day, from its first to its last."""
    return [
        {
            "type": "scatter",
            "mode": "lines",
            "x": [f"{row['date_first']:%Y-%m-%d}", f"{row['date_last']:%Y-%m-%d}"],
            "y": [LANES[row["lane"]]] * 2,
            "line": {"color": fills[row["lane"]], "width": 5},
            "hoverinfo": "skip",
        }
        for row in events[events["date_precision"] != "day"].to_dict("records")
    ]


def _lane_marks(events: pd.DataFrame, lane: str, fill: str) -> dict[str, Any]:
    mine = events[events["lane"] == lane]
    middle = mine["date_first"] + (mine["date_last"] - mine["date_first"]) / 2
    sure = mine["confidence"] != "unconfirmed"
    return {
        "type": "scatter",
        "mode": "markers",
        "x": middle.dt.strftime("%Y-%m-%d").tolist(),
        "y": [LANES[lane]] * len(mine),
        "marker": {
            "color": fill,
            "size": 14,
            "symbol": ["circle" if known else "circle-open" for known in sure],
            "line": {"width": 2, "color": fill},
        },
        "customdata": [
            [date, told, _wrapped(summary)]
            for date, told, summary in zip(mine["date"], mine["told"], mine["summary"], strict=True)
        ],
        "hovertemplate": "<b>%{customdata[0]}</b> %{customdata[1]}<br>%{customdata[2]}"
        "<extra></extra>",
    }


def _wrapped(text: str, width: int = 60) -> str:
    return "<br>".join(textwrap.wrap(text, width))
