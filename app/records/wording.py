"""A record in plain words: its kind, the sentence that says what it is, each field by its label."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

from app import columns
from app.column_words import vocabulary_of
from app.dates import date_in_words
from app.records.addresses import address
from app.records.rows import Link, Row
from etl.contract import Field
from etl.tables import TABLES
from etl.vocab import CONFIDENCE

SENTENCES: dict[str, tuple[str, ...]] = {
    "cases": (
        "A case brought by {plaintiff_class}",
        "before {court_id}",
        "filed {filed_on}",
        "now {status}",
    ),
    "case_parties": ("{name} is a {side} in {case_id}",),
    "bill_dates": ("{bill_id}: {kind}", "{date}", "{note}"),
    "bill_links": ("{bill_id} {kind} {other_bill_id}",),
    "sessions": ("A session of the legislature of {jurisdiction}", "last day {ends_on}"),
    "state_year_counts": (
        "For {jurisdiction} and {year}, others counted {bills_considered} AI bills considered",
        "{bills_enacted} enacted",
    ),
    "unions": ("{name}", "with {members} members", "as of {members_as_of}"),
    "companies": ("{name}: main business {kind}", "based in {country}"),
    "courts": ("{name}: {level}", "{country}"),
    "practice_parties": ("{name} takes part in “{practice_id}”", "in the role “{role}”"),
    "transparency_scores": (
        "{company_id} reached {score} of {max_score} in the {index_name} of {year}",
    ),
    "transparency_indicators": (
        "{company_id} scored {score} of 1 on “{indicator}” in the Foundation Model Transparency "
        "Index of {year}",
    ),
    "ai_crawlers": (
        "{bot} is a robot that collects for {use_class}",
        "run by {operator}",
        "respects robots.txt: {respects_robots}",
    ),
    "letter_counts": ("{letter_id}: {signatures} claimed", "{qualifier}", "{date}"),
    "signatories": ("{name}: {primary_craft}", "known for {known_for}", "{organization}"),
    "signatures": (
        "{signatory_id} is named in connection with “{letter_id}”",
        "as {credited_as}",
        "in the role “{role}”",
    ),
    "development_subjects": ("{development_id} touches {row_id}",),
    "corrections": ("{reason}",),
    "publishers": ("{name}: {kind}", "sources from it in the Atlas: {citations}"),
    "crafts": ("{label}: one of the crafts that the Atlas looks at",),
    "countries": ("{name}, as it appears in the Atlas",),
    "jurisdictions": ("{name}, as it appears in the Atlas",),
}
"""What a record is, for tables without a summary; a part whose field is empty falls away."""

WORKED_OUT = (
    "status",
    "force",
    "standing",
    "effective_on",
    "enacted_on",
    "introduced_on",
    "session_ends_on",
    "named",
    "claimed",
    "citations",
)
"""Columns that are worked out for the day and worth reading on a page."""


@dataclass(frozen=True)
class Part:
    """A piece of a cell: text, where it leads, and what it means."""

    text: str
    href: str = ""
    outside: bool = False
    note: str = ""
    """What a word of a vocabulary means."""


@dataclass(frozen=True)
class Fact:
    """One field in words."""

    name: str
    heading: str
    meaning: str
    parts: tuple[Part, ...]


def title(itself: Link) -> str:
    """What a record is called, with its day if it is something that happened."""
    return f"{itself.name}, {date_in_words(itself.date)}" if happens(itself) else itself.name


def happens(itself: Link) -> bool:
    """Is the record an event, told apart from its like only by its date?"""
    return bool(itself.date) and TABLES[itself.table].date == "date" and ": " in itself.name


def sentence(table: str, row: Row, links: dict[str, list[Link]]) -> str:
    """What the record is, in one sentence."""
    if told := row.get("summary") or row.get("definition"):
        return str(told)
    words = _Words(table, row, links)
    parts = []
    for template in SENTENCES.get(table, ()):
        try:
            parts.append(template.format_map(words))
        except KeyError:  # the field is empty, so there is nothing to say
            continue
    told = ", ".join(parts) or TABLES[table].description.removesuffix(".")
    return told if told.endswith((".", "?", "!")) else f"{told}."


class _Words(dict[str, str]):
    """The fields of a row in words, worked out as they are asked for."""

    def __init__(self, table: str, row: Row, links: dict[str, list[Link]]) -> None:
        self._table, self._row, self._links = table, row, links

    def __missing__(self, name: str) -> str:
        if name not in self._row:
            raise KeyError(name)
        if isinstance(self._row[name], int):  # the sentence itself says what is counted
            return str(self._row[name]) if name == "year" else f"{self._row[name]:,}"
        if name in self._links:
            told = ", ".join(link.name for link in self._links[name])
        else:
            told = in_words(self._table, name, self._row[name])
        return _small(told) if vocabulary_of(self._table, name) else told


def _small(label: str) -> str:
    """A label inside a sentence: small letters, but AI stays AI."""
    return label if label[:2].isupper() else label[:1].lower() + label[1:]


def facts(table: str, row: Row, links: dict[str, list[Link]], root: str) -> list[Fact]:
    """Every field that holds something: as recorded, then what is worked out from it.

    The id stands in the citation, the summary at the head of the page.
    """
    contract = TABLES[table]
    told = [
        Fact(f.name, heading(f), f.description, _parts(table, f.name, row[f.name], links, root))
        for f in contract.fields
        if f.name in row and f.name not in (contract.key, "summary")
    ]
    for name in WORKED_OUT:
        if name in row and name not in contract.names:
            parts = _parts(table, name, row[name], links, root)
            told.append(
                Fact(
                    name, columns.heading(name), "Worked out from other rows, for this day.", parts
                )
            )
    return told


def heading(field: Field) -> str:
    """How people read a field's name: what is linked is not called an id."""
    name = field.name
    if field.references:
        name = name.removesuffix("_id").removesuffix("_ids")
    return columns.heading(name)


def _parts(
    table: str, name: str, value: Any, links: dict[str, list[Link]], root: str
) -> tuple[Part, ...]:
    if name in links:
        return tuple(
            Part(link.name, root + address(link.table, link.row_id)) for link in links[name]
        )
    if vocabulary := vocabulary_of(table, name):
        meanings = {term.id: term.definition for term in vocabulary}
        items = str(value).split("|")
        return tuple(Part(vocabulary.label(i), note=meanings.get(i, "")) for i in items)
    text = in_words(table, name, value)
    if text.startswith(("https://", "http://")):
        return (Part(text, web_address(text), outside=True),)
    return (Part(text),)


def web_address(url: str) -> str:
    """An address as a link may hold it: signs that it may not hold are written as %22."""
    return quote(url, safe=":/?#[]@!$&'()*+,;=%~")


def in_words(table: str, name: str, value: Any) -> str:
    """One cell as people read it."""
    field = next((f for f in TABLES[table].fields if f.name == name), None)
    if isinstance(value, str):
        dated = field.type == "edtf" if field else name.endswith("_on")
        return date_in_words(value) if dated else columns.in_words(table, name, value)
    if field and field.unit:
        unit = "%" if field.unit == "percent" else f" {field.unit}"
        return f"{value:,.10g}{unit}" if isinstance(value, float) else f"{value:,}{unit}"
    return f"{value:g}" if isinstance(value, float) else str(value)


def confidence(row: Row) -> tuple[str, str]:
    """How sure the row is: the label, and what that means."""
    level = row.get("confidence", "")
    found = next((term for term in CONFIDENCE if term.id == level), None)
    return (found.label, found.definition) if found else ("", "")
