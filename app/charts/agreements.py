"""The agreement × protection matrix, and how agreements are named on an axis."""

from __future__ import annotations

from collections import Counter
from typing import Any, NamedTuple

import pandas as pd

from app.charts.base import Chart, in_sentence
from app.charts.level_grid import level_figure, level_trace
from app.palette import LEVELS, Theme
from etl.vocab import AGREEMENT_STATUSES, PILLARS, PROTECTIONS


def _named(row: Cell) -> str:
    """The agreement's name; a contract that does not bind says so."""
    if row.status == "in_force":
        return short(row.union_name, row.title)
    status = AGREEMENT_STATUSES.label(row.status).lower()
    return f"{short(row.union_name, row.title, 30)} ({status})"


UNCONFIRMED = "*"
"""Stands behind the symbol of a cell whose sources do not carry it yet."""


def short(union: str, title: str, limit: int = 42) -> str:
    """Union and title, cut to fit an axis."""
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
    labels = dict(zip(order, distinct([_named(known[a]) for a in order]), strict=True))
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
    confidence: str


Grid = dict[tuple[str, str], Cell]


def _grid(cells: pd.DataFrame) -> Grid:
    columns = (cells[name].tolist() for name in Cell._fields)
    made = (Cell(*values) for values in zip(*columns, strict=True))
    return {(cell.agreement_id, cell.protection): cell for cell in made}


def distinct(names: list[str]) -> list[str]:
    """The names, with a number behind each that stands above already: an axis joins equal names."""
    seen: dict[str, int] = {}
    told = []
    for name in names:
        seen[name] = seen.get(name, 0) + 1
        told.append(name if seen[name] == 1 else f"{name} ({seen[name]})")
    return told


def _matrix_figure(
    grid: Grid, labels: dict[str, str], columns: list[str], colours: Theme
) -> dict[str, Any]:
    rows = [[grid.get((agreement, p)) for p in columns] for agreement in labels]
    trace = level_trace(
        [[cell.level if cell else None for cell in row] for row in rows],
        [[_symbol(cell) if cell else "" for cell in row] for row in rows],
        LEVELS,
        colours,
    )
    trace["hovertext"] = [[_cell_hover(cell) if cell else "" for cell in row] for row in rows]
    trace["hovertemplate"] = "%{hovertext}<extra></extra>"
    return level_figure([trace], list(labels.values()), columns, colours)


def _symbol(cell: Cell) -> str:
    return LEVELS[cell.level].symbol + (UNCONFIRMED if cell.confidence == "unconfirmed" else "")


def _cell_hover(cell: Cell) -> str:
    protection = PROTECTIONS.label(cell.protection)
    refused = " (a demand was refused too)" if cell.also_refused else ""
    doubt = ", reported, unconfirmed" if cell.confidence == "unconfirmed" else ""
    told = f"<b>{protection}</b>: {LEVELS[cell.level].label}{refused}{doubt}"
    return f"{told}<br>{cell.union_name}: {cell.title}<br>{_wrap(cell.summary)}"


def _matrix_table(grid: Grid, labels: dict[str, str], columns: list[str]) -> pd.DataFrame:
    head = [f"{PROTECTIONS.label(p)} ({PILLARS.label(PROTECTIONS.group(p))})" for p in columns]
    first = {cell.agreement_id: cell for cell in grid.values()}
    rows = [
        [
            first[agreement].union_name,
            first[agreement].title,
            AGREEMENT_STATUSES.label(first[agreement].status),
            *(_level_of(grid, agreement, p) for p in columns),
        ]
        for agreement in labels
    ]
    return pd.DataFrame(rows, columns=["Union", "Agreement", "Status", *head])


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
    marks = [
        (level.symbol, level.label, level.fill(colours), level.text(colours))
        for level in LEVELS.values()
    ]
    return [*marks, (UNCONFIRMED, "reported, unconfirmed", colours.paper, colours.ink)]
