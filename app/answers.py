"""What protects one person: the 18 answers, and the sentence that sums them up.

Nothing here knows Streamlit: `pages/my_protections.py` draws it.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Any

import pandas as pd

from app.charts.base import in_words
from app.filters import NO_UNION, Choices, Filters
from etl.vocab import COVERAGE_LEVELS, PROTECTIONS

BINDING = ("strong", "partial")
SINGULAR = {
    "crew": "crew member",
    "casting": "casting worker",
    "makeup_hair": "make-up or hair artist",
    "agent_manager": "agent or manager",
    "other": "worker of another craft",
}


@dataclass(frozen=True)
class Answer:
    """The answer to one of the 18 questions, with the instruments that make it."""

    protection: str
    level: str
    is_open: bool
    contract_level: str
    law_level: str
    deciding: list[dict[str, str]]
    """The rows that decide the level."""
    others: list[dict[str, str]]
    """What else binds, or was looked through."""
    coming: list[dict[str, str]]
    """What would change the answer if it came to bind."""
    spread: str = ""
    """In how many of several contracts it holds: the best clause alone would hide the gaps."""

    @property
    def is_doubtful(self) -> bool:
        """Is all that decides it reported, and unconfirmed?"""
        return all(row.get("confidence") == "unconfirmed" for row in self.deciding)

    @property
    def binds(self) -> bool:
        """Does a contract or a law in force give it, strongly or in part?"""
        return self.level in BINDING


def answers(coverage: pd.DataFrame, reasons: pd.DataFrame) -> list[Answer]:
    """The 18 answers, in the order of the pillars. With several crafts the best one counts."""
    rank = {level: number for number, level in enumerate(COVERAGE_LEVELS.ids)}
    best = coverage.assign(rank=coverage["level"].map(rank)).sort_values("rank", kind="stable")
    cells = {row["protection"]: row for row in reversed(best.to_dict("records"))}
    rows = reasons.drop_duplicates(["instrument_id", "protection"]).to_dict("records")
    found: dict[str, list[dict[str, str]]] = {}
    for row in rows:
        known = {name: value for name, value in row.items() if not _is_missing(value)}
        found.setdefault(row["protection"], []).append(known)
    return [_answer(cells[p], found.get(p, [])) for p in PROTECTIONS.ids if p in cells]


def _is_missing(value: object) -> bool:
    return value is None or value != value  # NaN alone differs from itself


def _answer(cell: dict[str, Any], rows: list[dict[str, str]]) -> Answer:
    level = cell["level"]
    deciding = [row for row in rows if row["effect"] == level]
    kept = {"strong", "partial", "weak", "refused", "blocked", "for_others", "none_found"}
    others = [row for row in rows if row["effect"] in kept and row["effect"] != level]
    coming = [row for row in rows if row["effect"] in ("pending", "proposed")]
    return Answer(
        cell["protection"],
        level,
        bool(cell["is_open"]),
        "" if _is_missing(cell["contract_level"]) else cell["contract_level"],
        "" if _is_missing(cell["law_level"]) else cell["law_level"],
        sorted(deciding, key=_order),
        others,
        coming if level not in ("strong", "pending") else [],
        _spread(cell),
    )


def _spread(cell: dict[str, Any]) -> str:
    """`Of 5 contracts in force: strong in 4, not judged in 1.`; nothing if only one is in play."""
    if cell["contracts"] < 2:
        return ""
    counts = [
        (name, int(cell[f"contracts_{level}"]))
        for name, level in (("strong", "strong"), ("partial", "partial"), ("weak", "weak"))
    ]
    told = [f"{name} in {number}" for name, number in counts if number]
    unknown = int(cell["contracts_unknown"])
    told += [f"not judged in {unknown}"] if unknown else []
    listed = ", ".join(told) or "in none"
    return f"Of {cell['contracts']} contracts in force: {listed}."


def _order(row: dict[str, str]) -> tuple[int, bool]:
    """The surest first; the law of the state before that of the nation."""
    known = ("official", "confirmed", "single", "unconfirmed")
    sure = known.index(row["confidence"]) if row.get("confidence") in known else len(known)
    return (0 if row["effect"] == "none_found" else sure, row.get("jurisdiction") == "US")


def who(filters: Filters, choices: Choices) -> str:
    """`a SAG-AFTRA voice actor in Texas`, as far as it was chosen."""
    crafts = in_words(_craft(choices, craft) for craft in filters.get("craft"))
    unions = [union for union in filters.get("union") if union != NO_UNION]
    names = in_words(choices.options("union")[union] for union in unions)
    states = in_words(choices.options("state")[state] for state in filters.get("state"))
    sectors = in_words(
        choices.options("sector")[sector].lower() for sector in filters.get("sector")
    )
    member = f"{names} " if names else ""
    article = "an" if (names or crafts)[:1].lower() in "aeiou" else "a"
    told = f"{article} {member}{crafts}"
    told += " outside any union" if filters.get("union") == (NO_UNION,) else ""
    told += f" in {sectors}" if sectors else ""
    return told + (f" in {states}" if states else "")


def _craft(choices: Choices, craft: str) -> str:
    label = choices.options("craft")[craft].lower().replace("vfx", "VFX")
    return SINGULAR.get(craft, label.removesuffix("s"))


def verdict(found: list[Answer], person: str, filters: Filters) -> str:
    """The plain answer: on how many of the 18 something binds, nothing was found, nobody knows.

    Without a union, or with several contracts in play, the best of all is only the most there is.
    """
    count = Counter(_verdict(answer) for answer in found)
    binds = f"{count['binds']} of {len(found)}"
    if not filters.get("union"):
        told = f"you have binding protection on up to {binds}, if a union contract covers you"
    elif filters.get("union") != (NO_UNION,) and not filters.get("sector"):
        told = f"you have binding protection on up to {binds}, by the kind of work"
    else:
        told = f"you have binding protection on {binds}"
    parts = [
        told,
        f"nothing binding on {count['nothing']}" if count["nothing"] else "",
        f"{count['open']} not fully judged" if count["open"] else "",
    ]
    return f"As {person} " + "; ".join(part for part in parts if part)


def _verdict(answer: Answer) -> str:
    if answer.binds:
        return "binds"
    return "open" if answer.is_open else "nothing"


def sources_of_protection(found: list[Answer]) -> str:
    """What comes from the contract, what from the law: what the contract adds over the statute."""
    binding = [answer for answer in found if answer.binds]
    both = sum(a.contract_level in BINDING and a.law_level in BINDING for a in binding)
    contract = sum(a.contract_level in BINDING for a in binding) - both
    law = len(binding) - both - contract
    if not binding:
        return ""
    parts = [
        f"{contract} from a union contract alone" if contract else "",
        f"{law} from the law alone" if law else "",
        f"{both} from both" if both else "",
    ]
    return f"Of these, {in_words(part for part in parts if part)}."


def lead(found: list[Answer], filters: Filters) -> str:
    """What the answer rests on, and what would make it more exact."""
    binding = [PROTECTIONS.label(answer.protection).lower() for answer in found if answer.binds]
    told = [
        f"It covers: {in_words(binding)}." if 0 < len(binding) <= 6 else "",
        "A “replica” is a digital double of your voice or likeness. A contract clause or a law "
        "counts while it is in force. “Not fully judged” is not “no”.",
        sources_of_protection(found),
    ]
    if not filters.get("state"):
        told.append("No state is chosen, so no state law is counted: choose yours above.")
    if not filters.get("union"):
        told.append("No union is chosen, so any US union’s contract counts: choose yours above.")
    elif not filters.get("sector") and filters.get("union") != (NO_UNION,):
        told.append("The best clause of all its contracts counts; choose your kind of work above.")
    return " ".join(part for part in told if part)
