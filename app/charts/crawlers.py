"""Figures about robots that collect for AI, and whether they honour robots.txt."""

from __future__ import annotations

import pandas as pd

from app.charts.base import Chart, counted, cross, largest_first, stacked_bars
from app.palette import Theme
from etl.vocab import CRAWLER_USES, ROBOTS_RESPECT

MOST_OPERATORS = 12


def by_use(crawlers: pd.DataFrame, colours: Theme) -> Chart | None:
    """Do those that collect for training honour robots.txt? And the others?"""
    if crawlers.empty:
        return None
    wide = cross(crawlers["use_class"], crawlers["respects_robots"])
    wide = wide.reindex([use for use in CRAWLER_USES.ids if use in wide.index])
    table = _labelled(wide, "Collects for")
    table["Collects for"] = [CRAWLER_USES.label(use) for use in wide.index]
    training = crawlers[crawlers["use_class"] == "training"]["respects_robots"].value_counts()
    return Chart(
        f"Of {counted(int(training.sum()), 'crawler')} for training, "
        f"{training.get('yes', 0)} are said to honour robots.txt, {training.get('no', 0)} reported "
        "not to",
        "AI crawlers by what they collect for. “Says yes” is the operator's word: nobody tested it",
        stacked_bars(table, "Collects for", _stacks(table, colours), colours, True, 220),
        table,
    )


def by_operator(crawlers: pd.DataFrame, companies: pd.DataFrame, colours: Theme) -> Chart | None:
    """The same by who runs them; a company's robots count together, whatever it calls itself."""
    names = dict(zip(companies["company_id"], companies["name"], strict=True))
    operator = crawlers["company_id"].map(names).fillna(crawlers["operator"])
    known = crawlers[operator.notna()]
    if known.empty:
        return None
    wide = cross(operator[operator.notna()], known["respects_robots"])
    table = largest_first(_labelled(wide, "Operator")).head(MOST_OPERATORS)
    top = table.iloc[0]
    unnamed = len(crawlers) - len(known)
    note = f"; {counted(unnamed, 'crawler')} without a known operator not drawn" if unnamed else ""
    return Chart(
        f"{top['Operator']} runs most AI crawlers on record: {int(top.iloc[1:].sum())}",
        f"The {len(table)} operators with most, by whether each crawler honours robots.txt{note}",
        stacked_bars(
            table, "Operator", _stacks(table, colours), colours, True, 110 + 26 * len(table)
        ),
        table,
    )


def _labelled(wide: pd.DataFrame, heading: str) -> pd.DataFrame:
    order = [answer for answer in ROBOTS_RESPECT.ids if answer in wide.columns]
    return wide[order].rename(columns=ROBOTS_RESPECT.label).reset_index(names=heading)


def _stacks(table: pd.DataFrame, colours: Theme) -> dict[str, tuple[str, str]]:
    fills = (colours.accent, colours.alarm, colours.series[2], colours.series[7])
    known = dict(zip((term.label for term in ROBOTS_RESPECT), fills, strict=True))
    return {label: (label, known[label]) for label in table.columns[1:]}
