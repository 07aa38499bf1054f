"""`/export/<table or view>.<csv|parquet|json|xlsx|zip>` with the same filters as the pages."""

from __future__ import annotations

import difflib
import json
from collections.abc import Callable, Iterator
from itertools import chain
from typing import Any
from urllib.parse import quote

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response, StreamingResponse

from app import exporting, store
from app.filters import COMPARED, LABELS, Filters, parse
from app.logs import log_failure

_TYPES = {
    "csv": "text/csv; charset=utf-8; header=present",
    "json": "application/json",
    "parquet": "application/vnd.apache.parquet",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "zip": "application/zip",
    "metadata.json": "application/json",
}


async def export(request: Request) -> Response:
    """The rows that the same filters show on a page, as a file."""
    relation, _, kind = request.path_params["name"].partition(".")
    try:
        return await run_in_threadpool(_answer, request, relation, kind)
    except store.NoReleaseError as error:
        return PlainTextResponse(f"{error}\n", 503)
    except Exception as error:
        reference = log_failure(f"export {relation}.{kind}", error)
        sorry = "Sorry, this file could not be made. Please report it with the reference"
        return PlainTextResponse(f"{sorry} {reference}.\n", 500)


def _answer(request: Request, relation: str, kind: str) -> Response:
    relations = store.release().relations
    if relation not in relations:
        return _not_found(f"There is no table called “{relation}”.", relation, list(relations))
    if kind not in _TYPES:
        return _not_found(f"There is no format called “{kind}”.", kind, list(_TYPES))
    filters, notes = asked_filters(request, relation)
    if notes:
        return PlainTextResponse("\n".join(notes) + "\n", 400)
    raw = request.query_params.get("raw") == "1"
    headers = _headers(request, relation, kind, filters)
    body = _body(relation, kind, filters, raw)
    if isinstance(body, bytes):
        return Response(body, headers=headers, media_type=_TYPES[kind])
    begun = chain([next(body)], body)  # a query that fails must fail before the answer begins
    return StreamingResponse(begun, headers=headers, media_type=_TYPES[kind])


def asked_filters(request: Request, relation: str) -> tuple[Filters, list[str]]:
    """Filters of the request. A file is never quietly other than what was asked for."""
    given = {k: request.query_params.getlist(k) for k in request.query_params}
    known = (*LABELS, *COMPARED)
    unknown = [k for k in given if k not in (*known, "raw")]
    filters, notes = parse(given, store.choices(), known)
    for name in unknown:
        near = difflib.get_close_matches(name, known, n=1)
        hint = f" Did you mean “{near[0]}”?" if near else ""
        notes.append(f"There is no filter called “{name[:60]}”.{hint}")
    columns = store.release().relations[relation].columns
    unheard = [column for column in filters.cells() if column not in columns]
    notes += [f"“{relation}” has no column “{column}”." for column in unheard]
    for name in dict(filters.chosen).keys() - store.applicable(relation):
        notes.append(f"“{relation}” has nothing that the filter “{name}” could look at.")
    return filters, [note.replace(", so it was left out", "") for note in notes]


def _body(relation: str, kind: str, filters: Filters, raw: bool) -> bytes | Iterator[str]:
    makers: dict[str, Callable[[], Any]] = {
        "csv": lambda: exporting.csv_lines(relation, filters, raw),
        "json": lambda: exporting.json_lines(relation, filters),
        "parquet": lambda: exporting.parquet_bytes(relation, filters),
        "xlsx": lambda: exporting.xlsx_bytes(relation, filters),
        "zip": lambda: exporting.zip_bytes(relation, filters, raw),
        "metadata.json": lambda: _description(relation, filters),
    }
    made: bytes | Iterator[str] = makers[kind]()
    return made


def _description(relation: str, filters: Filters) -> bytes:
    about = exporting.description(relation, filters)
    return (json.dumps(about, ensure_ascii=False, indent=2) + "\n").encode()


def _headers(request: Request, relation: str, kind: str, filters: Filters) -> dict[str, str]:
    """A telling file name, and the address of the description that belongs to the file."""
    day = filters.applicable_day().isoformat()
    name = f"creators-ai-atlas-{relation.replace('_', '-')}-{day}.{kind}"
    query = filters.query_string()
    beside = f"{relation}.metadata.json" + (f"?{query}" if query else "")
    return {
        "Content-Disposition": f'attachment; filename="{name}"',
        "Link": f'<{quote(beside, safe="/?&=%+.")}>; rel="describedby"; type="application/json"',
        "X-Atlas-Release": store.release().id,
        "Cache-Control": "no-cache",
        "X-Content-Type-Options": "nosniff",
    }


def _not_found(sentence: str, given: str, known: list[str]) -> Response:
    near = difflib.get_close_matches(given, known, n=1)
    hint = f" Did you mean “{near[0]}”?" if near else ""
    return PlainTextResponse(f"{sentence}{hint} There are: {', '.join(sorted(known))}.\n", 404)
