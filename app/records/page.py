"""The page of a record: what the template is given, and the template filled."""

from __future__ import annotations

import base64
import hashlib
import json
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from app import columns
from app.dates import date_in_words
from app.event_kinds import event_kind
from app.palette import DARK, LIGHT, Theme
from app.records import citing, wording
from app.records.addresses import address, noun
from app.records.linked_data import json_ld
from app.records.on_the_dashboard import FILTER_OF, Place, places, whole
from app.records.record import SHOWN, Record
from app.records.rows import Link, Row
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


@dataclass(frozen=True)
class Group:
    """Records of one table that name this one."""

    table: str
    total: int
    shown: list[tuple[Link, list[Link]]]
    """Each with the records at its other end."""
    whole: Place | None


def page(record: Record, root: str, base: str) -> str:
    """The whole page. `root` leads from it to the root of the Atlas; `base` is that, in full."""
    where, one = address(record.table, record.row_id), noun(record.table)
    level, meaning = wording.confidence(record.row)
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
        facts=wording.facts(record.table, record.row, record.links, root),
        events=_timeline(record, root),
        events_total=record.events[0],
        groups=_groups(record),
        places=places(record.table, record.row),
        all_events=whole("events", record.table, record.row_id),
        corrections=[_correction(record.table, found) for found in record.corrections],
        cite=citing.as_text(record, base + where),
        bibtex=citing.as_bibtex(record, base + where),
        csl=json.dumps(citing.as_csl(record, base + where), ensure_ascii=False),
        json_ld=json_ld(record, base + where, base),
    )


def _groups(record: Record) -> list[Group]:
    """What names this record, without what the timeline tells already."""
    total, events = record.events
    told: set[tuple[str, str]] = set()
    if record.table not in FILTER_OF and total == len(events):
        told = {(event["table_name"], event["row_id"]) for event in events}
    groups = []
    for table in sorted(record.related, key=_rank):
        left = [link for link in record.related[table] if (table, link.row_id) not in told]
        shown = [
            (_without(record, link), record.other_ends.get((table, link.row_id), []))
            for link in left[:SHOWN]
        ]
        if shown:
            groups.append(Group(table, len(left), shown, whole(table, record.table, record.row_id)))
    return groups


def _timeline(record: Record, root: str) -> list[Row]:
    """The story of one record from its beginning; of a company or state, the newest first."""
    events = [_event(record, event, root) for event in record.events[1]]
    return events[::-1] if record.table in FILTER_OF else events


LAST = ("ai_crawlers", "transparency_scores", "transparency_indicators", "state_year_counts")
"""Long lists of figures stand below what was done and said."""


def _rank(table: str) -> tuple[bool, int]:
    return table in LAST, list(TABLES).index(table)


def _without(record: Record, link: Link) -> Link:
    """A related record without the name of this one: the page has said that already."""
    own = (record.itself.name, record.row.get("title"), record.row.get("number"))
    parts = [part for part in link.name.split(" · ") if part not in own]
    told = (" · ".join(parts) or link.name).removeprefix(f"{record.itself.name}: ")
    return replace(link, name=told)


def _event(record: Record, event: Row, root: str) -> Row:
    """An event for the list; on the page of its own subject the subject is not named again."""
    itself = (event["table_name"], event["row_id"]) == (record.table, record.row_id)
    kind = event_kind(event["domain"], event["kind"])
    text = event["title"] if record.table in FILTER_OF else event["summary"]
    if text == record.row.get("title"):
        kind, text = "", kind[0].upper() + kind[1:]
    return {
        **event,
        "kind": kind,
        "text": text,
        "href": "" if itself else root + address(event["table_name"], event["row_id"]),
    }


def _correction(table: str, found: Row) -> Row:
    """A correction in words: which field, what it said, what it says."""
    name = found["column_name"] or ""
    field = next((f for f in TABLES[table].fields if f.name == name), None)
    told = {key: columns.in_words(table, name, found[key] or "") for key in ("was", "now")}
    label = wording.heading(field) if field else columns.heading(name) if name else ""
    return {**found, **told, "field": label or "The whole row"}


def _host(url: str) -> str:
    return (urlsplit(url).hostname or url).removeprefix("www.")
