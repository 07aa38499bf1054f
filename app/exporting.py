"""THE exports: rows of a relation as files, with the description that travels beside them.

Spreadsheets run cells that start with = + - @; exports for people put an apostrophe in front.
`raw=1` asks for the untouched values.
"""

from __future__ import annotations

import csv
import io
import json
import zipfile
from collections.abc import Iterator
from datetime import date, datetime
from decimal import Decimal
from typing import Any

import pandas as pd

from app import store
from app.derived_columns import meaning
from app.filters import Filters
from etl.tables import TABLES

LICENCE = "CC BY 4.0"
LICENCE_URL = "https://creativecommons.org/licenses/by/4.0/"
_INDEX = "Foundation Model Transparency Index, Stanford CRFM and others (CC BY)"
_ALSO_NAME = {
    "transparency_scores": _INDEX,
    "transparency_indicators": _INDEX,
    "ai_crawlers": "ai.robots.txt, Copyright (c) 2024 ai.robots.txt (MIT licence)",
    "state_year_counts": "the makers of the counts, named in the column scope",
}
"""Whom to name beside the Atlas, by table. data/LICENSE.md has the full notices."""
_RISKY = ("=", "+", "-", "@", "\t", "\r", "\0")


def neutral(value: Any) -> Any:
    """The value, made safe for a spreadsheet."""
    return f"'{value}" if isinstance(value, str) and value.startswith(_RISKY) else value


def table_csv(table: pd.DataFrame) -> str:
    """A small table as CSV, safe for spreadsheets."""
    rows = [
        [neutral(value) for value in row]
        for row in table.astype(object).fillna("").to_numpy().tolist()
    ]
    buffer = io.StringIO()
    csv.writer(buffer).writerows([table.columns.tolist(), *rows])
    return buffer.getvalue()


def names(relation: str) -> list[str]:
    """Columns of an export, in order."""
    return list(store.release().relations[relation].columns)


def blocks(relation: str, filters: Filters, raw: bool) -> Iterator[list[list[Any]]]:
    """Rows ready to write, block by block: dates as ISO text, empty cells as empty."""
    for block in store.stream(relation, filters):
        yield [[_cell(value, raw) for value in row] for row in block]


def _cell(value: Any, raw: bool) -> Any:
    if value is None:
        return ""
    if isinstance(value, (date, datetime)):
        return value.isoformat()
    if isinstance(value, bool):
        return "true" if value else "false"
    return value if raw else neutral(value)


def csv_lines(relation: str, filters: Filters, raw: bool = False) -> Iterator[str]:
    """The export as RFC 4180: one header line, CRLF, no comments."""
    buffer = io.StringIO()
    writer = csv.writer(buffer)
    writer.writerow(names(relation))
    for block in blocks(relation, filters, raw):
        writer.writerows(block)
        yield buffer.getvalue()
        buffer.seek(0)
        buffer.truncate()
    yield buffer.getvalue()


def json_lines(relation: str, filters: Filters) -> Iterator[str]:
    """The export as one JSON array of objects; unknown is null."""
    columns, before = names(relation), "[\n"
    for block in store.stream(relation, filters):
        records = (dict(zip(columns, map(_json, row), strict=True)) for row in block)
        yield before + ",\n".join(json.dumps(r, ensure_ascii=False) for r in records)
        before = ",\n"
    yield "[]\n" if before == "[\n" else "\n]\n"


def _json(value: Any) -> Any:
    if isinstance(value, (date, datetime)):
        return value.isoformat()
    return float(value) if isinstance(value, Decimal) else value


def parquet_bytes(relation: str, filters: Filters) -> bytes:
    """The export as Parquet, with its description in the file's metadata."""
    import pyarrow.parquet as pq

    table = store.arrow(relation, filters)
    note = json.dumps(description(relation, filters), ensure_ascii=False)
    table = table.replace_schema_metadata({"creators_ai_atlas": note})
    buffer = io.BytesIO()
    pq.write_table(table, buffer, compression="zstd")
    return buffer.getvalue()


def xlsx_bytes(relation: str, filters: Filters) -> bytes:
    """The export as a workbook: the rows, and a sheet that describes them. Text stays text."""
    import xlsxwriter

    buffer = io.BytesIO()
    safe = {"strings_to_formulas": False, "strings_to_urls": False, "in_memory": True}
    with xlsxwriter.Workbook(buffer, safe) as book:
        bold = book.add_format({"bold": True})
        sheet = book.add_worksheet("rows")
        sheet.write_row(0, 0, names(relation), bold)
        sheet.freeze_panes(1, 0)
        number = 1
        for block in blocks(relation, filters, raw=True):
            for row in block:
                sheet.write_row(number, 0, row)
                number += 1
        about = book.add_worksheet("about")
        for line, (key, value) in enumerate(description(relation, filters).items()):
            about.write(line, 0, key, bold)
            about.write(line, 1, value if isinstance(value, str) else json.dumps(value))
    return buffer.getvalue()


def zip_bytes(relation: str, filters: Filters, raw: bool = False) -> bytes:
    """The CSV and its description in one file, for people."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr(f"{relation}.csv", "".join(csv_lines(relation, filters, raw)))
        about = json.dumps(description(relation, filters), ensure_ascii=False, indent=2)
        packed.writestr(f"{relation}.metadata.json", about + "\n")
    return buffer.getvalue()


def description(relation: str, filters: Filters) -> dict[str, Any]:
    """What travels beside an export: filters, day, release, licence, citation, columns."""
    opened, day = store.release(), filters.applicable_day()
    table = TABLES.get(relation)
    title = table.title if table else relation.replace("_", " ").capitalize()
    return {
        "title": f"{title} (Creators’ AI Atlas)",
        "table": relation,
        "release": opened.id,
        "release_built_at": opened.built_at.isoformat(timespec="seconds") + "Z",
        "as_of": day.isoformat(),
        "as_of_is": "chosen" if filters.frozen else "today",
        "filters": {name: list(values) for name, values in filters.chosen},
        "licence": LICENCE,
        "licence_url": LICENCE_URL,
        "attribution": "; ".join(filter(None, ["Creators’ AI Atlas", _ALSO_NAME.get(relation)])),
        "citation": f"Creators’ AI Atlas, {title}, release {opened.id}, as of {day.isoformat()}.",
        "list_separator": "|",
        "columns": _columns(relation),
    }


def _columns(relation: str) -> list[dict[str, str]]:
    table = TABLES.get(relation)
    meanings = {f.name: f.description for f in table.fields} if table else {}
    types = store.release().relations[relation].columns
    return [
        {"name": name, "type": types[name].lower(), "meaning": meanings.get(name, meaning(name))}
        for name in names(relation)
    ]
