"""What the warehouse holds on one record: six look-ups, each by key."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from app import store
from app.conditions import conditions
from app.dates import days_in_words
from app.filters import Filters
from app.records.addresses import RECORD_TABLES
from etl.tables import TABLES

Row = dict[str, Any]


@dataclass(frozen=True)
class Link:
    """A record at one end of a reference, and what it is called."""

    table: str
    row_id: str
    name: str
    date: str = ""
    is_unconfirmed: bool = False


def row(table: str, row_id: str, day: date) -> Row | None:
    """One row as it stands on the day, without its empty cells; None if it is not there.

    What begins only after the day is given as it is recorded.
    """
    key = TABLES[table].key
    asked = {"id": row_id, "day": day}
    found = _rows(f"SELECT * FROM {table}_at($day) WHERE {key} = $id", asked)
    found = found or _rows(f"SELECT * FROM {table} WHERE {key} = $id", {"id": row_id})
    return {n: value for n, value in found[0].items() if value is not None} if found else None


def called(table: str, row_id: str) -> Link:
    """The record itself, under the name by which others refer to it."""
    sql = """
        SELECT name, date, is_unconfirmed FROM record_names
        WHERE table_name = $table AND row_id = $id"""
    (found,) = store.release().rows(sql, {"table": table, "id": row_id})
    return _link(table, row_id, *found)


def sources(table: str, row: Row) -> list[Row]:
    """Who says so: the evidence of a row, or of the record that the row is a part of."""
    contract = TABLES[table]
    whole = contract.part_of and contract.field(contract.part_of).references
    return _rows(
        """SELECT evidence_id, url, publisher, publisher_id, publisher_kind, is_primary,
               published_on, accessed, checked_on, says
           FROM evidence WHERE table_name = $table AND row_id = $id
           ORDER BY is_primary DESC, checked_on IS NULL, can_confirm DESC, evidence_id""",
        {"table": whole or table, "id": row[contract.part_of or contract.key]},
    )


def refers_to(table: str, row_id: str) -> dict[str, list[Link]]:
    """By field: the records that a row names."""
    sql = """
        SELECT field, to_table, to_id, to_name, to_date, to_unconfirmed FROM links
        WHERE from_table = $table AND from_id = $id ORDER BY to_name"""
    found: dict[str, list[Link]] = {}
    for field, *end in store.release().rows(sql, {"table": table, "id": row_id}):
        found.setdefault(field, []).append(_link(*end))
    return found


def referred_to_by(table: str, row_id: str) -> dict[str, list[Link]]:
    """By table: the rows that name this record, newest first; corrections have their own place."""
    sql = """
        SELECT from_table, from_id, from_name, from_date, from_unconfirmed FROM links
        WHERE to_table = $table AND to_id = $id AND NOT (from_table = $table AND from_id = $id)
          AND from_table <> 'corrections'
        ORDER BY from_table, from_first DESC NULLS LAST, from_name"""
    found: dict[str, dict[Link, None]] = {}  # a row may name it in two fields
    for end in store.release().rows(sql, {"table": table, "id": row_id}):
        found.setdefault(end[0], {})[_link(*end)] = None
    return {name: list(links) for name, links in found.items()}


def other_ends(of: list[Link], table: str, row_id: str) -> dict[tuple[str, str], list[Link]]:
    """For rows that join records: the records at their other ends, so that they are a click away.

    The party of a case names the case and the company; seen from the case, the company counts.
    """
    joining = [link for link in of if link.table in JOINING]
    if not joining:
        return {}
    sql = """
        SELECT from_table, from_id, to_table, to_id, to_name, to_date, to_unconfirmed FROM links
        WHERE list_contains($tables, from_table) AND list_contains($ids, from_id)
          AND list_contains($things, to_table) AND NOT (to_table = $table AND to_id = $id)
        ORDER BY to_name"""
    asked = {
        "tables": sorted({link.table for link in joining}),
        "ids": [link.row_id for link in joining],
        "things": sorted(THINGS),
        "table": table,
        "id": row_id,
    }
    found: dict[tuple[str, str], list[Link]] = {}
    for from_table, from_id, *end in store.release().rows(sql, asked):
        found.setdefault((from_table, from_id), []).append(_link(*end))
    return found


THINGS = {
    name for name, table in RECORD_TABLES.items() if table.is_fact or table.domain != "reference"
}
"""Tables of things in the world, unlike lists that order them (crafts, countries)."""


def _joins(table: str) -> bool:
    """Does a row of it stand between two things?"""
    contract = TABLES[table]
    ends = [t for t in contract.refers_to.values() if t in THINGS and t != table]
    return len(ends) + ("table_name" in contract.names) > 1


JOINING = {name for name in RECORD_TABLES if _joins(name)}


def events(
    table: str, row_id: str, mine: Filters | None, day: date, most: int
) -> tuple[int, list[Row]]:
    """How many events hang on a record, and the newest of them, oldest first.

    A company, union or state has no events of its own: `mine` is the filter that stands for it.
    """
    relation = store.release().relations["events"]
    where, asked = "subject_table = $table AND subject_id = $id", {"table": table, "id": row_id}
    if mine and not {name for name, _ in mine.chosen} <= store.applicable("events"):
        return 0, []  # no event says which country it is of
    if mine:
        where, asked = conditions("events", relation.columns, relation.date, mine)
    newest_first = _rows(
        f"""SELECT date, date_first, date_last, domain, kind, title, summary, is_ahead,
                   confidence, source_url, table_name, row_id, count(*) OVER () AS total
            FROM events_at($day) WHERE {where} ORDER BY date_first DESC, event_id LIMIT {most:d}""",
        {**asked, "day": day},
    )
    return (newest_first[0]["total"] if newest_first else 0), newest_first[::-1]


def holding(names: list[str], mine: Filters) -> set[str]:
    """Which of some relations have any row under a filter."""
    asked: Row = {}
    parts = []
    for name in names:
        relation = store.release().relations[name]
        where, values = conditions(name, relation.columns, relation.date, mine)
        parts.append(f"EXISTS (SELECT 1 FROM {name} WHERE {where}) AS {name}")
        asked |= values
    found = _rows(f"SELECT {', '.join(parts)}", asked) if parts else [{}]
    return {name for name, any_row in found[0].items() if any_row}


def called_all(table: str, row_ids: list[str]) -> dict[str, str]:
    """What each of some records of a table is called; one that is gone is not among them."""
    sql = """
        SELECT row_id, name FROM record_names
        WHERE table_name = $table AND list_contains($ids, row_id)"""
    return dict(store.release().rows(sql, {"table": table, "ids": row_ids}))


def corrections(table: str, row_id: str) -> list[Row]:
    """What the Atlas had wrong on a record, newest first."""
    sql = """
        SELECT date, column_name, was, now, reason FROM corrections
        WHERE table_name = $table AND record_id = $id ORDER BY date_first DESC, correction_id"""
    return _rows(sql, {"table": table, "id": row_id})


def names(table: str) -> list[Link]:
    """Every record of a table."""
    sql = """
        SELECT table_name, row_id, name, date, is_unconfirmed FROM record_names
        WHERE table_name = $table"""
    return [_link(*found) for found in store.release().rows(sql, {"table": table})]


def ids(tables: list[str]) -> list[tuple[str, str]]:
    """Table and id of every record of some tables, in order."""
    sql = """
        SELECT table_name, row_id FROM record_names WHERE list_contains($tables, table_name)
        ORDER BY ALL"""
    return [(table, row_id) for table, row_id in store.release().rows(sql, {"tables": tables})]


def _link(table: str, row_id: str, name: str, day: str | None, doubtful: bool) -> Link:
    return Link(table, row_id, days_in_words(name), day or "", doubtful)


def _rows(sql: str, asked: Row) -> list[Row]:
    answer = store.release().cursor().execute(sql, asked)
    columns = [column[0] for column in answer.description or ()]
    return [dict(zip(columns, found, strict=True)) for found in answer.fetchall()]
