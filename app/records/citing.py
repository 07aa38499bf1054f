"""How to cite a record: as text, for BibTeX, as CSL-JSON."""

from __future__ import annotations

import re
from typing import Any

from app.dates import date_in_words
from app.records.record import Record
from etl.tables import TABLES

ATLAS = "Creators’ AI Atlas"
PURPOSE = "What protects creative work from harmful AI practices, and where nothing does."
_LATEX = {
    "\\": r"\textbackslash{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    "{": r"\textbraceleft{}",  # BibTeX counts braces, those after a backslash too
    "}": r"\textbraceright{}",
    **{sign: f"\\{sign}" for sign in "&%$#_"},
}


def as_text(record: Record, url: str) -> str:
    """A sentence for a footnote."""
    table, day = TABLES[record.table].title, date_in_words(record.day.isoformat())
    return (
        f"{ATLAS}, “{record.title}”, {table}, record {record.row_id}, "
        f"release {record.release_id}, as of {day}. {url}"
    )


def as_bibtex(record: Record, url: str) -> str:
    """An entry for a BibTeX file."""
    day = record.day
    key = re.sub(r"[^a-zA-Z0-9]+", "-", f"atlas-{record.table}-{record.row_id}")
    note = f"{TABLES[record.table].title}, record {record.row_id}, release {record.release_id}"
    return (
        f"@misc{{{key},\n  author = {{{{{ATLAS}}}}},\n  title = {{{{{_latex(record.title)}}}}},\n"
        f"  year = {{{day:%Y}}},\n  note = {{{_latex(note)}, as of {day.isoformat()}}},\n"
        f"  howpublished = {{\\url{{{url}}}}}\n}}"
    )


def _latex(text: str) -> str:
    return "".join(_LATEX.get(sign, sign) for sign in text)


def as_csl(record: Record, url: str) -> list[dict[str, Any]]:
    """CSL-JSON, for Zotero and its like."""
    day = [[record.day.year, record.day.month, record.day.day]]
    return [
        {
            "id": f"atlas-{record.table}-{record.row_id}",
            "type": "webpage",
            "title": record.title,
            "author": [{"literal": ATLAS}],
            "container-title": f"{ATLAS}: {TABLES[record.table].title}",
            "version": record.release_id,
            "issued": {"date-parts": day},
            "accessed": {"date-parts": day},
            "URL": url,
        }
    ]
