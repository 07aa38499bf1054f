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
    own, found = _own(record), []
    for table in sorted(record.related, key=_rank):
        left = [link for link in record.related[table] if (table, link.row_id) not in told]
        if left:
            ends = record.other_ends
            shown = [_item(own, k, ends.get((table, k.row_id), [])) for k in left[:SHOWN]]
            everything = whole(table, record.table, record.row_id)
            found.append(Group(table, len(left), shown, everything))
    return found


def _rank(table: str) -> tuple[bool, int]:
    return table in LAST, list(TABLES).index(table)


@dataclass(frozen=True)
class _Own:
    """What a record is called in the names of others."""

    names: list[str]
    within: re.Pattern[str]
    """Finds such a name at the beginning or the end of another: that need not be said again."""


def _own(record: Record) -> _Own:
    short, _, _ = record.itself.name.partition(": ")
    fields = [str(record.row[name]) for name in ("title", "name") if name in record.row]
    names = sorted({record.itself.name, short, *fields}, key=len, reverse=True)
    either = "|".join(map(re.escape, names))
    within = re.compile(rf"^(?:{either})(?:: |, | (?=\d{{4}}: ))|(?:: |, )(?:{either})$")
    return _Own(names, within)


def _item(own: _Own, link: Link, ends: list[Link]) -> Item:
    """The name of a related record, with links to the other records that it joins."""
    pieces, left = list[tuple[str, Link]](), list(ends)
    for part in _parts(own, link.name):
        end = next((end for end in left if _names(part, end)), None)
        if end:
            left.remove(end)
            pieces.append((_without(own, end.name), end))
        elif pieces and pieces[-1][1] is link:
            pieces[-1] = (f"{pieces[-1][0]} · {part}", link)
        else:
            pieces.append((part, link))
    return Item(link, pieces + [(_without(own, end.name), end) for end in left])


def _names(part: str, end: Link) -> bool:
    """Does a part of a name mean this record? It may be its name without the beginning or end."""
    return part == end.name or end.name.endswith(f": {part}") or end.name.startswith(f"{part}: ")


def _parts(own: _Own, name: str) -> list[str]:
    """The parts of a name that do not say whose page this is."""
    parts = [part for part in name.split(" · ") if part not in own.names]
    return [_without(own, part) for part in parts] or [name]


def _without(own: _Own, part: str) -> str:
    """`Rights of X: open, Act A` on the page of Act A: `Rights of X: open`."""
    cut = own.within.sub("", part, count=1)
    return cut[0].upper() + cut[1:] if cut and cut != part else part
