"""Turns filters into a WHERE clause: whitelisted columns, bound parameters, nothing else."""

from __future__ import annotations

from typing import Any

from app.filters import Filters
from etl.vocab import PROTECTIONS

COLUMNS: dict[str, tuple[str, ...]] = {
    "craft": ("crafts",),
    "union": ("union_id",),
    "sector": ("sector",),
    "state": ("jurisdiction",),
    "protection": ("protections", "protection"),
    "pillar": ("protections", "protection"),
    "status": ("status",),
    "force": ("force",),
    "topic": ("topics",),
    "company": ("company_ids", "company_id"),
    "kind": ("kind",),
    "medium": ("media", "works"),
    "stance": ("stance",),
    "country": ("country",),
    "court": ("court_id",),
    "plaintiff": ("plaintiff_class",),
    "letter": ("letter_id", "letter_ids"),
    "confidence": ("confidence", "case_confidence"),
    "domain": ("domain",),
}
"""Column that each filter looks at, best first. A relation without it ignores the filter."""

LISTS = {"crafts", "protections", "topics", "company_ids", "letter_ids", "media", "works"}

ONLY = {"kind": ("practices", "deals"), "stance": ("practices", "deals")}
"""Filters for these relations alone: elsewhere a column of that name holds other words."""

EVERYONE = {"bills", "calendar", "radar"}
"""Where an empty list of crafts means everyone: a law protects all, unless it says whom; a court
date or the end of a session is nobody's alone."""

TEXT = (
    "title",
    "short_name",
    "name",
    "number",
    "caption",
    "summary",
    "outcome",
    "plaintiffs",
    "defendants",
    "seller",
    "buyer",
    "incident",
    "other_case",
    "shared",
    "company",
    "agreement",
    "union_name",
    "counterparty",
    "letter",
    "known_for",
    "citation",
    "docket_number",
    "judge",
    "bot",
    "operator",
    "indicator",
    "scope",
    "label",
    "meaning",
    "column_name",
    "url",
)
"""Columns that `q` searches."""


def applies(name: str, relation: str, columns: dict[str, str], date: str) -> bool:
    """Can the relation, with these columns, answer to the filter?"""
    if relation not in ONLY.get(name, (relation,)):
        return False
    if name == "q":
        return any(column in columns for column in TEXT)
    if name in ("from", "to"):
        return bool(date)
    return name in ("as_of", "where") or any(column in columns for column in COLUMNS.get(name, ()))


def conditions(
    relation: str, columns: dict[str, str], date: str, filters: Filters
) -> tuple[str, dict[str, Any]]:
    """A WHERE clause over `columns`, and its parameters."""
    parts: list[str] = ["true"]
    parameters: dict[str, Any] = {}
    for name, values in filters.chosen:
        if name == "as_of" or not applies(name, relation, columns, date):
            continue
        if name == "q":
            parts.append(_contains(columns))
            parameters["q"] = _like(values[0])
        elif name == "where":
            holding, asked = _holding(filters.cells(), columns)
            parts.append(holding)
            parameters |= asked
        elif name in ("from", "to"):
            parts.append(_between(name, date))
            parameters[name] = values[0]
        else:
            parts.append(_one_of(relation, name, columns))
            parameters[name] = _wanted(name, values)
    return " AND ".join(parts), parameters


def _wanted(name: str, values: tuple[str, ...]) -> list[str]:
    if name == "pillar":
        return [p.id for p in PROTECTIONS if p.group in values]
    return list(values)


def _one_of(relation: str, name: str, columns: dict[str, str]) -> str:
    column = next(column for column in COLUMNS[name] if column in columns)
    if column not in LISTS:
        return f"list_contains(${name}, {column})"
    found = f"list_has_any(string_split({column}, '|'), ${name})"
    if column == "crafts" and relation in EVERYONE:
        return f"({column} IS NULL OR {found})"
    return found


def _contains(columns: dict[str, str]) -> str:
    found = (f"{column} ILIKE $q ESCAPE '!'" for column in TEXT if column in columns)
    return f"({' OR '.join(found)})"


def _holding(
    asked: dict[str, list[str]], columns: dict[str, str]
) -> tuple[str, dict[str, list[str]]]:
    """Cells that hold one of the values, are empty (``) or are not (`*`), column by column."""
    if any(column not in columns for column in asked):
        return "false", {}  # no row has what there is no column for
    told = " AND ".join(
        f"list_has_any(if({c} IS NULL, [''], list_append(string_split({c}::VARCHAR, '|'), '*')), "
        f"$where_{c})"
        for c in asked
    )
    return told, {f"where_{column}": held for column, held in asked.items()}


def _like(text: str) -> str:
    for special in "!%_":
        text = text.replace(special, f"!{special}")
    return f"%{text}%"


def _between(name: str, date: str) -> str:
    """A row dated 2026 may lie on any day of 2026, so it is kept if any of its days fits."""
    if name == "from":
        return f"{date}_last >= edtf_first($from)"
    return f"{date}_first <= edtf_last($to)"
