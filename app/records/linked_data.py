"""A record for machines that read pages: schema.org as JSON-LD."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from app.exporting import LICENCE_URL
from app.records.citing import ATLAS, PURPOSE
from app.records.record import Record
from etl.tables import TABLES

Thing = dict[str, Any]

_TYPES = {
    "bills": "Legislation",
    "companies": "Organization",
    "unions": "Organization",
    "publishers": "Organization",
    "courts": "GovernmentOrganization",
    "jurisdictions": "AdministrativeArea",
    "countries": "Country",
    "crafts": "DefinedTerm",
    "pillars": "DefinedTerm",
    "protections": "DefinedTerm",
    "state_year_counts": "Dataset",
    "transparency_scores": "Dataset",
    "transparency_indicators": "Dataset",
    "letter_counts": "Dataset",
}


def json_ld(record: Record, url: str, base: str) -> Thing:
    """The page, and the thing it is about."""
    return {
        "@context": "https://schema.org",
        "@type": "WebPage",
        "@id": url,
        "name": record.title,
        "description": record.sentence,
        "version": record.release_id,
        "license": LICENCE_URL,
        "isPartOf": {"@type": "Dataset", "name": ATLAS, "description": PURPOSE, "url": base},
        "citation": [source["url"] for source in record.sources],
        "mainEntity": _thing(record),
    }


def _thing(record: Record) -> Thing:
    kind = _TYPES.get(record.table, "CreativeWork")
    if record.table == "signatories":
        kind = "Person" if record.row["kind"] == "person" else "Organization"
    thing = {"@type": kind, "name": record.itself.name, "identifier": record.row_id}
    if kind in ("CreativeWork", "Dataset"):
        thing["description"] = record.sentence
        if record.itself.date:
            thing["temporalCoverage"] = record.itself.date
    more = _MORE.get(record.table)
    return {**thing, **more(record)} if more else thing


def _legislation(record: Record) -> Thing:
    row = record.row
    held = {"in_force": "InForce", "repealed": "NotInForce", "not_law": "NotInForce"}
    force = held.get(row.get("force", ""))
    found = {
        "legislationIdentifier": row.get("citation") or row["number"],
        "legislationJurisdiction": row["jurisdiction_name"],
        "legislationDate": row.get("enacted_on"),
        "legislationLegalForce": force and f"https://schema.org/{force}",
        "abstract": row["summary"],
        "sameAs": row.get("official_url"),
    }
    return {name: value for name, value in found.items() if value}


def _organization(record: Record) -> Thing:
    return {"url": record.row["url"]} if "url" in record.row else {}


def _term(record: Record) -> Thing:
    terms = {"@type": "DefinedTermSet", "name": TABLES[record.table].title}
    found = {"inDefinedTermSet": terms, "description": record.row.get("definition")}
    return {name: value for name, value in found.items() if value}


_MORE: dict[str, Callable[[Record], Thing]] = {
    "bills": _legislation,
    "companies": _organization,
    "unions": _organization,
    "crafts": _term,
    "pillars": _term,
    "protections": _term,
}
