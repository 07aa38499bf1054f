"""The closed list that the values of a column come from: for labels in place of ids."""

from __future__ import annotations

from functools import cache

from etl.tables import TABLES
from etl.vocab import (
    AGREEMENT_STATUSES,
    BILL_FORCE,
    CASE_RELATIONS,
    CASE_STAGES,
    CASE_STATUSES,
    COMPANY_ENTRIES,
    COMPANY_KINDS,
    CONFIDENCE,
    COVERAGE_LEVELS,
    CRAFTS,
    DEAL_STEPS,
    DOCTRINES,
    DOMAINS,
    EFFECTS,
    EMPLOYER_LINKS,
    INSTRUMENT_KINDS,
    KNOWN,
    MILESTONES,
    PARTY_SIDES,
    PILLARS,
    PRACTICE_KINDS,
    PRACTICE_STEPS,
    PROMISE_SIDES,
    PROTECTIONS,
    SECTORS,
    SETTLEMENT_STEPS,
    WAITS,
    WORK_USES,
    Vocabulary,
)

EVENTS = ("events", "calendar", "radar")
"""Relations whose rows come from many tables."""

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
_STANDINGS = Vocabulary("standings", [*CASE_STATUSES, *PRACTICE_STEPS])
_WORKED_OUT: dict[str, dict[str, Vocabulary]] = {
    "coverage": _COVERAGE,
    "coverage_reasons": _COVERAGE,
    "state_coverage": _COVERAGE,
    "signer_coverage": _COVERAGE,
    **{relation: {"touches": PROTECTIONS} for relation in EVENTS},
    "coverage_changes": {
        "craft": CRAFTS,
        "protection": PROTECTIONS,
        "today": COVERAGE_LEVELS,
        "then": COVERAGE_LEVELS,
    },
    "known_gap_rows": {"protection": PROTECTIONS},
    "gap_scores": {**_COVERAGE, "pillar": PILLARS},
    "practices": {"standing": PRACTICE_STEPS},
    "company_counts": {"kind": COMPANY_KINDS},
    "company_acts": {
        "kind": COMPANY_ENTRIES,
        "standing": _STANDINGS,
        "protections": PROTECTIONS,
    },
    "company_suits": {
        "side": PARTY_SIDES,
        "status": CASE_STATUSES,
        "stage": CASE_STAGES,
        "protections": PROTECTIONS,
    },
    "company_deals": {
        "side": COMPANY_ENTRIES,
        "kind": PRACTICE_KINDS,
        "standing": PRACTICE_STEPS,
        "uses": WORK_USES,
        "creators_opt_in": KNOWN,
        "protections": PROTECTIONS,
    },
    "company_contracts": {
        "link": EMPLOYER_LINKS,
        "status": AGREEMENT_STATUSES,
        "sector": SECTORS,
    },
    "company_promises": {
        "side": PROMISE_SIDES,
        "kind": COMPANY_ENTRIES,
        "standing": _STANDINGS,
        "protection": PROTECTIONS,
    },
    "deals": {"step": DEAL_STEPS, "seller_kind": COMPANY_KINDS, "buyer_kind": COMPANY_KINDS},
    "settlements": {"step": SETTLEMENT_STEPS},
    "case_waits": {"milestone": MILESTONES, "wait": WAITS},
    "related_cases": {"relation": CASE_RELATIONS},
    "rulings": {"status": CASE_STATUSES},
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
def vocabulary_of(relation: str, name: str) -> Vocabulary | None:
    """The closed list that a column's values come from, if there is one."""
    derived = {**_EVERYWHERE, **_WORKED_OUT.get(relation, {})}
    if name in derived:
        return derived[name]
    for table in (relation, _PARENTS.get(relation, "")):
        if table in TABLES and name in TABLES[table].names:
            return TABLES[table].field(name).vocabulary
    return None
