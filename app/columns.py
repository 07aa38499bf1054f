"""Tables on screen: columns under the headings and labels that people read."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import pandas as pd
import streamlit as st

from app.column_words import EVENTS, vocabulary_of
from app.event_kinds import event_kind
from app.records.addresses import RECORD_TABLES, address
from app.shown_columns import SHOWN
from etl.vocab import Vocabulary

RECORD = "record"
"""The column that leads to everything on file about a row, and to the report of an error."""

_HEADINGS = {
    "source_url": "Source",
    "source_urls": "All sources",
    "official_url": "Official text",
    "url": "Web page",
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
    "touches": "Protections it touches",
    "letter_ids": "Letters signed",
    "party": "Which company",
    "parent": "Part of",
    "suits_open": "Suits open",
    "suits_by": "Suits it brought",
    "deals_buyer": "Deals as buyer",
    "deals_seller": "Deals as seller",
    "index_score": "Transparency index",
    "settlement_usd": "Settled for, US dollars",
    "counterparties": "Other side",
    "respects_robots": "Says it honours robots.txt?",
    "use_class": "Collects for",
    "membership_url": "Source of the link",
    "clauses": "Binding clauses on AI",
    "step": "How far it came",
    "wait": "Reached?",
    "is_missing": "Missing?",
    "read_on": "Read again",
    "newest_source": "Newest source",
    "is_on_record": "Still on record?",
    "milestone": "Step of the suit",
    "approved_on": "First approval",
    "ends_the_case": "Whole suit?",
    "other_case": "Related case",
    "shared": "Parties in common",
    "is_later": "After the incident?",
    "case_confidence": "Confidence",
    "citations": "Sources in the Atlas",
    "ratification_yes_pct": "Votes in favour",
    "turnout_pct": "Turnout",
    "tentative_on": "Tentative deal",
    "strike_from": "Strike began",
    "strike_to": "Strike ended",
    "stated_status": "Status in the sources",
    "index_name": "Index",
    "max_score": "Points possible",
}

_NAMES = (
    "plaintiffs",
    "defendants",
    "sellers",
    "buyers",
    "counterparties",
    "companies",
    "party",
    "subsidiaries",
    "shared",
)
"""List cells that hold names."""

_LARGE = ("amount_usd", "settlement_usd", "claimed", "members_covered")
"""Numbers that may be large: shown with separators between the thousands."""

_POINTING = (
    *EVENTS,
    "company_acts",
    "company_suits",
    "company_deals",
    "company_contracts",
    "company_promises",
    "incident_links",
    "fact_quality",
    "known_gap_rows",
    "evidence",
    "cautions",
)
"""Relations that name, in each row, the row of a table behind it."""

_ABOUT = {
    "agreement_comparison": ("agreements", "second_id"),
    "agreement_protections": ("agreements", "agreement_id"),
    "case_waits": ("cases", "case_id"),
    "company_counts": ("companies", "company_id"),
    "contract_beside_law": ("agreements", "agreement_id"),
    "deals": ("practices", "practice_id"),
    "protection_records": ("protections", "protection"),
    "related_cases": ("cases", "other_case_id"),
    "settlements": ("cases", "case_id"),
    "signer_coverage": ("signatories", "signatory_id"),
}
"""Relations whose rows each tell of one record: its table, and the column that names it."""

_INSTRUMENTS = {
    "coverage_moves": "parent_id",
    "coverage_reasons": "instrument_id",
    "state_coverage": "instrument_id",
    "what_if": "instrument_id",
}
"""Relations that name a contract, law or search as `table:id`, and the column that does."""

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
        if vocabulary := vocabulary_of(relation, name):
            shown[name] = shown[name].map(_labeller(vocabulary), na_action="ignore")
        elif name in _NAMES:
            shown[name] = shown[name].str.replace("|", ", ")
    if addresses := _records(relation, frame):
        shown.insert(0, RECORD, addresses)  # first, so that it is in view on a phone too
    if relation in EVENTS:
        pairs = zip(frame["domain"].tolist(), frame["kind"].tolist(), strict=True)
        shown["kind"] = [event_kind(domain, kind) for domain, kind in pairs]
    return shown


def _records(relation: str, frame: pd.DataFrame) -> list[str | None]:
    """For each row the address of its record; none for what is not a row of such a table."""
    if "open_url" in frame:  # leads further already
        return []
    return [
        address(table, str(row_id)) if table in RECORD_TABLES else None
        for table, row_id in _named(relation, frame)
    ]


def _named(relation: str, frame: pd.DataFrame) -> Iterable[tuple[str, Any]]:
    """For each row the table and the id of the record that it is, or tells of."""
    if relation in _POINTING:
        return zip(frame["table_name"], frame["row_id"], strict=True)
    if relation == "corrections":
        return (_corrected(row) for row in frame.to_dict("records"))
    if relation in _INSTRUMENTS:
        parts = [str(cell).partition(":") for cell in frame[_INSTRUMENTS[relation]]]
        return [(table, row_id) for table, _, row_id in parts]
    if relation in RECORD_TABLES:
        table, name = relation, RECORD_TABLES[relation].key
    elif relation in _ABOUT:
        table, name = _ABOUT[relation]
    else:
        return []
    return zip([table] * len(frame), frame[name], strict=True)


def _corrected(row: dict[str, Any]) -> tuple[str, str]:
    """The row that was corrected; if it is gone, the correction itself, which says why."""
    if row["is_on_record"]:
        return row["table_name"], row["record_id"]
    return "corrections", row["correction_id"]


def in_words(table: str, name: str, cell: str) -> str:
    """One cell as people read it: labels in place of ids of vocabularies."""
    vocabulary = vocabulary_of(table, name)
    told: str = _labeller(vocabulary)(cell) if vocabulary else cell.replace("|", ", ")
    return told


def config(names: list[str]) -> dict[str, Any]:
    """Column settings for `st.dataframe`: headings, links, widths."""
    found: dict[str, Any] = {name: st.column_config.Column(heading(name)) for name in names}
    if RECORD in names:
        found[RECORD] = st.column_config.LinkColumn("Record", display_text="Open", width="small")
    if "open_url" in names:
        found["open_url"] = st.column_config.LinkColumn("Whole picture", display_text="Open")
    for name in set(names) - {"open_url"}:
        if name.endswith("url"):
            found[name] = st.column_config.LinkColumn(
                heading(name), display_text=r"https?://(?:www\.)?([^/]+)", width="medium"
            )
        elif name in ("company", "parent"):
            found[name] = st.column_config.TextColumn(heading(name), width="medium")
        elif name in _LARGE:
            found[name] = st.column_config.NumberColumn(heading(name), format="localized")
        elif name in ("summary", "outcome", "title", "meaning"):
            found[name] = st.column_config.TextColumn(heading(name), width="large")
    return found


def _labeller(vocabulary: Vocabulary) -> Any:
    def label(cell: object) -> str:
        return ", ".join(vocabulary.label(item) for item in str(cell).split("|"))

    return label
