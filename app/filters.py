"""THE filters: one frozen value, one parser for pages and routes, one way in and out of a URL.

Nothing here knows Streamlit: `app/filter_bar.py` draws the widgets.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from urllib.parse import urlencode

from etl.contract import EDTF_PATTERN
from etl.vocab import (
    AGREEMENT_STATUSES,
    BILL_FORCE,
    BILL_STATUSES,
    CASE_STATUSES,
    CONFIDENCE,
    CRAFTS,
    DOMAINS,
    MEDIA,
    PILLARS,
    PLAINTIFF_CLASSES,
    PRACTICE_KINDS,
    PROTECTIONS,
    SECTORS,
    STANCES,
    TOPICS,
    Vocabulary,
)

LABELS: dict[str, str] = {
    "craft": "Craft",
    "union": "Union",
    "sector": "Kind of work",
    "state": "State",
    "protection": "Protection",
    "pillar": "Pillar",
    "status": "Status",
    "force": "In force?",
    "topic": "Topic",
    "company": "Company",
    "kind": "Kind of act",
    "medium": "Medium",
    "stance": "How it is read",
    "country": "Country",
    "court": "Court",
    "plaintiff": "Who sues",
    "letter": "Letter",
    "confidence": "Confidence",
    "domain": "Part",
    "where": "Only where",
    "what_if": "What if",
    "weight": "Weight",
    "q": "Search",
    "from": "From",
    "to": "To",
    "as_of": "As of",
}
"""Every filter, in the order of the URL, and how people read its name."""

COMPARED: dict[str, str] = {
    "first": "First contract",
    "second": "Second contract",
    "beside": "Law of",
}
"""What is set beside what: choices of one page, in its address and exports, not in the bar."""

_NAMES = LABELS | COMPARED

DATES = ("from", "to", "as_of")
SINGLE = (*DATES, "q")
WRITTEN = (*SINGLE, "weight", "where")
"""Filters whose values are written, not chosen from a list."""
LONGEST_SEARCH = 200
NO_UNION = "none"
"""The value of `union` for somebody outside any union."""
CELLS = {"": "empty", "*": "filled"}
"""What `where` may ask of a cell beside a value."""
WEIGHED = ("strong", "partial", "weak", "pending", *PILLARS.ids)
"""What a weight can be given to: levels of protection, and pillars."""
HEAVIEST = 10.0

_VOCABULARIES: dict[str, tuple[Vocabulary, ...]] = {
    "craft": (CRAFTS,),
    "sector": (SECTORS,),
    "protection": (PROTECTIONS,),
    "pillar": (PILLARS,),
    "status": (BILL_STATUSES, CASE_STATUSES, AGREEMENT_STATUSES),
    "force": (BILL_FORCE,),
    "topic": (TOPICS,),
    "kind": (PRACTICE_KINDS,),
    "medium": (MEDIA,),
    "stance": (STANCES,),
    "plaintiff": (PLAINTIFF_CLASSES,),
    "confidence": (CONFIDENCE,),
    "domain": (DOMAINS,),
}


@dataclass(frozen=True)
class Choices:
    """The values that filters may take: vocabularies, and names from the data."""

    named: Mapping[str, Mapping[str, str]] = field(default_factory=dict)

    def options(self, name: str, statuses: Vocabulary | None = None) -> dict[str, str]:
        """Allowed values of a filter with their labels."""
        if name in self.named:
            return dict(self.named[name])
        vocabularies = (statuses,) if name == "status" and statuses else _VOCABULARIES[name]
        return {term.id: term.label for vocabulary in vocabularies for term in vocabulary}


@dataclass(frozen=True)
class Filters:
    """What the user chose. Hashable, so that answers can be kept by it."""

    chosen: tuple[tuple[str, tuple[str, ...]], ...] = ()

    @classmethod
    def of(cls, values: Mapping[str, Iterable[str]]) -> Filters:
        """Filters from values known to be good; empty ones fall away."""
        picked = ((name, tuple(dict.fromkeys(values.get(name, ())))) for name in _NAMES)
        return cls(tuple((name, items) for name, items in picked if items))

    def get(self, name: str) -> tuple[str, ...]:
        """Values of one filter, or none."""
        return dict(self.chosen).get(name, ())

    def only(self, names: Iterable[str]) -> Filters:
        """The same filters without those that are not named."""
        wanted = set(names)
        return Filters(tuple(item for item in self.chosen if item[0] in wanted))

    def without(self, names: Iterable[str]) -> Filters:
        """The same filters without those that are named."""
        return self.only(set(_NAMES) - set(names))

    def with_(self, **changes: Iterable[str]) -> Filters:
        """The same filters with some set anew."""
        return Filters.of({**dict(self.chosen), **changes})

    def params(self) -> list[tuple[str, str]]:
        """URL parameters; lists by repetition."""
        return [(name, value) for name, values in self.chosen for value in values]

    def cells(self) -> dict[str, list[str]]:
        """By column: what `where` asks its cells to hold."""
        asked: dict[str, list[str]] = {}
        for value in self.get("where"):
            column, _, held = value.partition(":")
            asked.setdefault(column, []).append(held)
        return asked

    def query_string(self) -> str:
        """The part of a URL after the question mark, or an empty string."""
        return urlencode(self.params())

    @property
    def frozen(self) -> bool:
        """Is the view held at a day, rather than live?"""
        return bool(self.get("as_of"))

    def applicable_day(self) -> date:
        """The day the view is for: `as_of`, or today (UTC)."""
        held = self.get("as_of")
        return date.fromisoformat(held[0]) if held else datetime.now(UTC).date()


def parse(
    params: Mapping[str, Sequence[str]],
    choices: Choices,
    allowed: Iterable[str] = LABELS,
    statuses: Vocabulary | None = None,
) -> tuple[Filters, list[str]]:
    """Filters from URL parameters, and one plain sentence for each value that was dropped."""
    values: dict[str, list[str]] = {}
    notes: list[str] = []
    for name in _NAMES:
        if name not in allowed:
            continue
        for value in params.get(name, ()):
            good, note = _judge(name, value.strip(), choices, statuses)
            if good:
                values.setdefault(name, []).append(good)
            elif note:
                notes.append(note)
        if name in SINGLE or name in COMPARED:
            values[name] = values.get(name, [])[:1]
    return Filters.of(values), notes


def _judge(name: str, value: str, choices: Choices, statuses: Vocabulary | None) -> tuple[str, str]:
    """The value if it is good, else a sentence about it; neither for an empty one."""
    if not value:
        return "", ""
    if name == "q":
        return value[:LONGEST_SEARCH].strip(), ""
    if name in DATES:
        return _judge_date(name, value)
    if name == "weight":
        return _judge_weight(value)
    if name == "where":
        return _judge_where(value)
    options = choices.options(name, statuses)
    if value in options:
        return value, ""
    return "", unknown(_NAMES[name], value, options, ", so it was left out")


def _judge_date(name: str, value: str) -> tuple[str, str]:
    wrong = f"{LABELS[name]} “{value[:60]}” is not a date like 2026-09-20, so it was left out."
    if not re.fullmatch(EDTF_PATTERN, value) or "/" in value:
        return "", wrong
    if name == "as_of" and len(value) != 10:
        return "", wrong
    try:
        date.fromisoformat(value + "-01-01"[len(value) - 4 :])
    except ValueError:
        return "", wrong
    return value, ""


def _judge_weight(value: str) -> tuple[str, str]:
    """A weight is `partial:0.25`: a level or a pillar, and a number from 0 to 10."""
    what, _, number = value.partition(":")
    is_number = re.fullmatch(r"\d{1,2}(\.\d{1,3})?", number)
    if what in WEIGHED and is_number and float(number) <= HEAVIEST:
        return value, ""
    known = ", ".join(WEIGHED)
    return "", (
        f"Weight “{value[:60]}” is not like partial:0.25, so it was left out. "
        f"A number from 0 to 10 can be given to: {known}."
    )


FEW = 8
"""Values that may all be named when one of them was meant."""


def unknown(label: str, value: str, options: Mapping[str, str], so: str = "") -> str:
    """One sentence about a value that is none of the options, and which one may have been meant."""
    told = f"{label} “{value[:60]}” is not one we know{so}."
    if near := _nearest(value, options):
        return f"{told} Did you mean “{near}”?"
    return f"{told} There are: {', '.join(options)}." if len(options) <= FEW else told


def _judge_where(value: str) -> tuple[str, str]:
    """What a cell must hold: `status:pending`; `status:` is an empty cell, `status:*` any other."""
    if re.fullmatch(r"[a-z][a-z_]*:.*", value) and len(value) <= LONGEST_SEARCH:
        return value, ""
    return "", f"{LABELS['where']} “{value[:60]}” is not like status:pending, so it was left out."


def where_in_words(value: str) -> str:
    """`status:pending` as people read it: `status is pending`."""
    column, _, held = value.partition(":")
    return f"{column.removeprefix('is_').replace('_', ' ')} is {CELLS.get(held, held)}"


def _nearest(value: str, options: Mapping[str, str]) -> str:
    lowered = {option.lower(): option for option in options}
    lowered |= {label.lower(): option for option, label in options.items()}
    found = difflib.get_close_matches(value.lower().replace(" ", "_"), lowered, n=1)
    return lowered[found[0]] if found else ""
