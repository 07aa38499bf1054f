"""Figures about what companies do."""

from __future__ import annotations

import pandas as pd

from app.charts.base import (
    Chart,
    counted,
    cross,
    in_sentence,
    labelled_cross,
    largest_first,
    stacked_bars,
)
from app.palette import Theme
from etl.vocab import KNOWN, PRACTICE_KINDS, STANCES


def kinds(practices: pd.DataFrame, colours: Theme) -> Chart | None:
    """What kinds of acts, and how each is read: a cautious reading of one act, never a grade."""
    if practices.empty:
        return None
    table = largest_first(
        labelled_cross(practices["kind"], practices["stance"], "Kind", PRACTICE_KINDS, STANCES)
    )
    stacks = _stance_stacks(table, colours)
    advances = int((practices["stance"] == "advances").sum())
    return Chart(
        f"{advances} of {len(practices)} acts give creators something new; "
        f"most common: {in_sentence(table['Kind'].iloc[0])}",
        "Acts by kind, and a cautious reading of each; never a grade of a company",
        stacked_bars(table, "Kind", stacks, colours, True, 110 + 28 * len(table)),
        table,
    )


def by_year(practices: pd.DataFrame, colours: Theme) -> Chart | None:
    """Acts announced each year, by how they are read."""
    narrow = practices[["announced_on", "stance"]]
    dated = narrow[narrow["announced_on"].notna()]
    if dated.empty:
        return None
    wide = cross(dated["announced_on"].str[:4], dated["stance"])
    order = [s for s in STANCES.ids if s in wide.columns]
    table = wide[order].rename(columns=STANCES.label).reset_index(names="Year")
    stacks = _stance_stacks(table, colours)
    totals = table.set_index("Year").sum(axis=1)
    undated = len(practices) - len(dated)
    return Chart(
        f"{totals.idxmax()} saw most announcements on record: {totals.max()}",
        "Acts by year of announcement"
        + (f"; {counted(undated, 'act')} without a date not drawn" if undated else ""),
        stacked_bars(table, "Year", stacks, colours, height=340),
        table,
    )


def _stance_stacks(table: pd.DataFrame, colours: Theme) -> dict[str, tuple[str, str]]:
    """Label and fill of each stance that the table has."""
    fills = (colours.accent, colours.series[4], colours.alarm, colours.series[7])
    known = {term.label: fill for term, fill in zip(STANCES, fills, strict=True)}
    return {label: (label, known[label]) for label in table.columns[1:]}


def creators_choice(practices: pd.DataFrame, colours: Theme) -> Chart | None:
    """In deals, may the single creator choose? The company's consent is not the creator's."""
    deals = practices[practices["kind"].isin(["license_deal", "settlement_license"])]
    if deals.empty:
        return None
    counts = deals["creators_opt_in"].value_counts()
    table = pd.DataFrame(
        [["Licence deals", *(int(counts.get(k, 0)) for k in KNOWN.ids)]],
        columns=["Deals", "Creator may choose", "Creator may not", "Unknown"],
    )
    unknown = int(counts.get("unknown", 0))
    stacks = {
        "Creator may choose": ("Creator may choose", colours.accent),
        "Creator may not": ("Creator may not", colours.alarm),
        "Unknown": ("Unknown", colours.series[7]),
    }
    return Chart(
        f"In {unknown} of {len(deals)} licence deals nobody says whether the creator may refuse",
        "The company's consent is not the creator's consent",
        stacked_bars(table, "Deals", stacks, colours, True, 150),
        table,
    )
