"""Short, plain names for the kinds of events, which come from many tables."""

from __future__ import annotations

from app.charts.base import in_sentence
from etl.vocab import (
    BARGAINING_KINDS,
    BILL_DATE_KINDS,
    BILL_EVENT_KINDS,
    CASE_EVENT_KINDS,
    COALITION_KINDS,
    DEVELOPMENT_KINDS,
    DOMAINS,
    FEDERAL_KINDS,
    PRACTICE_KINDS,
    PRACTICE_STEPS,
    Vocabulary,
)

_KINDS: dict[str, tuple[Vocabulary, ...]] = {
    "legislation": (BILL_DATE_KINDS, BILL_EVENT_KINDS, FEDERAL_KINDS),
    "litigation": (CASE_EVENT_KINDS,),
    "agreements": (BARGAINING_KINDS,),
    "practices": (PRACTICE_KINDS, PRACTICE_STEPS),
    "coalition": (COALITION_KINDS,),
}
"""Where the kinds of each domain are defined; news lies in all of them."""

_OWN: dict[str, dict[str, str]] = {
    "legislation": {
        "effective": "law takes effect",
        "takes_effect": "law takes effect",
        "operative": "duties begin",
        "signed": "became law",
        "expires": "law ends",
        "session_ends": "session ends",
    },
    "litigation": {"ruling": "ruling", "scheduled": "court date"},
    "agreements": {"contract_ends": "contract ends"},
}
"""Words for kinds that no vocabulary has, or that are plainer than its own."""


def event_kind(domain: str, kind: str) -> str:
    """A short, plain name for a kind of event."""
    if kind == "other":
        return f"{DOMAINS.label(domain).lower()} news"
    if own := _OWN.get(domain, {}).get(kind):
        return own
    for vocabulary in (*_KINDS.get(domain, ()), DEVELOPMENT_KINDS):
        if kind in vocabulary:
            return in_sentence(vocabulary.label(kind))
    return kind.replace("_", " ")
