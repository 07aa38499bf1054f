"""What the rows say about companies, in words: headlines, leads and the large figures."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import pandas as pd

from app.charts.base import counted, in_sentence, in_words
from etl.vocab import COMPANY_KINDS, PROTECTIONS

Row = Any
"""One row of `company_counts`."""

MOST = 4
"""Companies that can be compared at once."""


def short(name: str) -> str:
    """A company's name without what is not needed to know it."""
    return name.removeprefix("The ").removesuffix(" Company").split(" (")[0]


def ranking(counts: pd.DataFrame) -> str:
    """Of all companies: who is sued most, who buys and who sells most."""
    heads = counts[counts["parent_id"].isna() & (counts["records"] > 0)]
    if heads.empty:
        return "No company is on record for this day"
    buys = "has most deals as a buyer"
    facts = [_most(heads, "suits_against", "is sued most"), _most(heads, "deals_buyer", buys)]
    number = counted(len(heads), "company", "companies")
    told = _joined(facts)
    return f"Of {number} on record, {told}" if told else f"{number} on record"


def headline(row: Row) -> str:
    """One company: suits, deals, policies."""
    parts = [f"{counted(row.suits_against, 'suit')} against it"]
    parts += [f"{counted(row.suits_by, 'suit')} brought by it"] if row.suits_by else []
    parts += [counted(row.deals, "deal")] if row.deals else []
    parts += [counted(row.policies, "policy or tool", "policies and tools")] if row.policies else []
    if not row.records:
        return f"{row.company}: nothing on record of its own"
    if not row.suits_against:
        parts = parts[1:] or [counted(row.records, "entry", "entries")]
    return f"{row.company}: {', '.join(parts)} on record"


def lead(row: Row) -> str:
    """What the company is, and whose rows are counted with it."""
    told = [] if row.kind == "other" else [COMPANY_KINDS.label(row.kind) + "."]
    if isinstance(row.parent, str):
        told.append(f"Part of {row.parent}.")
    if isinstance(row.subsidiaries, str):
        names = row.subsidiaries.split("|")
        told.append(f"Counted with its subsidiaries on record: {in_words(names)}.")
    told.append("A suit is a claim, not a finding. Each act is read on its own; there is no grade.")
    return " ".join(told)


def comparison(counts: pd.DataFrame) -> str:
    """Several companies: who is sued most, and who licenses most."""
    names = in_words(short(name) for name in counts["company"])
    facts = [
        _most(counts, "suits_against", "is sued most"),
        _most(counts, "suits_by", "sues most", least=2),
        _most(counts, "deals", "has most deals"),
        _most(counts, "policies", "has most policies and tools"),
    ]
    told = _joined([fact for fact in facts if fact][:3])
    return f"{names}: {told}" if told else f"{names}: no count tells them apart"


Fact = tuple[str, str] | None
"""Who, and what is told of it; None if there is nothing to tell."""


def _most(counts: pd.DataFrame, column: str, told: str, least: int = 1) -> Fact:
    """Who has most of something, unless nobody is alone at the top."""
    ranked = counts.sort_values(column, ascending=False)
    values = [*ranked[column].tolist(), 0]
    if values[0] < least or values[0] == values[1]:
        return None
    return short(ranked["company"].iloc[0]), f"{told} ({values[0]})"


def _joined(facts: Iterable[Fact]) -> str:
    """Facts as one sentence; who stands in several is named once."""
    by_name: dict[str, list[str]] = {}
    for name, told in filter(None, facts):
        by_name.setdefault(name, []).append(told)
    return "; ".join(f"{name} {in_words(told)}" for name, told in by_name.items())


def promises(found: pd.DataFrame) -> str:
    """On how many protections something was announced, and how many are in dispute or harmed."""
    known = found[found["protection"].notna() & (found["kind"] != "index")]
    promised = known[known["side"] == "promise"]
    announced = set(promised["protection"])
    over = len(announced - set(promised.loc[promised["standing"] != "ended", "protection"]))
    disputed = set(known.loc[known["side"] == "record", "protection"])
    both = [p for p in PROTECTIONS.ids if p in announced & disputed]
    lapsed = f" (on {over} all of it has ended)" if over else ""
    told = (
        f"It announced something on {len(announced) or 'none'} of the {len(PROTECTIONS.ids)} "
        f"protections{lapsed}; suits, acts or harm on record touch {len(disputed) or 'none'}"
    )
    if not both:
        return told
    named = in_words(f"“{in_sentence(PROTECTIONS.label(p))}”" for p in both[:2])
    return f"{told}, {len(both)} of them the same" + (
        f", {named} among them" if len(both) > 2 else ""
    )
