"""Figures about what companies do: kinds of acts, when, on what, and how each is read."""

from __future__ import annotations

import pandas as pd

from app.charts.base import (
    Chart,
    counted,
    cross,
    explode,
    in_sentence,
    labelled_cross,
    largest_first,
    stacked_bars,
)
from app.charts.grid import count_grid
from app.palette import Theme
from etl.vocab import (
    ACT_GROUPS,
    GROUP_OF_ACT,
    MEDIA,
    PRACTICE_KINDS,
    PROTECTIONS,
    STANCES,
    Vocabulary,
)


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


def over_time(practices: pd.DataFrame, incidents: pd.DataFrame, colours: Theme) -> Chart | None:
    """Licences, policies, tools, guidelines, certifications, uses and harm, year by year."""
    acts = practices[["announced_on", "kind"]].assign(group=practices["kind"].map(GROUP_OF_ACT))
    acts = acts[acts["group"] != "incidents"].rename(columns={"announced_on": "date"})
    harm = incidents[["date"]].assign(group="incidents")
    both = pd.concat([acts[["date", "group"]], harm], ignore_index=True)
    drawn = both[both["date"].notna()]
    if acts.empty or drawn.empty:
        return None
    wide = cross(drawn["group"], drawn["date"].str[:4])
    years = [str(y) for y in range(int(wide.columns.min()), int(wide.columns.max()) + 1)]
    wide = wide.reindex(columns=years, fill_value=0)
    wide = wide.reindex([g for g in ACT_GROUPS.ids if g in wide.index])
    table = wide.reset_index(names="What")
    table["What"] = [ACT_GROUPS.label(group) for group in table["What"]]
    left_out = len(both) - len(drawn)
    note = f"; {left_out} without a date not drawn" if left_out else ""
    return Chart(
        _over_time_title(table),
        f"Acts of companies by year of announcement, and harm reported by year{note}",
        count_grid(table, colours),
        table,
    )


def _over_time_title(table: pd.DataFrame) -> str:
    newest = table.columns[-1]
    peak = table.set_index("What").sum().idxmax()
    busiest = table.loc[table[peak].idxmax()]
    told = f"{busiest['What']} lead in {peak}: {int(busiest[peak])} on record"
    return told if peak == newest else f"{told}; {int(busiest[newest])} so far in {newest}"


def by_medium(practices: pd.DataFrame, colours: Theme) -> Chart | None:
    """Which works and voices the acts concern. One act may concern several."""
    table = _by_item(practices, "media", "Medium", MEDIA)
    if table.empty:
        return None
    most = int(table.iloc[0, 1:].sum())
    return Chart(
        f"Most acts concern {in_sentence(table['Medium'].iloc[0])}: {most} of {len(practices)}",
        "Acts by the works or voices they concern, and how each is read; one may concern several",
        _by_item_figure(table, colours),
        table,
    )


def by_protection(practices: pd.DataFrame, colours: Theme) -> Chart | None:
    """Which of the 18 protections companies speak to at all. Their word binds nobody."""
    table = _by_item(practices, "protections", "Protection", PROTECTIONS)
    if table.empty:
        return None
    missing = len(PROTECTIONS.ids) - len(table)
    told = f"; on {missing} of {len(PROTECTIONS.ids)} no act is on record" if missing else ""
    return Chart(
        f"Most acts concern “{in_sentence(table['Protection'].iloc[0])}”: "
        f"{int(table.iloc[0, 1:].sum())}{told}",
        "Acts by protection, and how each is read. A company's word is a promise, never cover",
        _by_item_figure(table, colours),
        table,
    )


def _by_item(
    practices: pd.DataFrame, column: str, heading: str, vocabulary: Vocabulary
) -> pd.DataFrame:
    """Acts by each item of a list column, and by how they are read; most acts first."""
    items = explode(practices, column, "stance")
    if items.empty:
        return items
    return largest_first(
        labelled_cross(items[column], items["stance"], heading, vocabulary, STANCES)
    )


def _by_item_figure(table: pd.DataFrame, colours: Theme) -> dict[str, object]:
    stacks = _stance_stacks(table, colours)
    return stacked_bars(table, table.columns[0], stacks, colours, True, 110 + 28 * len(table))


def _stance_stacks(table: pd.DataFrame, colours: Theme) -> dict[str, tuple[str, str]]:
    """Label and fill of each stance that the table has."""
    fills = (colours.accent, colours.series[4], colours.alarm, colours.series[7])
    known = {term.label: fill for term, fill in zip(STANCES, fills, strict=True)}
    return {label: (label, known[label]) for label in table.columns[1:]}
