"""A record in plain words: its title, each field by its label, how sure it is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

from app import columns
from app.column_words import vocabulary_of
from app.dates import date_in_words, days_in_words
from app.records.addresses import address
from app.records.rows import Link, Row
from etl.contract import Field
from etl.tables import TABLES
from etl.vocab import CONFIDENCE

WORKED_OUT = {
    "status": "On this day, by the dates on file.",
    "force": "Whether the law binds on this day.",
    "standing": "The newest step on file.",
    "effective_on": "First day as law.",
    "enacted_on": "",
    "introduced_on": "",
    "session_ends_on": "Last day of its session.",
    "named": "How many the Atlas has by name.",
    "claimed": "The newest figure that was given.",
    "citations": "How many it has published.",
}
"""Columns that the build works out and that are worth reading on a page, with what they mean."""

OF_ITS_WHOLE = {
    ("rulings", "status"): "Where the case stands.",
    ("provisions", "status"): "Of the contract on this day, by the dates on file.",
    ("demands", "status"): "Of the contract on this day, by the dates on file.",
}
"""The same, where a row has it from what it is a part of."""

AT_THE_HEAD = ("title", "short_name", "name", "label", "bot", "definition", "summary")
"""Fields that a page may have said before it comes to its fields."""

FOR_DRAWING = ("tile_row", "tile_column")
"""Fields that place things on a chart, and say nothing to a reader."""


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


def facts(
    table: str, row: Row, links: dict[str, list[Link]], root: str, head: str = ""
) -> list[Fact]:
    """Every field that holds something: as recorded, then what is worked out from it.

    The id stands in the citation; a name or definition is not told again below the `head` of the
    page that says it.
    """
    contract = TABLES[table]
    told = [
        Fact(f.name, heading(f), _meaning(f), _parts(table, f.name, row[f.name], links, root))
        for f in contract.fields
        if row.get(f.name, "") != ""
        and f.name not in (contract.key, *FOR_DRAWING)
        and not (f.name in AT_THE_HEAD and str(row[f.name]) in head)
    ]
    for name, meaning in WORKED_OUT.items():
        if name in row and name not in contract.names:
            parts = _parts(table, name, row[name], links, root)
            meaning = OF_ITS_WHOLE.get((table, name), meaning)
            told.append(Fact(name, columns.heading(name), meaning, parts))
    return told


def _meaning(field: Field) -> str:
    """What a field means, unless its heading says just that."""
    told = field.description.removesuffix(".").lower()
    return "" if told == heading(field).lower() else field.description


_PLAIN = {
    "table_name": "Kind of record",
    "row_id": "Record",
    "short_name": "Short name",
    "amount_usd": "Amount",
    "settlement_usd": "Settlement",
}
"""Headings that a page needs, other than the columns of a table."""


def heading(field: Field) -> str:
    """How people read a field's name: what is linked is not called an id."""
    name = field.name
    if name in _PLAIN:
        return _PLAIN[name]
    if field.references and name.endswith("_ids"):
        return TABLES[field.references].title
    if field.references:
        name = name.removesuffix("_id")
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
    if name == "table_name":
        return (Part(TABLES[value].title),)
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
        return (
            date_in_words(value) if dated else days_in_words(columns.in_words(table, name, value))
        )
    if field and field.unit:
        return _amount(value, field.unit)
    if isinstance(value, float):
        return f"{value:g}"
    return str(value) if name == "year" else f"{value:,}"


def _amount(value: float, unit: str) -> str:
    number = f"{value:,.10g}" if isinstance(value, float) else f"{value:,}"
    if unit == "percent":
        return f"{number}%"
    one = "person" if unit == "people" else unit.removesuffix("s")
    return f"{number} {one if value == 1 else unit}"


def confidence(row: Row) -> tuple[str, str]:
    """How sure the row is: the label, and what that means."""
    level = row.get("confidence", "")
    found = next((term for term in CONFIDENCE if term.id == level), None)
    return (found.label, found.definition) if found else ("", "")
