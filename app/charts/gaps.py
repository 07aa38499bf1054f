"""The matrix of gaps: craft × protection, each cell leading to the rows behind it."""

from __future__ import annotations

from typing import Any

import pandas as pd

from app.charts.base import (
    Chart,
    counted,
)
from app.charts.level_grid import level_figure, level_trace
from app.palette import COVERAGE, Theme
from etl.vocab import COVERAGE_LEVELS, CRAFTS, PROTECTIONS

BINDING = ("strong", "partial")


def matrix(cells: pd.DataFrame, colours: Theme) -> Chart | None:
    """Craft × protection: the best level that each craft has, and how many contracts give it."""
    if cells.empty:
        return None
    grid = {(row["craft"], row["protection"]): row for row in cells.to_dict("records")}
    score = cells[cells["level"].isin(BINDING)].groupby("craft").size()
    crafts = sorted({craft for craft, _ in grid}, key=lambda c: (-score.get(c, 0), c))
    columns = [p for p in PROTECTIONS.ids if any((c, p) in grid for c in crafts)]
    return Chart(
        _matrix_title(cells),
        "The best that any contract or law in force gives, by craft and protection. "
        "“?” is a question nobody has answered, not a “no”; “!” is what is switched on",
        _matrix_figure(grid, crafts, columns, colours),
        _matrix_table(grid, crafts, columns),
    )


def _matrix_title(cells: pd.DataFrame) -> str:
    binding = int(cells["level"].isin(BINDING).sum())
    unknown = int(cells["is_open"].sum())
    told = f"Something binds in {binding:,} of {len(cells):,} cells of craft and protection"
    return f"{told}; {unknown:,} nobody has fully judged" if unknown else told


def _matrix_figure(
    grid: dict[tuple[str, str], dict[str, Any]],
    crafts: list[str],
    columns: list[str],
    colours: Theme,
) -> dict[str, Any]:
    rows = [[grid.get((craft, p)) for p in columns] for craft in crafts]
    trace = level_trace(
        [[cell["level"] if cell else None for cell in row] for row in rows],
        [[_symbol(cell) if cell else "" for cell in row] for row in rows],
        COVERAGE,
        colours,
    )
    trace["hoverinfo"] = "skip"
    labels = [CRAFTS.label(craft) for craft in crafts]
    return level_figure([trace, _targets(grid, crafts, columns)], labels, columns, colours)


def _targets(
    grid: dict[tuple[str, str], dict[str, Any]], crafts: list[str], columns: list[str]
) -> dict[str, Any]:
    """Unseen marks over the cells: a heatmap cannot be clicked, a mark can."""
    places = [
        (column, row, grid[(craft, p)])
        for row, craft in enumerate(crafts)
        for column, p in enumerate(columns)
        if (craft, p) in grid
    ]
    return {
        "type": "scatter",
        "mode": "markers",
        "x": [column for column, _, _ in places],
        "y": [row for _, row, _ in places],
        "marker": {"size": 26, "opacity": 0, "symbol": "square"},
        "customdata": [[cell["craft"], cell["protection"]] for _, _, cell in places],
        "hovertext": [_hover(cell) for _, _, cell in places],
        "hovertemplate": "%{hovertext}<extra></extra>",
        "showlegend": False,
    }


def _symbol(cell: dict[str, Any]) -> str:
    doubt = "*" if cell["confidence"] == "unconfirmed" and cell["level"] in BINDING else ""
    changed = "!" if cell["by_what_if"] else ""
    return COVERAGE[cell["level"]].symbol + doubt + changed


def _hover(cell: dict[str, Any]) -> str:
    """The level, and in how many contracts it holds: a maximum alone hides the gaps."""
    head = f"<b>{CRAFTS.label(cell['craft'])}: {PROTECTIONS.label(cell['protection'])}</b>"
    told = [head, COVERAGE_LEVELS.label(cell["level"]) + _by(cell)]
    if cell["contracts"]:
        told.append(
            f"{cell['contracts_strong']} strong, {cell['contracts_partial']} partial, "
            f"{cell['contracts_unknown']} not judged of {counted(cell['contracts'], 'contract')}"
        )
    if pd.notna(cell["states"]):
        told.append(f"State law gives it in {int(cell['states'])} of 51 jurisdictions")
    return "<br>".join(told)


def _by(cell: dict[str, Any]) -> str:
    """By contract, by law, or by both."""
    named = [
        name
        for name, column in (("contract", "contract_level"), ("law", "law_level"))
        if isinstance(cell[column], str) and cell[column] == cell["level"]
    ]
    return f", by {' and '.join(named)}" if named else ""


def _matrix_table(
    grid: dict[tuple[str, str], dict[str, Any]], crafts: list[str], columns: list[str]
) -> pd.DataFrame:
    """The levels in words; empty where the filters leave a cell out."""
    head = [PROTECTIONS.label(p) for p in columns]
    rows = [
        [CRAFTS.label(craft), *(_level(grid.get((craft, p))) for p in columns)] for craft in crafts
    ]
    return pd.DataFrame(rows, columns=["Craft", *head])


def _level(cell: dict[str, Any] | None) -> str:
    return COVERAGE_LEVELS.label(str(cell["level"])) if cell else ""
