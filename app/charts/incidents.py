"""Figures about harm reported, and what followed."""

from __future__ import annotations

import pandas as pd

from app.charts.base import Chart, cross, explode, largest_first, stacked_bars
from app.palette import Theme
from etl.vocab import HARMS

FOLLOWED, SILENT = "Something followed", "Nothing on record"


def harms(incidents: pd.DataFrame, colours: Theme) -> Chart | None:
    """Kinds of harm, and whether anything is on record that followed."""
    if incidents.empty:
        return None
    followed = incidents["outcome"].notna()
    items = explode(incidents.assign(followed=followed), "harms", "followed")
    if items.empty:
        return None
    wide = cross(items["harms"], items["followed"].map({True: FOLLOWED, False: SILENT}))
    order = [name for name in (FOLLOWED, SILENT) if name in wide.columns]
    wide = wide[order].reindex([harm for harm in HARMS.ids if harm in wide.index])
    table = wide.reset_index(names="Harm")
    table["Harm"] = [HARMS.label(harm) for harm in table["Harm"]]
    table = largest_first(table)
    fills = {FOLLOWED: colours.accent, SILENT: colours.series[7]}
    return Chart(
        f"{table['Harm'].iloc[0]} is reported most; after {int(followed.sum())} of "
        f"{len(incidents)} incidents something is on record that followed",
        "Incidents by kind of harm; one may do several. What followed may be a takedown, an "
        "apology or a suit: it is not always redress",
        stacked_bars(
            table,
            "Harm",
            {name: (name, fills[name]) for name in order},
            colours,
            True,
            110 + 30 * len(table),
        ),
        table,
    )
