"""The page of a record: what the template is given, and the template filled."""

from __future__ import annotations

import base64
import hashlib
import json
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from app import columns
from app.dates import date_in_words
from app.palette import DARK, LIGHT, Theme
from app.records import citing, wording
from app.records.addresses import address, noun
from app.records.linked_data import json_ld
from app.records.on_the_dashboard import places, whole
from app.records.record import Record
from app.records.related import groups
from app.records.rows import Row, called_all
from app.records.timeline import timeline
from etl.contract import Field
from etl.tables import TABLES
from etl.vocab import DOMAINS, PUBLISHER_KINDS

TEMPLATES = Path(__file__).resolve().parent.parent / "templates"


@cache
def _environment() -> Environment:
    """Every value is escaped; only our own style goes in as it is."""
    made = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters["in_words"] = date_in_words
    made.filters["host"] = _host
    made.filters["web_address"] = wording.web_address
    made.filters["table_title"] = lambda table: TABLES[table].title
    made.filters["publisher_kind"] = PUBLISHER_KINDS.label
    return made


def fill(template: str, **told: Any) -> str:
    """A page from its template, with the style in it: a page asks for nothing else."""
    return _environment().get_template(template).render(style=Markup(style()), **told)


@cache
def style() -> str:
    """The style of record pages, in the colours of the Atlas, light and dark."""
    rules = (TEMPLATES / "record.css").read_text(encoding="utf-8")
    dark = f"@media (prefers-color-scheme: dark) {{ {_colours(DARK)} }}"
    return f"{_colours(LIGHT)}\n@media screen {{ {dark} }}\n{rules}"


def _colours(theme: Theme) -> str:
    names = ("paper", "ink", "quiet", "rule", "sand", "accent", "alarm")
    return f":root {{ {' '.join(f'--{name}: {getattr(theme, name)};' for name in names)} }}"


@cache
def security_policy() -> str:
    """What the browser may load for a record page: nothing but its own style and the icon."""
    digest = base64.b64encode(hashlib.sha256(style().encode()).digest()).decode()
    return (
        f"default-src 'none'; style-src 'sha256-{digest}'; img-src 'self'; base-uri 'none'; "
        "form-action 'none'"
    )


def page(record: Record, root: str, base: str) -> str:
    """The whole page. `root` leads from it to the root of the Atlas; `base` is that, in full."""
    where, one = address(record.table, record.row_id), noun(record.table)
    level, meaning = wording.confidence(record.row)
    head = f"{record.title} {record.sentence}"
    return fill(
        "record.html",
        record=record,
        root=root,
        base=base,
        url=base + where,
        here=root + where,
        report=f"{root}report{where.removeprefix('records')}",
        kind=one[0].upper() + one[1:],
        address=lambda link: root + address(link.table, link.row_id),
        publisher=lambda source: root + address("publishers", source["publisher_id"]),
        domain=DOMAINS.label(TABLES[record.table].domain),
        level=level,
        meaning=meaning,
        facts=wording.facts(record.table, record.row, record.links, root, head),
        events=timeline(record, root),
        events_total=record.events[0],
        groups=groups(record),
        places=places(record.table, record.row),
        all_events=whole("events", record.table, record.row_id),
        corrections=[_correction(record.table, found) for found in record.corrections],
        cite=citing.as_text(record, base + where),
        bibtex=citing.as_bibtex(record, base + where),
        csl=json.dumps(citing.as_csl(record, base + where), ensure_ascii=False),
        json_ld=json_ld(record, base + where, base),
    )


def _correction(table: str, found: Row) -> Row:
    """A correction in words: which field, what it said, what it says."""
    name = found["column_name"] or ""
    field = next((f for f in TABLES[table].fields if f.name == name), None)
    label = wording.heading(field) if field else columns.heading(name) if name else ""
    told = {key: _once(table, name, field, found[key] or "") for key in ("was", "now")}
    return {**found, **told, "field": label or "The whole record"}


def _once(table: str, name: str, field: Field | None, text: str) -> str:
    """What a field held, written as in the file, in words."""
    if field and field.references:
        ids = text.split("|")
        names = called_all(field.references, ids)
        return ", ".join(names.get(row_id, row_id) for row_id in ids)
    numbers = {"integer": int, "number": float}
    if field and text and field.type in numbers:
        return wording.in_words(table, name, numbers[field.type](text))
    return wording.in_words(table, name, text)


def _host(url: str) -> str:
    return (urlsplit(url).hostname or url).removeprefix("www.")
