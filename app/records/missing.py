"""What to say when there is no such record: what is near it, and whether it was taken out."""

from __future__ import annotations

import difflib
from dataclasses import dataclass

from app.records import rows
from app.records.addresses import RECORD_TABLES, address, noun
from app.records.on_the_dashboard import Place
from app.records.rows import Row

NEAR = 8
"""Most suggestions."""


@dataclass(frozen=True)
class Missing:
    """The answer to an address that leads to no record."""

    heading: str
    sentences: list[str]
    near: list[Place]
    gone: list[Row]


def missing(table: str, row_id: str) -> Missing:
    """Words and links for an address that leads nowhere. Nothing of it is believed."""
    if table not in RECORD_TABLES:
        return _no_table(table, row_id)
    if not row_id:
        told = f"Every {noun(table)} has a page; the address ends with its id."
        return Missing(RECORD_TABLES[table].title, [told], [_whole(table)], [])
    near = [Place(link.name, address(table, link.row_id)) for link in _near(table, row_id)]
    told = f"There is no {noun(table)} with the id “{row_id[:80]}”."
    gone = rows.corrections(table, row_id)
    return Missing("No such record", [told], [*near, _whole(table)], gone)


def _no_table(table: str, row_id: str) -> Missing:
    told = f"There is no table of records called “{table[:80]}”."
    names = difflib.get_close_matches(table.lower(), RECORD_TABLES, n=3, cutoff=0.5)
    found = [
        Place(link.name, address(name, link.row_id))
        for name in names
        for link in rows.names(name)
        if link.row_id == row_id
    ]
    return Missing("No such table", [told], [*found, *map(_whole, names)], [])


def _whole(table: str) -> Place:
    return Place(f"All {RECORD_TABLES[table].title.lower()}", f"data?table={table}")


def _near(table: str, row_id: str) -> list[rows.Link]:
    """Records whose id or name is like the one asked for; those that contain it come first."""
    wanted = row_id.lower()[:80]
    links = rows.names(table)
    by_word = {link.row_id.lower(): link for link in links}
    by_word |= {link.name.lower(): link for link in links if link.name.lower() not in by_word}
    inside = [word for word in by_word if wanted in word][:NEAR]
    alike = difflib.get_close_matches(wanted, by_word, n=NEAR, cutoff=0.6)
    found = {by_word[word].row_id: by_word[word] for word in (*inside, *alike)}
    return list(found.values())[:NEAR]
