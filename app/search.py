"""THE search: what is asked, in any spelling, and the records that answer, grouped by kind.

The results page and `/search.json`, which the search box reads, ask here. The matching itself is
SQL: `etl/sql/70_search_documents.sql` and the two layers after it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby
from typing import Any
from unicodedata import normalize
from urllib.parse import quote, urlencode

from app import store
from app.opened import Release
from etl.tables import TABLES

LONGEST = 200
"""Characters of a question that are read; nobody asks for more, but somebody may paste more."""

UNSEEN = re.compile("[\0\u200e\u200f\u202a-\u202e\u2066-\u2069]")
"""Signs that print nothing but may turn around the text that stands after them."""

SHOWN = 5
"""Records shown of each kind, while all kinds are shown."""

SHOWN_ALONE = 200
"""Records shown of a kind that is shown alone."""

SUGGESTED = 5
"""Numbers suggested, at most, in place of one that no record has."""


def address(question: str, table: str = "") -> str:
    """Where a search is shown, of all kinds or of one, relative to the root of the Atlas."""
    return "search?" + urlencode({"q": question} | ({"kind": table} if table else {}))


@dataclass(frozen=True)
class Hit:
    """One record that answers."""

    table: str
    row_id: str
    title: str
    subtitle: str

    @property
    def address(self) -> str:
        """Where the record is shown, relative to the root of the Atlas."""
        return f"records/{self.table}/{quote(self.row_id, safe='')}"


@dataclass(frozen=True)
class Kind:
    """The records of one table that answer, best first."""

    table: str
    hits: tuple[Hit, ...]
    count: int

    @property
    def title(self) -> str:
        """How people call records of this kind."""
        return TABLES[self.table].title

    @property
    def more(self) -> int:
        """How many answer as well but are not among the hits."""
        return self.count - len(self.hits)


@dataclass(frozen=True)
class Near:
    """A number that differs from the one asked for by one slip."""

    number: str
    title: str
    subtitle: str
    address: str
    """Its record, or the search for it if several records have it."""


@dataclass(frozen=True)
class Answer:
    """What the search found."""

    question: str
    table: str = ""
    """The only table that was asked, or none for all."""
    kinds: tuple[Kind, ...] = ()
    complete: bool = True
    """Does each record have every word of the question?"""
    as_spelt: bool = True
    """Or did words match that are spelt a little differently?"""
    unknown: str = ""
    """The number asked for that no record has. Then nothing answers."""
    near: tuple[Near, ...] = ()
    """Numbers that may have been meant by it."""

    @property
    def count(self) -> int:
        """How many records answer, shown or not."""
        return sum(kind.count for kind in self.kinds)

    @property
    def told(self) -> str:
        """What was found, in a sentence for people."""
        if not self.question:
            return ""
        if self.unknown:
            meant = " Did you mean:" if self.near else ""
            return f"No record has the number {self.unknown}.{meant}"
        if not self.kinds:
            return f"Nothing on record matches “{self.question}”."
        many = self.count > 1
        what, come = (f"{self.count:,} records", "come") if many else ("1 record", "comes")
        if not self.complete:
            return f"No record has all of these words. {what} {come} nearest:"
        if not self.as_spelt:
            return f"Nothing is spelt just like that. {what} spelt nearly so:"
        return what


def search(text: str, table: str = "") -> Answer:
    """The records that answer, of all kinds or only of one table."""
    question = " ".join(UNSEEN.sub(" ", text).split())[:LONGEST].strip()
    return _answer(store.release(), question, table if table in TABLES else "")


def warm_up(opened: Release) -> None:
    """Ask what plans every macro and reads every table, so that nobody's question is the first."""
    for question in ("voice actor consent", "consentt to liscence", "AB 9999999"):
        _answer(opened, question, "")


@lru_cache(maxsize=1024)
def _answer(opened: Release, question: str, table: str) -> Answer:
    """First the words as they are. Only if some are not met, words spelt nearly so as well.

    A number is never taken for another: if nobody has it, nothing answers, but others are named.
    """
    if not question:
        return Answer(question, table)
    if unknown := _unknown_number(opened, question):
        return Answer(question, table, unknown=unknown[0], near=unknown[1])
    rows, near = _rows(opened, question, table, near=False), False
    if not rows or _missing(rows):
        looser = _rows(opened, question, table, near=True)
        near = bool(looser) and (not rows or _missing(looser) < _missing(rows))
        rows = looser if near else rows
    complete = not rows or _missing(rows) == 0
    return Answer(question, table, tuple(_kinds(rows)), complete, not near)


SAME_AS = {
    r"digital doubles?": "digital replica",
    r"deep fakes?": "deepfake",
    r"personality rights?": "right of publicity",
    r"voice-? ?over (?:artist|actor)s?|voiceovers?": "voice actor",
    r"european (?:union )?ai act": "EU AI Act",
}
"""What people say, and the word of the field that the records use for it."""


def _in_the_words_of_the_field(question: str) -> str:
    question = normalize("NFKC", question)  # wide letters, as keyboards of East Asia write them
    for said, written in SAME_AS.items():
        question = re.sub(rf"\b{said}\b", written, question, flags=re.IGNORECASE)
    return question


def _rows(opened: Release, question: str, table: str, near: bool) -> list[dict[str, Any]]:
    shown = SHOWN_ALONE if table else SHOWN
    return _asked(opened, "search_answers", question, near, table or None, shown)


def _asked(opened: Release, macro: str, question: str, *more: object) -> list[dict[str, Any]]:
    """The rows with which a macro of the release answers a question."""
    asked = [_in_the_words_of_the_field(question), *more]
    found = opened.cursor().table_function(macro, asked)
    return [dict(zip(found.columns, row, strict=True)) for row in found.fetchall()]


def _missing(rows: list[dict[str, Any]]) -> int:
    """How many words of the question the best records lack."""
    return int(rows[0]["asked"] - rows[0]["found"])


def _kinds(rows: list[dict[str, Any]]) -> Iterator[Kind]:
    """The rows come sorted: the kind with the best record first."""
    for table, of_kind in groupby(rows, key=lambda row: str(row["table_name"])):
        found = list(of_kind)
        hits = (Hit(table, r["row_id"], r["title"], r["subtitle"] or "") for r in found)
        yield Kind(table, tuple(hits), int(found[0]["of_kind"]))


def _unknown_number(opened: Release, question: str) -> tuple[str, tuple[Near, ...]] | None:
    """The number in the question that no record has, and those that may have been meant by it."""
    if not re.search(r"\d", question) or not _asked(opened, "search_unknown_numbers", question):
        return None
    rows = _asked(opened, "search_near_numbers", question, SUGGESTED)
    written = re.search(r"[\W_0]*".join(rows[0]["asked_number"]), question, re.IGNORECASE)
    typed = written.group() if written else rows[0]["asked_number"]
    return typed, tuple(_near(row) for row in rows if row["written"])


def _near(row: dict[str, Any]) -> Near:
    number = row["written"]
    if row["records"] > 1:
        told = f"{row['records']} records: {row['places']}"
        return Near(number, number, told, address(number))
    hit = Hit(row["table_name"], row["row_id"], row["title"], row["subtitle"] or "")
    shown = number in f"{hit.title} {hit.subtitle}"
    return Near(
        number, hit.title, hit.subtitle if shown else f"{number} · {hit.subtitle}", hit.address
    )
