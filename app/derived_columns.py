"""What the columns mean that no table of the contract defines: they are worked out."""

MEANINGS = {
    "confidence": "How sure the row is, computed from its sources.",
    "caution": "Why a reviewer holds the row back, if so.",
    "publishers": "How many different publishers say it.",
    "source_url": "The best source.",
    "source_urls": "All sources, best first.",
    "force": "Whether the law is in force on the day of the view.",
    "status": "Status on the day of the view.",
    "as_of": "The day that the row answers for.",
    "craft": "Craft that the answer is for; empty: all that were asked for, together.",
    "pillar": "Pillar that the protection belongs to; empty: all of them together.",
    "protection": "One of the 18 protections.",
    "level": "The best level that any contract or law gives, or what is known instead.",
    "is_open": "Nothing binds as far as is known, and not all that may apply has been judged.",
    "low": "Score for certain: strong 1, partial 0.5, unless weighted; of a group, the mean.",
    "high": "Score if all that nobody has judged should turn out strong.",
    "weight": "What the pillar counts in the mean.",
    "contract_level": "The best level that a union contract gives.",
    "law_level": "The best level that a law gives.",
    "contracts": "Union contracts in force that apply.",
    "contracts_strong": "In how many of them it is strong.",
    "contracts_partial": "In how many of them it is partial.",
    "contracts_weak": "In how many of them it is weak.",
    "contracts_unknown": "In how many of them nobody has judged it.",
    "states": "States, and DC, whose law gives it; empty if one state was chosen.",
    "by_what_if": "It rests on something switched on that does not bind yet.",
    "decided_by": "The rows that decide the level, as table:id.",
    "instrument_id": "The row that speaks, as table:id.",
    "parent_id": "The contract, law, state or company act that it belongs to, as table:id.",
    "effect": "What it gives on the day: a level, or why it gives none.",
    "binds_as": "The level it has, or would have, once it binds.",
    "remark": "What limits it.",
    "place": "Clause of the contract, or citation of the law.",
    "since": "Since when it applies, as precise as the source.",
    "until": "Until when, as precise as the source.",
    "starts_on": "First day on which it has this effect.",
    "ends_before": "First day on which it no longer has it; empty: open-ended.",
    "standing": "State of the contract or law in that stretch of time.",
    "is_what_if": "Switched on, though it does not bind yet.",
    "cells": "Pairs of craft and protection that were counted.",
    "nothing": "Cells where somebody looked and nothing binds.",
    "open": "Cells not fully judged, where nothing is known to bind.",
    "change": "What the second gives against the first, or the contract against the law.",
    "equally_strong": "In how many contracts in force the strongest clause is as strong.",
    "move": "Whether it begins or ends to bind.",
    "moved": "How many protections it moves.",
    "day": "The day on which that happens.",
}
"""By name; a column of the contract keeps the contract's own words."""

SUFFIXES = {
    "_first": "First day that the date may mean.",
    "_last": "Last day that the date may mean.",
    "_precision": "How precise the date is: day, month, year or range.",
}


def meaning(name: str) -> str:
    """What a derived column means."""
    for suffix, told in SUFFIXES.items():
        if name.endswith(suffix):
            return told
    return MEANINGS.get(name, "Derived from other tables.")
