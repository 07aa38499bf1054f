"""Several companies side by side: the same counts for each, and where their rows stand."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pandas as pd

from app import links
from app.charts.deals import dollars
from app.company_words import short
from app.filters import Filters

Row = Any
"""One row of `company_counts`."""

NONE = "–"
AGAINST = "side:defendant"
OPEN = ("status:pending", "status:stayed")


@dataclass(frozen=True)
class Measure:
    """One row of a comparison."""

    label: str
    column: str
    relation: str
    where: tuple[str, ...] = ()
    """What the rows that are counted hold."""


MEASURES = (
    Measure("Suits against it", "suits_against", "company_suits", (AGAINST,)),
    Measure("… of them open", "suits_open", "company_suits", (AGAINST, *OPEN)),
    Measure("… of them settled", "settled", "company_suits", (AGAINST, "status:settled")),
    Measure(
        "Known sums of those settlements",
        "settlements_usd",
        "company_suits",
        (AGAINST, "settlement_usd:*"),
    ),
    Measure("Suits it brought", "suits_by", "company_acts", ("kind:suit_by",)),
    Measure("Rulings in its suits", "rulings", "company_acts", ("kind:ruling",)),
    Measure("Deals as buyer", "deals_buyer", "company_deals", ("side:deal_buyer",)),
    Measure("Deals as seller", "deals_seller", "company_deals", ("side:deal_seller",)),
    Measure("Deals with a known sum", "deals_with_sum", "company_deals", ("amount_usd:*",)),
    Measure("Known sums of deals", "deals_usd", "company_deals", ("amount_usd:*",)),
    Measure("Policies and tools", "policies", "company_acts", ("kind:policy",)),
    Measure("… of them ended", "policies_ended", "company_acts", ("kind:policy", "standing:ended")),
    Measure("Other acts", "other_acts", "company_acts", ("kind:act",)),
    Measure("Named in reports of harm", "incidents", "company_acts", ("kind:incident",)),
    Measure("Letters signed", "letters", "company_acts", ("kind:letter",)),
    Measure(
        "Union contracts in force that bind it",
        "contracts",
        "company_contracts",
        ("status:in_force",),
    ),
    Measure("AI crawlers", "crawlers", "ai_crawlers"),
    Measure("Newest transparency index", "index_score", "transparency_scores"),
)
POLICIES = next(measure for measure in MEASURES if measure.column == "policies")
_OF_THE_FAMILY = ("ai_crawlers", "transparency_scores")
"""Relations in which a subsidiary's rows stand under its own name alone."""


def side_by_side(counts: pd.DataFrame) -> pd.DataFrame:
    """The same rows for each company."""
    found = {"On record": [measure.label for measure in MEASURES]}
    for row in counts.itertuples():
        found[short(str(row.company))] = [_cell(row, measure.column) for measure in MEASURES]
    return pd.DataFrame(found)


def rows_behind(counts: pd.DataFrame, as_of: tuple[str, ...]) -> dict[str, list[str]]:
    """By company: where the rows of each figure stand; nothing for what there is none of."""
    return {
        short(str(row.company)): [
            leads_to(row, measure, as_of) if _cell(row, measure.column) != NONE else ""
            for measure in MEASURES
        ]
        for row in counts.itertuples()
    }


def leads_to(row: Row, measure: Measure, as_of: tuple[str, ...]) -> str:
    """Where the rows stand that a measure counts for one company."""
    family = row.family_ids.split("|")
    company = family if measure.relation in _OF_THE_FAMILY else [row.company_id]
    chosen = {"company": company, "where": measure.where, "as_of": as_of}
    return links.rows(measure.relation, Filters.of(chosen))


def _cell(row: Row, column: str) -> str:
    value = getattr(row, column)
    if column.endswith("_usd"):
        return dollars(value) if value > 0 else NONE  # not a number is not above 0
    if column == "index_score":
        return index(row)
    return f"{value:,}" if value else NONE


def index(row: Row) -> str:
    """`35 of 100 (2025)`, or a dash."""
    if pd.isna(row.index_score):
        return NONE
    return f"{row.index_score:.0f} of {row.index_max:.0f} ({row.index_year:.0f})"
