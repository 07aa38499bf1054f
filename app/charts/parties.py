"""Figures about parties: who is sued most and by whom, and who sues in parallel."""

from __future__ import annotations

import pandas as pd

from app.charts.base import Chart, counted, cross, explode, largest_first
from app.charts.grid import count_grid
from app.charts.titled_bars import titled_bars
from app.palette import Theme
from etl.vocab import PLAINTIFF_CLASSES

MOST_DEFENDANTS = 12
PARALLEL = 3
"""Suits by one plaintiff from which on they are shown as parallel."""


def defendants(cases: pd.DataFrame, colours: Theme) -> Chart | None:
    """Who is sued most, by class of plaintiff. One case may name several defendants."""
    named = explode(cases, "defendants", "plaintiff_class")
    if named.empty:
        return None
    most = named["defendants"].value_counts().index[:MOST_DEFENDANTS].tolist()
    drawn = named[named["defendants"].isin(most)]
    wide = cross(drawn["defendants"], drawn["plaintiff_class"]).loc[most]
    order = [kind for kind in PLAINTIFF_CLASSES.ids if kind in wide.columns]
    table = wide[order].rename(columns=PLAINTIFF_CLASSES.label).reset_index(names="Defendant")
    first, total = table.iloc[0, 1:].astype(int), int(table.iloc[0, 1:].sum())
    return Chart(
        f"{most[0]} is named in {total} of {len(cases)} cases, most often by "
        f"{first.idxmax().lower()} ({first.max()})",
        f"Cases against the {len(table)} defendants named most, by class of plaintiff; one may "
        "name several",
        count_grid(table, colours, angle=-40),
        table,
    )


def parallel_plaintiffs(cases: pd.DataFrame, colours: Theme) -> Chart | None:
    """Who brings the same quarrel against several defendants. Suits of one group count once."""
    known = cases[cases["plaintiffs"].notna() & cases["defendants"].notna()]
    grouped = known.groupby("plaintiffs")["defendants"].agg(list)
    several = grouped[grouped.map(len) >= PARALLEL]
    if several.empty:
        return None
    table = pd.DataFrame(
        {
            "Plaintiffs": [name.replace("|", ", ") for name in several.index],
            "Suits": several.map(len).tolist(),
            "Against": [", ".join(_distinct(cells)) for cells in several],
        }
    )
    table = largest_first(table[["Plaintiffs", "Suits", "Against"]].iloc[:, :2]).merge(table)
    top = table.iloc[0]
    return Chart(
        f"{_short(top['Plaintiffs'])} sued {top['Suits']} times; "
        f"{counted(len(table), 'group')} of plaintiffs brought {PARALLEL} suits or more",
        "The same plaintiffs in several suits on record, and whom they sued",
        titled_bars(
            [_short(name, 44) for name in table["Plaintiffs"]],
            table["Suits"].tolist(),
            [
                f"{counted(n, 'suit')}: {_short(whom, 44)}"
                for n, whom in zip(table["Suits"], table["Against"], strict=True)
            ],
            [colours.accent] * len(table),
            colours,
        ),
        table,
    )


def _distinct(cells: list[str]) -> list[str]:
    return sorted({name for cell in cells for name in cell.split("|")})


def _short(text: str, most: int = 48) -> str:
    return text if len(text) <= most else text[: most - 1].rsplit(" ", 1)[0].rstrip(",") + " …"
