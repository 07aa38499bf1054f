"""How good the data is, in words and figures: the text of `docs/data-quality.md`."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import duckdb

from etl.vocab import CONFIDENCE, DOMAINS, PILLARS, PROTECTIONS

_HEAD = """\
# How good the data is

Made by `python3 run.py quality` from the files in `data/curated`; never edited by hand. The same
figures stand on the method page, which also says how confidence is worked out.

- **Official**: {official}.
- **Confirmed**: {confirmed}.
- **Single**: {single}.
- **Unconfirmed**: {unconfirmed}.
- **Read again**: somebody opened a source of the row, after the first research, and it says so.
- **Newest source** and **oldest check**: as far as the pages give a date."""


def quality_text(release: duckdb.DuckDBPyConnection) -> str:
    """The whole page, as Markdown, from an open release."""
    parts = [
        _HEAD.format(**{t.id: _lower(t.definition) for t in CONFIDENCE}),
        "## By part of the Atlas",
        _shares(release, "domain_quality", "domain", "Part", DOMAINS.label),
        "## Table by table",
        _shares(release, "data_quality", "table_name", "Table", "`{}`".format),
        "## What is on record for each protection",
        "“None found” means that somebody looked there and found nothing, on a recorded day.",
        _protections(release),
        "## Known gaps",
        _gaps(release),
        "## Corrections",
        _corrections(release),
    ]
    return "\n\n".join(parts) + "\n"


def _lower(text: str) -> str:
    return text[:1].lower() + text[1:]


def _shares(
    release: duckdb.DuckDBPyConnection, relation: str, key: str, heading: str, label: Any
) -> str:
    sql = (
        f"SELECT {key}, facts, official, confirmed, single, unconfirmed, read_again, "
        f"newest_source, oldest_check FROM {relation} ORDER BY ALL"
    )
    levels = ["Official", "Confirmed", "Single", "Unconfirmed", "Read again"]
    head = [heading, "Rows", *levels, "Newest source", "Oldest check"]
    rows = [
        [
            label(name),
            f"{facts:,}",
            *(f"{count / facts:.0%}" for count in counts),
            newest or "–",
            oldest or "–",
        ]
        for name, facts, *counts, newest, oldest in release.execute(sql).fetchall()
    ]
    return _table(head, rows)


def _protections(release: duckdb.DuckDBPyConnection) -> str:
    head = [
        "Protection",
        "Pillar",
        "Clauses",
        "of them binding",
        "Laws enacted",
        "Company acts",
        "None found: contracts",
        "None found: states",
    ]
    sql = (
        "SELECT protection, pillar, clauses, binding, laws, acts, none_in_agreements, none_in_law "
        "FROM protection_records"
    )
    found = {row[0]: row for row in release.execute(sql).fetchall()}
    rows = [
        [PROTECTIONS.label(p), PILLARS.label(found[p][1]), *found[p][2:]] for p in PROTECTIONS.ids
    ]
    return _table(head, rows)


def _gaps(release: duckdb.DuckDBPyConnection) -> str:
    sql = "SELECT domain, gap, missing, of_all FROM known_gaps"
    rows = [
        [DOMAINS.label(domain), gap, f"{missing:,} of {of_all:,}"]
        for domain, gap, missing, of_all in release.execute(sql).fetchall()
    ]
    return _table(["Part", "What is missing", "How many"], rows)


def _corrections(release: duckdb.DuckDBPyConnection) -> str:
    sql = (
        "SELECT table_name, count(*) FILTER (column_name IS NOT NULL), "
        "count(*) FILTER (column_name IS NULL) FROM corrections GROUP BY 1 ORDER BY 1"
    )
    rows = [[f"`{name}`", *counts] for name, *counts in release.execute(sql).fetchall()]
    told = "Every correction, with the reason: `data/curated/corrections.csv`."
    return told + "\n\n" + _table(["Table", "Cells corrected", "Rows taken out"], rows)


def _table(head: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join("| " + " | ".join(map(str, line)) + " |" for line in lines)
