"""The terms of contracts on a time line."""

from __future__ import annotations

from typing import Any

import pandas as pd

from app.charts.agreements import distinct, short
from app.charts.base import Chart, axis, counted, figure, legend
from app.palette import Theme
from etl.vocab import AGREEMENT_STATUSES

_DAY = 86_400_000
_TERM_HOVER = "%{customdata[0]}<br>%{customdata[1]} to %{customdata[2]}<extra></extra>"


def terms(agreements: pd.DataFrame, day: pd.Timestamp, colours: Theme) -> Chart | None:
    """When each contract runs. An end that no source gives is drawn open, up to the day."""
    known = [_with_end(term, day) for term in _dated(agreements)]
    if not known:
        return None
    known.sort(key=lambda term: (term["binds_first"], term["title"]))
    horizon = year_after(day)
    soon = sum(day <= term["end"] <= horizon for term in known if not term["open_end"])
    endless = sum(term["open_end"] for term in known)
    undated = len(agreements) - len(known)
    note = f"; {counted(undated, 'contract')} without a start date not drawn" if undated else ""
    table = pd.DataFrame([[term[name] for name in _TERMS] for term in known])
    table.columns = pd.Index(_TERMS.values())
    table["Status"] = [AGREEMENT_STATUSES.label(s) for s in table["Status"]]
    return Chart(
        f"{counted(soon, 'contract ends', 'contracts end')} within twelve months; "
        f"{counted(endless, 'has', 'have')} no recorded end",
        f"Terms of {counted(len(known), 'contract')} with AI clauses; pale bars have an open end; "
        "a bar begins with the vote where no source gives the first day" + note,
        _terms_figure(known, day, colours),
        table,
    )


def _dated(agreements: pd.DataFrame) -> list[dict[Any, Any]]:
    """The contracts whose first day, or vote, is known, as plain records."""
    wanted = agreements[[*_TERMS, "binds_first", "expires_on_last"]]
    records = wanted.to_dict("records")
    return [record for record in records if not pd.isna(record["binds_first"])]


def _with_end(term: dict[Any, Any], day: pd.Timestamp) -> dict[Any, Any]:
    is_open = bool(pd.isna(term["expires_on_last"]))
    end = max(day if is_open else term["expires_on_last"], term["binds_first"])
    return {**term, "open_end": is_open, "end": end}


def year_after(day: pd.Timestamp) -> pd.Timestamp:
    """The same day of the next year."""
    return min(day, pd.Timestamp("9998-12-31")) + pd.DateOffset(months=12)


_TERMS = {
    "union_name": "Union",
    "title": "Agreement",
    "effective_on": "From",
    "expires_on": "Until",
    "status": "Status",
    "source_url": "Source",
}


def _terms_figure(terms: list[dict[Any, Any]], day: pd.Timestamp, colours: Theme) -> dict[str, Any]:
    names = distinct([short(term["union_name"], term["title"]) for term in terms])
    for term, name in zip(terms, names, strict=True):
        term["label"] = name
    found = {term["status"] for term in terms}
    drawn = axis(
        colours,
        categoryorder="array",
        categoryarray=names[::-1],
        tickfont={"size": 13, "color": colours.ink},
    )
    return figure(
        [_term_bars(terms, s, colours) for s in AGREEMENT_STATUSES.ids if s in found],
        colours,
        height=90 + 21 * len(terms),
        barmode="overlay",
        bargap=0.3,
        shapes=[_day_line(f"{day:%Y-%m-%d}", colours)],
        xaxis=axis(colours, type="date", side="top", showgrid=True, gridcolor=colours.rule),
        yaxis=drawn,
        **{**legend(colours), "margin": {"l": 8, "r": 16, "t": 70, "b": 8}},
    )


def _term_bars(terms: list[dict[Any, Any]], status: str, colours: Theme) -> dict[str, Any]:
    rows = [term for term in terms if term["status"] == status]
    binding, coming, over = colours.accent, colours.series[2], colours.series[7]
    fills = {"in_force": binding, "last_known": over, "expired": over, "superseded": over}
    return {
        "type": "bar",
        "orientation": "h",
        "name": AGREEMENT_STATUSES.label(status),
        "y": [row["label"] for row in rows],
        "x": [max((row["end"] - row["binds_first"]).days, 20) * _DAY for row in rows],
        "base": [f"{row['binds_first']:%Y-%m-%d}" for row in rows],
        "marker": {
            "color": fills.get(status, coming),
            "opacity": [0.45 if row["open_end"] else 1 for row in rows],
        },
        "customdata": [[_said(row[name]) for name in _TERM_SAID] for row in rows],
        "hovertemplate": _TERM_HOVER,
    }


_TERM_SAID = ("title", "effective_on", "expires_on")


def _said(value: object) -> str:
    return value if isinstance(value, str) else "not recorded"


def _day_line(day: str, colours: Theme) -> dict[str, Any]:
    """A dotted line at the day of the view."""
    return {
        "type": "line",
        "xref": "x",
        "yref": "paper",
        "x0": day,
        "x1": day,
        "y0": 0,
        "y1": 1,
        "line": {"color": colours.alarm, "width": 2, "dash": "dot"},
    }
