"""What is wrong with a curated file, said so that its editor can mend it."""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, order=True)
class Fault:
    """One fault: where it is, what stands there, what should."""

    file: str
    line: int
    column: str
    value: str
    expected: str
    nearest: str = ""

    def __str__(self) -> str:
        place = f"{self.file}:{self.line}" if self.line else self.file
        column = f", column {self.column}" if self.column else ""
        value = f": {shorten(self.value)!r}" if self.value else ":"
        hint = f" Nearest valid value: {self.nearest!r}." if self.nearest else ""
        return f"{place}{column}{value} expected {self.expected}.{hint}"


def shorten(value: str, limit: int = 60) -> str:
    """`value`, cut to fit a line of a report."""
    return value if len(value) <= limit else value[: limit - 1] + "…"


def nearest(value: str, allowed: Iterable[str]) -> str:
    """The allowed value most like `value`, or an empty string if none is alike."""
    by_lower = {item.lower(): item for item in allowed}
    tidy = value.strip().lower().replace(" ", "_")
    if tidy in by_lower:
        return by_lower[tidy]
    found = difflib.get_close_matches(value.strip().lower(), by_lower, n=1, cutoff=0.5)
    return by_lower[found[0]] if found else ""
