"""What a controlled vocabulary is: an ordered, closed list of terms."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True)
class Term:
    """One allowed value: the id written in CSV files and URLs, and how people read it."""

    id: str
    label: str
    definition: str = ""
    group: str = ""
    """The id of the term this one belongs to (a protection belongs to a pillar)."""


class Vocabulary:
    """An ordered, closed list of terms."""

    def __init__(self, name: str, terms: str | list[Term]) -> None:
        """`terms` is a list, or text with one `id: Label: definition` a line."""
        self.name = name
        self.terms = parse_terms(terms) if isinstance(terms, str) else tuple(terms)
        self._by_id = {term.id: term for term in self.terms}

    def __iter__(self) -> Iterator[Term]:
        return iter(self.terms)

    def __contains__(self, value: object) -> bool:
        return value in self._by_id

    @property
    def ids(self) -> tuple[str, ...]:
        """Allowed values, in their order of display."""
        return tuple(self._by_id)

    def label(self, value: str) -> str:
        """How people read `value`; the value itself, tidied, if the list does not have it."""
        term = self._by_id.get(value)
        return term.label if term else value.replace("_", " ")

    def group(self, value: str) -> str:
        """The group that `value` belongs to, or an empty string."""
        term = self._by_id.get(value)
        return term.group if term else ""


def parse_terms(text: str) -> tuple[Term, ...]:
    """Terms from text with one `id: Label: definition` a line."""
    terms = []
    for line in text.strip().splitlines():
        value, label, *rest = (part.strip() for part in line.split(":", 2))
        terms.append(Term(value, label, rest[0] if rest else ""))
    return tuple(terms)
