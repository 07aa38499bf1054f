"""The records that name a record, by table, and each without what the page has said already."""

from __future__ import annotations

import re
from dataclasses import dataclass

from app.records.on_the_dashboard import FILTER_OF, Place, whole
from app.records.record import SHOWN, Record
from app.records.rows import Link
from etl.tables import TABLES

LAST = ("ai_crawlers", "transparency_scores", "transparency_indicators", "state_year_counts")
"""Long lists of figures stand below what was done and said."""


@dataclass(frozen=True)
class Item:
    """One related record."""

    link: Link
    pieces: list[tuple[str, Link]]
    """Its name, piece by piece, and where each leads: what it joins is one click away."""


@dataclass(frozen=True)
class Group:
    """Records of one table that name this one."""

    table: str
    total: int
    shown: list[Item]
    whole: Place | None


def groups(record: Record) -> list[Group]:
    """What names this record, without what the timeline tells already."""
    total, events = record.events
    told: set[tuple[str, str]] = set()
    if record.table not in FILTER_OF and total == len(events):
        told = {(event["table_name"], event["row_id"]) for event in events}
    found = []
    for table in sorted(record.related, key=_rank):
        left = [link for link in record.related[table] if (table, link.row_id) not in told]
        if left:
            shown = [_item(record, link) for link in left[:SHOWN]]
            everything = whole(table, record.table, record.row_id)
            found.append(Group(table, len(left), shown, everything))
    return found


def _rank(table: str) -> tuple[bool, int]:
    return table in LAST, list(TABLES).index(table)


def _item(record: Record, link: Link) -> Item:
    """The name of a related record, with links to the other records that it joins."""
    ends = list(record.other_ends.get((link.table, link.row_id), []))
    own, pieces = _own_names(record), list[tuple[str, Link]]()
    for part in _parts(own, link.name):
        end = next((end for end in ends if _names(part, end)), None)
        if end:
            ends.remove(end)
            pieces.append((_without(own, end.name), end))
        elif pieces and pieces[-1][1] is link:
            pieces[-1] = (f"{pieces[-1][0]} · {part}", link)
        else:
            pieces.append((part, link))
    return Item(link, pieces + [(_without(own, end.name), end) for end in ends])


def _names(part: str, end: Link) -> bool:
    """Does a part of a name mean this record? It may be its name without the beginning or end."""
    return part == end.name or end.name.endswith(f": {part}") or end.name.startswith(f"{part}: ")


def _parts(own: list[str], name: str) -> list[str]:
    """The parts of a name that do not say whose page this is."""
    parts = [part for part in name.split(" · ") if part not in own]
    return [_without(own, part) for part in parts] or [name]


def _own_names(record: Record) -> list[str]:
    """What this record is called in the names of others, the longest first."""
    short, _, _ = record.itself.name.partition(": ")
    fields = [str(record.row[name]) for name in ("title", "name") if name in record.row]
    return sorted({record.itself.name, short, *fields}, key=len, reverse=True)


def _without(own: list[str], part: str) -> str:
    """`Rights of X: open, Act A` on the page of Act A: `Rights of X: open`."""
    for name in map(re.escape, own):
        cut = re.sub(rf"^{name}(: |, | (?=\d{{4}}: ))|(: |, ){name}$", "", part)
        if cut and cut != part:
            return cut[0].upper() + cut[1:]
    return part
