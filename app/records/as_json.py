"""A record for programs: all fields, sources, what is related, corrections, citation."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from app import exporting
from app.records import citing
from app.records.addresses import address
from app.records.record import Record
from app.records.rows import Link
from etl.tables import TABLES


def as_json(record: Record, base: str) -> dict[str, Any]:
    """Everything the page says, with the values as they are stored, and lists in full."""
    url = base + address(record.table, record.row_id)
    contract = TABLES[record.table]
    _, events = record.events
    return {
        "table": record.table,
        "id": record.row_id,
        "name": record.title,
        "sentence": record.sentence,
        "url": url,
        "release": record.release_id,
        "as_of": record.day.isoformat(),
        "licence": exporting.LICENCE,
        "fields": {name: plain(record.row.get(name)) for name in contract.names},
        "worked_out": {n: plain(v) for n, v in record.row.items() if n not in contract.names},
        "sources": record.sources,
        "events": [{n: plain(v) for n, v in e.items() if n != "total"} for e in events],
        "refers_to": {field: list(map(_end, links)) for field, links in record.links.items()},
        "referred_to_by": {t: list(map(_end, links)) for t, links in record.related.items()},
        "corrections": record.corrections,
        "citation": {
            "text": citing.as_text(record, url),
            "bibtex": citing.as_bibtex(record, url),
            "csl": citing.as_csl(record, url),
        },
    }


def plain(value: Any) -> Any:
    """A value that JSON has a form for."""
    return value.isoformat() if isinstance(value, (date, datetime)) else value


def _end(link: Link) -> dict[str, str]:
    return {"table": link.table, "id": link.row_id, "name": link.name}
