"""Short, plain names for the kinds of events, which come from many tables."""

from __future__ import annotations

from etl.vocab import (
    BARGAINING_KINDS,
    BILL_DATE_KINDS,
    BILL_EVENT_KINDS,
    CASE_EVENT_KINDS,
    DOMAINS,
)

_OWN_KINDS = {
    "effective": "law takes effect",
    "operative": "duties begin",
    "signed": "became law",
    "contract_ends": "contract ends",
    "expires": "law ends",
    "session_ends": "session ends",
    "letter": "letter",
    "ruling": "ruling",
    "scheduled": "court date",
    "takes_effect": "law takes effect",
    "deadline": "deadline",
}


def event_kind(domain: str, kind: str) -> str:
    """A short, plain name for a kind of event."""
    if kind == "other":
        return f"{DOMAINS.label(domain).lower()} news"
    if kind in _OWN_KINDS:
        return _OWN_KINDS[kind]
    for vocabulary in (BILL_DATE_KINDS, BILL_EVENT_KINDS, CASE_EVENT_KINDS, BARGAINING_KINDS):
        if kind in vocabulary:
            return vocabulary.label(kind).lower()
    return kind.replace("_", " ")
