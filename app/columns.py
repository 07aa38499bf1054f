"""Tables on screen: columns under the headings and labels that people read."""

from __future__ import annotations

from functools import cache
from typing import Any
from urllib.parse import quote

import pandas as pd
import streamlit as st

from app.event_kinds import event_kind
from app.shown_columns import SHOWN
from etl.tables import TABLES
from etl.vocab import (
    AGREEMENT_STATUSES,
    BILL_FORCE,
    CASE_RELATIONS,
    COMPANY_KINDS,
    CONFIDENCE,
    COVERAGE_LEVELS,
    CRAFTS,
    DEAL_STEPS,
    DOCTRINES,
    DOMAINS,
    EFFECTS,
    INSTRUMENT_KINDS,
    MILESTONES,
    PILLARS,
    PRACTICE_STEPS,
    PROTECTIONS,
    SETTLEMENT_STEPS,
    WAITS,
    Vocabulary,
)

REPORT = "report"
"""The column that leads to the report of an error."""

_HEADINGS = {
    "source_url": "Source",
    "source_urls": "All sources",
    "short_name": "Case",
    "jurisdiction": "State",
    "force": "In force?",
    "filed_on": "Filed",
    "effective_on": "Takes effect",
    "enacted_on": "Became law",
    "announced_on": "Announced",
    "plaintiff_class": "Who sues",
    "creators_opt_in": "Creator may choose?",
    "amount_usd": "US dollars",
    "union_name": "Union",
    "claimed": "Signatures claimed",
    "named": "Signers named",
    "primary_craft": "Craft",
    "clause_ref": "Clause",
    "session_ends_on": "Session ends",
    "open_states_id": "Open States id",
    "looked_through": "Looked through",
    "record_id": "Row",
    "table_name": "Table",
    "column_name": "Column",
    "counts_as": "Counts as",
    "expires_on": "Until",
    "last_ruling": "Last ruling",
    "is_open": "Not fully judged?",
    "effect": "What it gives",
    "remark": "Note",
    "place": "Where",
    "states": "States with such a law",
    "decided_by": "Decided by",
    "step": "How far it came",
    "wait": "Reached?",
    "milestone": "Step of the suit",
    "settlement_usd": "US dollars",
    "approved_on": "First approval",
    "ends_the_case": "Whole suit?",
    "other_case": "Related case",
    "shared": "Parties in common",
    "is_later": "After the incident?",
    "respects_robots": "Honours robots.txt?",
    "use_class": "Collects for",
    "case_confidence": "Confidence",
}

_NAMES = ("plaintiffs", "defendants", "sellers", "buyers", "counterparties", "companies", "shared")
"""List cells that hold names."""

_DERIVED = ("_first", "_last", "_precision")


def visible(relation: str, columns: list[str]) -> list[str]:
    """The columns to show, of those that the relation has."""
    wanted = SHOWN.get(relation)
    if wanted:
        return [name for name in wanted if name in columns]
    return [name for name in columns if not name.endswith(_DERIVED) and name != "source_urls"]


def heading(name: str) -> str:
    """How people read a column's name."""
    return _HEADINGS.get(name) or name.removesuffix("_on").replace("_", " ").capitalize()


def labelled(relation: str, frame: pd.DataFrame) -> pd.DataFrame:
    """The frame with its visible columns, and labels in place of ids of vocabularies."""
    names = visible(relation, list(frame.columns))
    shown = frame[names].copy()
    for name in names:
        if vocabulary := _vocabulary(relation, name):
            shown[name] = shown[name].map(_labeller(vocabulary), na_action="ignore")
        elif name in _NAMES:
            shown[name] = shown[name].str.replace("|", ", ")
    if addresses := _reports(relation, frame):
        beside = names.index("source_url") + 1 if "source_url" in names else len(names)
        shown.insert(beside, REPORT, addresses)
    if relation in ("events", "calendar"):
        pairs = zip(frame["domain"].tolist(), frame["kind"].tolist(), strict=True)
        shown["kind"] = [event_kind(domain, kind) for domain, kind in pairs]
    return shown


def _reports(relation: str, frame: pd.DataFrame) -> list[str]:
    """For each row the address that says it is wrong; none for what is not a row of a table."""
    if relation in ("events", "calendar"):
        pairs = zip(frame["table_name"], frame["row_id"], strict=True)
    elif relation in TABLES and TABLES[relation].is_fact:
        pairs = zip([relation] * len(frame), frame[TABLES[relation].key], strict=True)
    else:
        return []
    return [f"report/{table}/{quote(str(row_id))}" for table, row_id in pairs]


def in_words(table: str, name: str, cell: str) -> str:
    """One cell as people read it: labels in place of ids of vocabularies."""
    vocabulary = _vocabulary(table, name)
    told: str = _labeller(vocabulary)(cell) if vocabulary else cell.replace("|", ", ")
    return told


def config(names: list[str]) -> dict[str, Any]:
    """Column settings for `st.dataframe`: headings, links, widths."""
    found: dict[str, Any] = {name: st.column_config.Column(heading(name)) for name in names}
    if REPORT in names:
        found[REPORT] = st.column_config.LinkColumn("Wrong?", display_text="Report an error")
    for name in names:
        if name.endswith("url"):
            found[name] = st.column_config.LinkColumn(
                heading(name), display_text=r"https?://(?:www\.)?([^/]+)", width="medium"
            )
        elif name in ("summary", "outcome", "title", "meaning"):
            found[name] = st.column_config.TextColumn(heading(name), width="large")
    return found


_COVERAGE = {
    "craft": CRAFTS,
    "protection": PROTECTIONS,
    "level": COVERAGE_LEVELS,
    "contract_level": COVERAGE_LEVELS,
    "law_level": COVERAGE_LEVELS,
    "effect": EFFECTS,
    "kind": INSTRUMENT_KINDS,
}
_EVERYWHERE = {
    "confidence": CONFIDENCE,
    "force": BILL_FORCE,
    "domain": DOMAINS,
    "last_ruling": DOCTRINES,
    "case_confidence": CONFIDENCE,
}
_WORKED_OUT: dict[str, dict[str, Vocabulary]] = {
    "coverage": _COVERAGE,
    "coverage_reasons": _COVERAGE,
    "state_coverage": _COVERAGE,
    "gap_scores": {**_COVERAGE, "pillar": PILLARS},
    "practices": {"standing": PRACTICE_STEPS},
    "deals": {"step": DEAL_STEPS, "seller_kind": COMPANY_KINDS, "buyer_kind": COMPANY_KINDS},
    "settlements": {"step": SETTLEMENT_STEPS},
    "case_waits": {"milestone": MILESTONES, "wait": WAITS},
    "related_cases": {"relation": CASE_RELATIONS},
    "agreements": {"status": AGREEMENT_STATUSES},
    "provisions": {"status": AGREEMENT_STATUSES},
    "demands": {"status": AGREEMENT_STATUSES},
}
"""Vocabularies of columns that no table of the contract defines, by relation."""


_PARENTS = {
    "signatures": "signatories",
    "events": "bills",
    "deals": "practices",
    "settlements": "cases",
    "case_waits": "cases",
    "related_cases": "cases",
}
"""The table whose words a relation shares."""


@cache
def _vocabulary(relation: str, name: str) -> Vocabulary | None:
    derived = {**_EVERYWHERE, **_WORKED_OUT.get(relation, {})}
    if name in derived:
        return derived[name]
    for table in (relation, _PARENTS.get(relation, "")):
        if table in TABLES and name in TABLES[table].names:
            return TABLES[table].field(name).vocabulary
    return None


def _labeller(vocabulary: Vocabulary) -> Any:
    def label(cell: object) -> str:
        return ", ".join(vocabulary.label(item) for item in str(cell).split("|"))

    return label
