"""Figures about contracts: their terms on a time line, and the agreement × protection matrix."""

from __future__ import annotations

from typing import Any

import pandas as pd

from app.charts.base import Chart, axis, counted, figure, legend
from app.palette import LEVELS, Theme
from etl.vocab import AGREEMENT_STATUSES, PILLARS, PROTECTIONS

_DAY = 86_400_000
_TERM_HOVER = "%{customdata[0]}<br>%{customdata[1]} to %{customdata[2]}<extra></extra>"


def terms(agreements: pd.DataFrame, day: pd.Timestamp, colours: Theme) -> Chart | None:
    """When each contract runs. An end that no source gives is drawn open, up to the day."""
    dates = ["effective_on_first", "expires_on_last"]
    known = agreements[[*_TERMS, *dates]][agreements["effective_on_first"].notna()].copy()
    if known.empty:
        return None
    known["open_end"] = known["expires_on_last"].isna()
    known["end"] = known["expires_on_last"].fillna(day).clip(lower=known["effective_on_first"])
    known = known.sort_values(["effective_on_first", "title"])
    soon = known[
        ~known["open_end"]
        & (known["end"] >= day)
        & (known["end"] <= day + pd.DateOffset(months=12))
    ]
    undated = len(agreements) - len(known)
    note = f"; {counted(undated, 'contract')} without a start date not drawn" if undated else ""
    table = known[
        ["union_name", "title", "effective_on", "expires_on", "status", "source_url"]
    ].rename(columns=_TERMS)
    table["Status"] = [AGREEMENT_STATUSES.label(s) for s in table["Status"]]
    return Chart(
        f"{counted(len(soon), 'contract ends', 'contracts end')} within twelve months; "
        f"{int(known['open_end'].sum())} have no recorded end",
        f"Terms of {counted(len(known), 'contract')} with AI clauses; pale bars have an open end"
        + note,
        _terms_figure(known, day, colours),
        table,
    )


_TERMS = {
    "union_name": "Union",
    "title": "Agreement",
    "effective_on": "From",
    "expires_on": "Until",
    "status": "Status",
    "source_url": "Source",
}


def _terms_figure(known: pd.DataFrame, day: pd.Timestamp, colours: Theme) -> dict[str, Any]:
    fills = {
        "in_force": colours.accent,
        "ratified": colours.series[2],
        "tentative": colours.series[2],
        "in_negotiation": colours.series[2],
        "expired": colours.series[7],
        "superseded": colours.series[7],
    }
    traces = []
    names = [_short(row.union_name, row.title) for row in known.itertuples()]
    known = known.assign(label=names)
    for status in [s for s in AGREEMENT_STATUSES.ids if (known["status"] == s).any()]:
        rows = known[known["status"] == status]
        length = (rows["end"] - rows["effective_on_first"]).dt.days.clip(lower=20) * _DAY
        traces.append(
            {
                "type": "bar",
                "orientation": "h",
                "name": AGREEMENT_STATUSES.label(status),
                "y": rows["label"].tolist(),
                "x": length.tolist(),
                "base": rows["effective_on_first"].dt.strftime("%Y-%m-%d").tolist(),
                "marker": {
                    "color": fills[status],
                    "opacity": [0.45 if is_open else 1 for is_open in rows["open_end"]],
                },
                "customdata": rows[["title", "effective_on", "expires_on"]]
                .fillna("not recorded")
                .values.tolist(),
                "hovertemplate": _TERM_HOVER,
            }
        )
    today = {
        "type": "line",
        "xref": "x",
        "yref": "paper",
        "x0": f"{day:%Y-%m-%d}",
        "x1": f"{day:%Y-%m-%d}",
        "y0": 0,
        "y1": 1,
        "line": {"color": colours.alarm, "width": 2, "dash": "dot"},
    }
    return figure(
        traces,
        colours,
        height=90 + 21 * len(known),
        barmode="overlay",
        bargap=0.3,
        shapes=[today],
        xaxis=axis(colours, type="date", side="top", showgrid=True, gridcolor=colours.rule),
        yaxis=axis(
            colours,
            categoryorder="array",
            categoryarray=names[::-1],
            tickfont={"size": 13, "color": colours.ink},
        ),
        **{**legend(colours), "margin": {"l": 8, "r": 16, "t": 70, "b": 8}},
    )


def _named(row: Any) -> str:
    """The agreement's name; a contract that does not bind says so."""
    if row.status == "in_force":
        return _short(row.union_name, row.title)
    status = AGREEMENT_STATUSES.label(row.status).lower()
    return f"{_short(row.union_name, row.title, 30)} ({status})"


def _short(union: str, title: str, limit: int = 42) -> str:
    name = f"{union}: {title}"
    return name if len(name) <= limit else name[: limit - 1].rstrip() + "…"


def matrix(cells: pd.DataFrame, colours: Theme) -> Chart | None:
    """Agreement × protection: the strongest clause of each, and what nobody has judged."""
    cells = cells[_CELL]
    judged = cells[cells["level"] != "not_judged"]
    if judged.empty:
        return None
    sizes = judged.groupby("agreement_id").agg(n=("level", "size"), status=("status", "first"))
    sizes["binding"] = sizes["status"] == "in_force"
    order = sizes.sort_values(["binding", "n"], ascending=False).index
    drawn = cells[cells["agreement_id"].isin(order)]
    rows = drawn.drop_duplicates("agreement_id").set_index("agreement_id").loc[order]
    names = [_named(row) for row in rows.itertuples()]
    labels = dict(zip(order, _unlike(names), strict=True))
    columns = [p for p in PROTECTIONS.ids if p in set(drawn["protection"])]
    not_judged = int((drawn["level"] == "not_judged").sum())
    share = not_judged / len(drawn)
    best = judged[judged["level"].isin(["strong", "partial"])]["protection"].value_counts()
    lead = PROTECTIONS.label(best.index[0]).lower() if len(best) else "none"
    return Chart(
        f"Contracts secure “{lead}” most often; {share:.0%} of the grid nobody has judged yet",
        "The strongest clause of each agreement on each protection, contracts in force first. "
        "“?” is a question nobody has answered yet, not a “no”",
        _matrix_figure(drawn, labels, columns, colours),
        _matrix_table(drawn, labels, columns),
    )


_CELL = [
    "agreement_id",
    "union_name",
    "title",
    "status",
    "protection",
    "level",
    "also_refused",
    "summary",
]


def _unlike(names: list[str]) -> list[str]:
    seen: dict[str, int] = {}
    told = []
    for name in names:
        seen[name] = seen.get(name, 0) + 1
        told.append(name if seen[name] == 1 else f"{name} ({seen[name]})")
    return told


def _matrix_figure(
    cells: pd.DataFrame, labels: dict[str, str], columns: list[str], colours: Theme
) -> dict[str, Any]:
    order = list(LEVELS)
    grid = {(cell.agreement_id, cell.protection): cell for cell in cells.itertuples()}
    rows = [[grid[agreement, p] for p in columns] for agreement in labels]
    trace = {
        "type": "heatmap",
        "z": [[order.index(cell.level) for cell in row] for row in rows],
        "zmin": 0,
        "zmax": len(order) - 1,
        "colorscale": _steps([level.fill(colours) for level in LEVELS.values()]),
        "showscale": False,
        "xgap": 3,
        "ygap": 3,
        "text": [[LEVELS[cell.level].symbol for cell in row] for row in rows],
        "texttemplate": "%{text}",
        "textfont": {"size": 13},
        "hovertext": [[_cell_hover(cell) for cell in row] for row in rows],
        "hovertemplate": "%{hovertext}<extra></extra>",
    }
    return figure(
        [trace],
        colours,
        height=170 + 25 * len(labels),
        xaxis=axis(
            colours,
            side="top",
            tickvals=list(range(len(columns))),
            ticktext=[PROTECTIONS.label(p) for p in columns],
            tickangle=-55,
        ),
        yaxis=axis(
            colours,
            autorange="reversed",
            tickvals=list(range(len(labels))),
            ticktext=list(labels.values()),
            tickfont={"size": 13, "color": colours.ink},
        ),
        shapes=_pillar_rules(columns, colours),
        margin={"l": 8, "r": 90, "t": 8, "b": 8},
    )


def _steps(fills: list[str]) -> list[list[float | str]]:
    """A colour scale of flat steps, one for each level."""
    last = len(fills) - 1
    return [[number / last, fill] for number, fill in enumerate(fills)]


def _cell_hover(cell: Any) -> str:
    protection = PROTECTIONS.label(cell.protection)
    refused = " (a demand was refused too)" if cell.also_refused else ""
    told = f"<b>{protection}</b>: {LEVELS[cell.level].label}{refused}"
    return f"{told}<br>{cell.union_name}: {cell.title}<br>{_wrap(cell.summary)}"


def _pillar_rules(columns: list[str], colours: Theme) -> list[dict[str, Any]]:
    """A line between the pillars."""
    pillars = [PROTECTIONS.group(p) for p in columns]
    breaks = [i for i in range(1, len(pillars)) if pillars[i] != pillars[i - 1]]
    return [
        {
            "type": "line",
            "yref": "paper",
            "x0": i - 0.5,
            "x1": i - 0.5,
            "y0": 0,
            "y1": 1,
            "line": {"color": colours.quiet, "width": 1},
        }
        for i in breaks
    ]


def _matrix_table(cells: pd.DataFrame, labels: dict[str, str], columns: list[str]) -> pd.DataFrame:
    wide = cells.pivot(index="agreement_id", columns="protection", values="level")
    wide = wide.loc[list(labels), columns].map(lambda level: LEVELS[level].label)
    wide.columns = [
        f"{PROTECTIONS.label(p)} ({PILLARS.label(PROTECTIONS.group(p))})" for p in columns
    ]
    wide.insert(0, "Agreement", list(labels.values()))
    return wide.reset_index(drop=True)


def _wrap(text: object, width: int = 70, most: int = 6) -> str:
    if not isinstance(text, str):
        return "Nobody has judged this yet."
    lines, line = [], ""
    for word in text.split():
        if len(line) + len(word) > width:
            lines.append(line)
            line = ""
        line = f"{line} {word}".strip()
    lines = [*lines, line]
    return "<br>".join(lines[:most]) + (" …" if len(lines) > most else "")


def level_key(colours: Theme) -> list[tuple[str, str, str, str]]:
    """The legend of the matrix: symbol, label, fill, symbol colour."""
    return [
        (level.symbol, level.label, level.fill(colours), level.text(colours))
        for level in LEVELS.values()
    ]
