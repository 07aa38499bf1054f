"""One open release: its relations, and how to read from it. `app/store.py` decides which serves."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

import duckdb
import pandas as pd

from etl.release import open_locked, release_id
from etl.tables import TABLES

UNDATED = (
    "codebook",
    "vocabulary",
    "data_quality",
    "domain_quality",
    "fact_quality",
    "known_gaps",
    "known_gap_rows",
    "protection_records",
)
"""Relations that say the same whatever the day."""


SCOPE = ("craft", "union", "sector", "state", "what_if", "weight")
"""Filters that say whose coverage is worked out; the other filters pick from its rows."""


TAKES = {
    "agreement_comparison": ("first", "second"),
    "contract_beside_law": ("second", "beside"),
    "model_clauses": ("craft", "union", "sector", "confidence"),
}
"""Choices that a relation of a day answers by itself, in the order of its macro."""


@dataclass(frozen=True)
class Relation:
    """Something that can be queried and exported: its columns and their types."""

    name: str
    columns: dict[str, str]
    dated: bool
    """Does it answer for a given day, as `<name>_at(day)`?"""
    scoped: bool = False
    """Is it worked out for somebody, as `<name>_over(days, …SCOPE)`?"""
    takes: tuple[str, ...] = ()
    """Choices that it answers by itself; the others pick from its rows."""

    @property
    def date(self) -> str:
        """The column that `from` and `to` look at, or an empty string."""
        own = TABLES[self.name].date if self.name in TABLES else ""
        return next((c for c in (own, "date") if c and f"{c}_first" in self.columns), "")


class OtherCodeError(Exception):
    """The release lacks what this code asks for: another version of the Atlas built it."""


class Release:
    """One open release: immutable, read-only, safe to share between threads."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.id = release_id(path)
        self._connection = open_locked(path)
        try:
            self.relations = self._find_relations()
        except duckdb.CatalogException as error:
            raise OtherCodeError(str(error)) from error
        self.built_at: datetime = self.rows("SELECT built_at FROM release")[0][0]

    def rows(self, sql: str, parameters: Any = None) -> list[tuple[Any, ...]]:
        """Rows of a query, on a cursor of its own."""
        return self._connection.cursor().execute(sql, parameters).fetchall()

    def frame(self, sql: str, parameters: Any = None) -> pd.DataFrame:
        """A query's answer as a frame. By way of Arrow, which takes a third off the time."""
        answer = self._connection.cursor().sql(sql, params=parameters).to_arrow_table()
        return answer.to_pandas(date_as_object=False)

    def cursor(self) -> duckdb.DuckDBPyConnection:
        """A cursor for answers too large to hold at once."""
        return self._connection.cursor()

    def _find_relations(self) -> dict[str, Relation]:
        macros = self.rows(
            "SELECT function_name FROM duckdb_functions() WHERE function_type = 'table_macro' "
            "AND schema_name = 'main' AND ends_with(function_name, '_at')"
        )
        found = {name: self._relation(name) for name in sorted({m[0][:-3] for m in macros})}
        scoped = self.rows(
            "SELECT function_name FROM duckdb_functions() WHERE function_type = 'table_macro' "
            "AND schema_name = 'main' AND ends_with(function_name, '_over')"
        )
        found |= {m[0][:-5]: self._scoped(m[0][:-5]) for m in scoped}
        for plain in UNDATED:
            columns = {r[0]: r[1] for r in self.rows(f"DESCRIBE {plain}")}
            found[plain] = Relation(plain, columns, dated=False)
        return found

    def _relation(self, name: str) -> Relation:
        takes = TAKES.get(name, ())
        anything = "".join(", []::VARCHAR[]" for _ in takes)
        described = self.rows(f"DESCRIBE SELECT * FROM {name}_at(DATE '2026-01-01'{anything})")
        return Relation(name, {row[0]: row[1] for row in described}, dated=True, takes=takes)

    def _scoped(self, name: str) -> Relation:
        anybody = ", ".join("[]::VARCHAR[]" for _ in SCOPE)
        described = self.rows(f"DESCRIBE FROM {name}_over([DATE '2026-01-01'], {anybody})")
        columns = {row[0]: row[1] for row in described}
        return Relation(name, columns, dated=True, scoped=True, takes=SCOPE)
