"""Figures about contracts: their terms on a time line, and the agreement × protection matrix."""

from __future__ import annotations

from collections import Counter
from typing import Any, NamedTuple

import pandas as pd

from app.charts.base import Chart, axis, counted, figure, in_sentence, legend
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
    soon = known[~known["open_end"] & (known["end"] >= day) & (known["end"] <= _year_after(day))]
    undated = len(agreements) - len(known)
    note = f"; {counted(undated, 'contract')} without a start date not drawn" if undated else ""
    table = known[
        ["union_name", "title", "effective_on", "expires_on", "status", "source_url"]
    ].rename(columns=_TERMS)
    table["Status"] = [AGREEMENT_STATUSES.label(s) for s in table["Status"]]
    return Chart(
        f"{counted(len(soon), 'contract ends', 'contracts end')} within twelve months; "
        f"{counted(int(known['open_end'].sum()), 'has', 'have')} no recorded end",
        f"Terms of {counted(len(known), 'contract')} with AI clauses; pale bars have an open end"
        + note,
        _terms_figure(known, day, colours),
        table,
    )


def _year_after(day: pd.Timestamp) -> pd.Timestamp:
    return min(day, pd.Timestamp("9998-12-31")) + pd.DateOffset(months=12)


_TERMS = {
    "union_name": "Union",
    "title": "Agreement",
    "effective_on": "From",
    "expires_on": "Until",
    "status": "Status",
    "source_url": "Source",
}


def _terms_figure(known: pd.DataFrame, day: pd.Timestamp, colours: Theme) -> dict[str, Any]:
    terms = known.to_dict("records")
    names = _unlike([_short(term["union_name"], term["title"]) for term in terms])
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
    fills = {"in_force": binding, "expired": over, "superseded": over}
    return {
        "type": "bar",
        "orientation": "h",
        "name": AGREEMENT_STATUSES.label(status),
        "y": [row["label"] for row in rows],
        "x": [max((row["end"] - row["effective_on_first"]).days, 20) * _DAY for row in rows],
        "base": [f"{row['effective_on_first']:%Y-%m-%d}" for row in rows],
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


def _named(row: Cell) -> str:
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
    grid = _grid(cells)
    judged = Counter(cell.agreement_id for cell in grid.values() if cell.level != "not_judged")
    if not judged:
        return None
    known = {cell.agreement_id: cell for cell in grid.values()}
    order = sorted(judged, key=lambda a: (known[a].status != "in_force", -judged[a], a))
    labels = dict(zip(order, _unlike([_named(known[a]) for a in order]), strict=True))
    drawn = [cell for cell in grid.values() if cell.agreement_id in labels]
    columns = [p for p in PROTECTIONS.ids if any(cell.protection == p for cell in drawn)]
    not_judged = sum(cell.level == "not_judged" for cell in drawn)
    share = not_judged / len(drawn)
    secured = Counter(c.protection for c in drawn if c.level in ("strong", "partial"))
    lead = in_sentence(PROTECTIONS.label(secured.most_common(1)[0][0])) if secured else "none"
    return Chart(
        f"Contracts secure “{lead}” most often; {share:.0%} of the grid nobody has judged yet",
        "The strongest clause of each agreement on each protection, contracts in force first. "
        "“?” is a question nobody has answered yet, not a “no”",
        _matrix_figure(grid, labels, columns, colours),
        _matrix_table(grid, labels, columns),
    )


class Cell(NamedTuple):
    """One agreement and one protection."""

    agreement_id: str
    union_name: str
    title: str
    status: str
    protection: str
    level: str
    also_refused: bool
    summary: str


Grid = dict[tuple[str, str], Cell]


def _grid(cells: pd.DataFrame) -> Grid:
    columns = (cells[name].tolist() for name in Cell._fields)
    made = (Cell(*values) for values in zip(*columns, strict=True))
    return {(cell.agreement_id, cell.protection): cell for cell in made}


def _unlike(names: list[str]) -> list[str]:
    seen: dict[str, int] = {}
    told = []
    for name in names:
        seen[name] = seen.get(name, 0) + 1
        told.append(name if seen[name] == 1 else f"{name} ({seen[name]})")
    return told


def _matrix_figure(
    grid: Grid, labels: dict[str, str], columns: list[str], colours: Theme
) -> dict[str, Any]:
    order = list(LEVELS)
    rows = [[grid.get((agreement, p)) for p in columns] for agreement in labels]
    trace = {
        "type": "heatmap",
        "z": [[order.index(cell.level) if cell else None for cell in row] for row in rows],
        "zmin": 0,
        "zmax": len(order) - 1,
        "colorscale": _steps([level.fill(colours) for level in LEVELS.values()]),
        "showscale": False,
        "xgap": 3,
        "ygap": 3,
        "text": [[LEVELS[cell.level].symbol if cell else "" for cell in row] for row in rows],
        "texttemplate": "%{text}",
        "textfont": {"size": 13},
        "hovertext": [[_cell_hover(cell) if cell else "" for cell in row] for row in rows],
        "hovertemplate": "%{hovertext}<extra></extra>",
        "hoverongaps": False,
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


def _cell_hover(cell: Cell) -> str:
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


def _matrix_table(grid: Grid, labels: dict[str, str], columns: list[str]) -> pd.DataFrame:
    head = [f"{PROTECTIONS.label(p)} ({PILLARS.label(PROTECTIONS.group(p))})" for p in columns]
    rows = [
        [label, *(_level_of(grid, agreement, p) for p in columns)]
        for agreement, label in labels.items()
    ]
    return pd.DataFrame(rows, columns=["Agreement", *head])


def _level_of(grid: Grid, agreement: str, protection: str) -> str:
    """The level in words; nothing for a cell that the filters leave out."""
    cell = grid.get((agreement, protection))
    return LEVELS[cell.level].label if cell else ""


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
