"""Contract against contract, contract beside the law, model clauses: the rows, told in words.

Nothing here knows Streamlit: `app/comparison_blocks.py` draws it.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

import pandas as pd

from app.charts.base import counted, in_sentence, in_words
from etl.vocab import AGREEMENT_STATUSES, PROTECTIONS

GIVEN = ("strong", "partial", "weak")
UNCONFIRMED = "unconfirmed"

AGAINST = {
    "gained": "Gained",
    "stronger": "Stronger",
    "weaker": "Weaker",
    "lost": "Lost",
    "kept": "The same in both",
    "neither": "In neither",
    "unknown": "Not yet judged on both sides",
}
"""What the second contract does against the first, in the order of the page."""
BESIDE = {
    "gained": "Added by the contract",
    "stronger": "The contract goes further",
    "weaker": "The law goes further",
    "lost": "By law alone",
    "kept": "The same by contract and by law",
    "neither": "By neither",
    "unknown": "Not yet judged on both sides",
}
"""What the contract does beside the law."""
UNCHANGED = ("kept", "neither", "unknown")


@dataclass(frozen=True)
class Side:
    """What one contract, or the law, says on one protection."""

    level: str
    title: str
    summary: str
    remark: str
    source_url: str
    confidence: str
    also_refused: bool

    @property
    def gives(self) -> bool:
        """Is there a clause or a law, however soft?"""
        return self.level in GIVEN


@dataclass(frozen=True)
class Pair:
    """One protection on both sides."""

    protection: str
    change: str
    first: Side
    second: Side

    @property
    def outcome(self) -> str:
        """The change; what is the same is told apart by whether anybody gives it."""
        if self.change != "same":
            return self.change
        return "kept" if self.first.gives else "neither"

    @property
    def is_unconfirmed(self) -> bool:
        """Does one side rest on a report that nothing confirms?"""
        return UNCONFIRMED in (self.first.confidence, self.second.confidence)


def pairs(rows: pd.DataFrame, first: str, second: str) -> list[Pair]:
    """The rows of a comparison, in the order of the pillars; sides are prefixes of columns."""
    known = {
        row["protection"]: {name: value for name, value in row.items() if not pd.isna(value)}
        for row in rows.to_dict("records")
    }
    return [
        Pair(p, known[p]["change"], _side(known[p], first), _side(known[p], second))
        for p in PROTECTIONS.ids
        if p in known
    ]


def _side(row: dict[str, str], side: str) -> Side:
    return Side(
        row[f"{side}_level"],
        row.get(f"{side}_title", ""),
        row.get(f"{side}_summary", ""),
        row.get(f"{side}_remark", ""),
        row.get(f"{side}_source_url", ""),
        row.get(f"{side}_confidence", ""),
        bool(row.get(f"{side}_also_refused")),
    )


def grouped(found: list[Pair]) -> dict[str, list[Pair]]:
    """The pairs by outcome, in the order of the page; outcomes that nobody has are left out."""
    groups = {name: [pair for pair in found if pair.outcome == name] for name in AGAINST}
    return {name: group for name, group in groups.items() if group}


def against(found: list[Pair], first: str, second: str) -> str:
    """`SAG-AFTRA 2026 against 2023: 3 gained, 1 stronger, none lost; 4 not judged …`."""
    count = Counter(pair.outcome for pair in found)
    parts = [f"{count[name] or 'none'} {name}" for name in ("gained", "stronger", "lost")]
    if count["weaker"]:
        parts.insert(2, f"{count['weaker']} weaker")
    if count["unknown"] == len(found):
        return f"{_versus(first, second)}: nothing is judged on both sides yet"
    return f"{_versus(first, second)}: {', '.join(parts)}{_left_open(count)}"


def _left_open(count: Counter[str]) -> str:
    return f"; {count['unknown']} not yet judged on both sides" if count["unknown"] else ""


def _versus(first: str, second: str) -> str:
    """Both contracts named; what they share is named once."""
    pattern = r"(.+?): (\d{4}) (.+)"
    one, other = re.fullmatch(pattern, first), re.fullmatch(pattern, second)
    if one and other and one.group(1, 3) == other.group(1, 3):
        return f"{one[1]} {one[3]}, {other[2]} against {one[2]}"
    return f"{second} against {first}"


def doubt(found: list[Pair]) -> str:
    """How many of the comparisons rest on a report that nothing confirms."""
    judged = [pair for pair in found if pair.change != "unknown"]
    doubtful = sum(pair.is_unconfirmed for pair in judged)
    if not doubtful:
        return ""
    told = f"For {doubtful} of the {len(judged)} compared"
    return f"{told}, one side or both rest on an unconfirmed report."


def added(found: list[Pair], law: str) -> str:
    """`This contract adds 9 protections that the law in Tennessee does not give`."""
    count = Counter(pair.outcome for pair in found)
    if count["unknown"] == len(found):
        return f"Nothing is judged on both sides yet, this contract and {law}"
    number = counted(count["gained"], "protection") if count["gained"] else "no protection"
    further = f" and goes further on {count['stronger']}" if count["stronger"] else ""
    return f"This contract adds {number} that {law} does not give{further}{_left_open(count)}"


def law_of(place: str, name: str) -> str:
    """The law that stands beside a contract, in words."""
    return "federal law" if place == "US" else f"the law in {name}"


def with_status(contract: str, status: str) -> str:
    """The contract's name; one that does not bind says so."""
    return contract if status == "in_force" else f"{contract} ({_status(status)})"


def _status(status: str) -> str:
    return AGREEMENT_STATUSES.label(status).lower()


def models(clauses: pd.DataFrame) -> str:
    """On how many protections a clause in force can serve as a model, and where none does."""
    missing = clauses.loc[clauses["strength"].isna(), "protection"].tolist()
    found = len(clauses) - len(missing)
    told = f"A model clause in force for {found} of {counted(len(clauses), 'protection')}"
    if not 0 < len(missing) <= 3:
        return told
    return f"{told}; none on {in_words(f'“{named(p)}”' for p in PROTECTIONS.ids if p in missing)}"


def named(protection: str) -> str:
    """A protection inside a sentence."""
    return in_sentence(PROTECTIONS.label(protection))
