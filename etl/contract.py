"""The pieces a table's contract is written with: `Field` and `Table`.

A contract is data. From it come the Frictionless descriptor that checks the CSV file, the typed
DuckDB columns, the filters a table answers to and the codebook on the method page.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Literal

from etl.vocab import Vocabulary

FieldType = Literal["string", "integer", "number", "edtf"]

LIST_SEPARATOR = "|"
"""Separates the items of a list cell, in the CSV files and in every export."""

_DAY = r"(?:1[0-9]|20)[0-9]{2}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?"
EDTF_PATTERN = rf"{_DAY}(/{_DAY})?"
"""ISO 8601-2 (EDTF) year, month, day, or a range of two of them."""

ID_PATTERN = r"[a-z0-9][a-z0-9.\-]*"


@dataclass(frozen=True)
class Field:
    """One column: its name, meaning and the values it may hold."""

    name: str
    description: str
    type: FieldType = "string"
    required: bool = False
    vocabulary: Vocabulary | None = None
    is_list: bool = False
    references: str = ""
    """Table whose key this field holds (each item of it, for a list)."""
    unit: str = ""
    minimum: float | None = None
    maximum: float | None = None
    pattern: str = ""

    @property
    def derived(self) -> tuple[str, ...]:
        """Columns the build derives from an EDTF date: first day, last day, precision."""
        if self.type != "edtf":
            return ()
        return (f"{self.name}_first", f"{self.name}_last", f"{self.name}_precision")

    def constraints(self) -> dict[str, Any]:
        """The Table Schema constraints of this column."""
        found: dict[str, Any] = {"required": True} if self.required else {}
        if self.vocabulary and self.is_list:
            found["pattern"] = _list_of("|".join(map(_escape, self.vocabulary.ids)))
        elif self.vocabulary:
            found["enum"] = list(self.vocabulary.ids)
        elif self.type == "edtf":
            found["pattern"] = EDTF_PATTERN
        elif self.pattern:
            found["pattern"] = _list_of(self.pattern) if self.is_list else self.pattern
        for name in ("minimum", "maximum"):
            if getattr(self, name) is not None:
                found[name] = getattr(self, name)
        return found

    def descriptor(self) -> dict[str, Any]:
        """This column as a Table Schema field."""
        kind = "string" if self.type == "edtf" else self.type
        found: dict[str, Any] = {"name": self.name, "type": kind, "description": self.description}
        if constraints := self.constraints():
            found["constraints"] = constraints
        if self.unit:
            found["unit"] = self.unit
        return found


@dataclass(frozen=True)
class Table:
    """One curated table. Table = CSV file = module = export = record path: one name."""

    name: str
    title: str
    description: str
    domain: str
    fields: tuple[Field, ...]
    date: str = ""
    """The field that says when the row's fact happened; what `from`, `to` and `as_of` look at."""
    is_fact: bool = True
    """Facts are published only with evidence; reference lists (courts, publishers) need none."""
    part_of: str = ""
    """The field that names the record a row is a part of: its sources are that record's."""
    from_vocabulary: Vocabulary | None = None
    """Set for the few tables whose rows are a vocabulary, not a CSV file."""

    @property
    def key(self) -> str:
        """The primary key is always the first field."""
        return self.fields[0].name

    @property
    def has_records(self) -> bool:
        """Do its rows stand for something? Others keep book on rows: evidence, cautions.

        A correction keeps book too, but it happened, and the row that it tells of may be gone.
        """
        return self.is_fact or "table_name" not in self.names or bool(self.date)

    @property
    def refers_to(self) -> dict[str, str]:
        """Table that each of its fields names rows of, by key or as terms of a vocabulary."""
        from etl.tables import TABLES  # the list of tables is made of Tables, so it is loaded late

        terms = {id(t.from_vocabulary): t.name for t in TABLES.values() if t.from_vocabulary}
        found = {f.name: f.references or terms.get(id(f.vocabulary), "") for f in self.fields}
        return {name: parent for name, parent in found.items() if parent}

    @property
    def names(self) -> tuple[str, ...]:
        """Column names, in the order of the CSV file."""
        return tuple(field.name for field in self.fields)

    def field(self, name: str) -> Field:
        """The field called `name`; KeyError if there is none."""
        for field in self.fields:
            if field.name == name:
                return field
        raise KeyError(f"{self.name} has no field {name}")

    def descriptor(self) -> dict[str, Any]:
        """This table as a Frictionless Table Schema."""
        foreign = [f for f in self.fields if f.references and not f.is_list]
        found: dict[str, Any] = {
            "fields": [field.descriptor() for field in self.fields],
            "primaryKey": [self.key],
        }
        if foreign:
            found["foreignKeys"] = [_foreign_key(field) for field in foreign]
        return found


def _foreign_key(field: Field) -> dict[str, Any]:
    from etl.tables import TABLES  # the list of tables is made of Tables, so it is loaded late

    key = TABLES[field.references].key
    return {"fields": [field.name], "reference": {"resource": field.references, "fields": [key]}}


def in_reference_order(tables: Iterable[Table]) -> dict[str, Table]:
    """Tables by name, each after the tables it refers to. ValueError for a circle."""
    waiting = {table.name: table for table in sorted(tables, key=lambda t: t.name)}
    ordered: dict[str, Table] = {}
    while waiting:
        ready = [t for t in waiting.values() if not _unmet(t, waiting)]
        if not ready:
            raise ValueError(f"tables refer to each other in a circle: {', '.join(waiting)}")
        for table in ready:
            ordered[table.name] = waiting.pop(table.name)
    return ordered


def _unmet(table: Table, waiting: dict[str, Table]) -> bool:
    return any(f.references in waiting and f.references != table.name for f in table.fields)


def _escape(value: str) -> str:
    return value.replace(".", r"\.")


def _list_of(item: str) -> str:
    return rf"({item})(\|({item}))*"
