"""Figures about consent: a company's is not the single creator's."""

from __future__ import annotations

import pandas as pd

from app.charts.base import (
    Chart,
    cross,
    explode,
    in_sentence,
    labelled_cross,
    largest_first,
    stacked_bars,
)
from app.charts.deals import standing_deals
from app.palette import Theme
from etl.vocab import KNOWN, MEDIA, PRACTICE_KINDS

CHOICE = {"true": "Yes", "false": "No", "unknown": "Nobody says"}
COMPANY, CREATOR = "The company agreed", "The single creator may choose"


def two_consents(deals: pd.DataFrame, colours: Theme) -> Chart | None:
    """In licences: the company said yes; may the single creator say no?"""
    licences = standing_deals(deals)
    if licences.empty:
        return None
    counts = licences["creators_opt_in"].value_counts()
    known = [int(counts.get(value, 0)) for value in KNOWN.ids]
    table = pd.DataFrame(
        [[COMPANY, len(licences), 0, 0], [CREATOR, *known]],
        columns=["Consent", *(CHOICE[value] for value in KNOWN.ids)],
    )
    return Chart(
        f"Companies agreed to {len(licences)} licences; in {known[0]} the single creator is known "
        "to have a choice",
        "Licences on record, as far as public sources tell. “Nobody says” is not “no”. "
        "Deals that ended without closing are left out",
        stacked_bars(table, "Consent", _stacks(table, colours), colours, True, 190),
        table,
    )


def by_medium(deals: pd.DataFrame, colours: Theme) -> Chart | None:
    """The single creator's choice in licences, by the works or voices licensed."""
    items = explode(standing_deals(deals), "media", "creators_opt_in")
    if items.empty:
        return None
    table = _labelled(
        labelled_cross(items["media"], items["creators_opt_in"], "Medium", MEDIA, KNOWN)
    )
    top = table.iloc[0]
    silent, total = int(top.get(CHOICE["unknown"], 0)), int(table.iloc[0, 1:].sum())
    return Chart(
        f"{top['Medium']}: in {silent} of {total} licences nobody says whether the creator may "
        "refuse",
        "May the single creator choose? Licences by what is licensed; one may license several",
        stacked_bars(
            table, "Medium", _stacks(table, colours), colours, True, 110 + 28 * len(table)
        ),
        table,
    )


def by_kind(practices: pd.DataFrame, colours: Theme) -> Chart | None:
    """Where single creators are known to have a choice, by kind of act."""
    if practices.empty:
        return None
    wide = cross(practices["kind"], practices["creators_opt_in"])
    table = _labelled(
        labelled_cross(
            practices["kind"], practices["creators_opt_in"], "Kind", PRACTICE_KINDS, KNOWN
        )
    )
    chosen = wide["true"] if "true" in wide else pd.Series([0], index=["none"])
    told = (
        f"; most often by {in_sentence(PRACTICE_KINDS.label(str(chosen.idxmax())))}"
        if chosen.max()
        else ""
    )
    return Chart(
        f"In {int(chosen.sum())} of {len(practices)} acts the creator is known to have a choice"
        f"{told}",
        "May the single creator choose, not only the company that holds the rights? By kind of act",
        stacked_bars(table, "Kind", _stacks(table, colours), colours, True, 110 + 28 * len(table)),
        table,
    )


def _labelled(table: pd.DataFrame) -> pd.DataFrame:
    """Yes, no and unknown in the words of this question, most rows first."""
    words = {KNOWN.label(value): told for value, told in CHOICE.items()}
    return largest_first(table).rename(columns=words)


def _stacks(table: pd.DataFrame, colours: Theme) -> dict[str, tuple[str, str]]:
    fills = {"Yes": colours.accent, "No": colours.alarm, CHOICE["unknown"]: colours.series[7]}
    return {label: (label, fills[label]) for label in table.columns[1:]}
