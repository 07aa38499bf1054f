"""`/records/<table>/<id>`: everything on file about one row, as a page; with `.json`, as data."""

from __future__ import annotations

import hashlib
import json
import os
from datetime import UTC, datetime

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from app import store
from app.logs import log_failure
from app.records.as_json import as_json
from app.records.missing import missing
from app.records.page import fill, page, security_policy
from app.records.record import find

PUBLIC_URL = "ATLAS_PUBLIC_URL"
"""Address under which this copy of the Atlas is known; without it, that of the request."""

_HTML, _JSON = "text/html; charset=utf-8", "application/json"


async def record(request: Request) -> Response:
    """The record, or what is near it; a failure tells only its reference."""
    table, row_id = request.path_params["table"], request.path_params.get("row_id", "")
    try:
        return await run_in_threadpool(_answer, request, table, row_id)
    except store.NoReleaseError as error:
        return _sorry(request, "No data yet", str(error), 503)
    except Exception as error:
        reference = log_failure(f"record {table}/{row_id}", error)
        return _sorry(request, "Sorry", f"This page could not be made. Reference {reference}.", 500)


def _answer(request: Request, table: str, row_id: str) -> Response:
    """An id may itself end in `.json`: what is exactly so called comes first."""
    day = datetime.now(UTC).date()
    if found := find(table, row_id, day):
        return _reply(request, page(found, _root(request), base_url(request)), _HTML)
    if row_id.endswith(".json"):
        row_id = row_id.removesuffix(".json")
        if found := find(table, row_id, day, most=None):
            told = json.dumps(as_json(found, base_url(request)), ensure_ascii=False, indent=1)
            return _reply(request, told + "\n", _JSON)
    answer = fill("no_record.html", root=_root(request), **vars(missing(table, row_id)))
    return _reply(request, answer, _HTML, 404)


def base_url(request: Request) -> str:
    """Full address of the root of the Atlas, with a slash at its end."""
    return os.environ.get(PUBLIC_URL, str(request.base_url)).rstrip("/") + "/"


def _root(request: Request) -> str:
    """The way up from this address: an id may hold a slash, written as it is or as %2F."""
    path = request.scope.get("raw_path", request.url.path.encode()).decode("latin-1")
    below = path.rpartition("/records/")[2] if "/records/" in path else ""
    return "../" * (1 + below.count("/"))


def _sorry(request: Request, heading: str, told: str, status: int) -> Response:
    words = {"heading": heading, "sentences": [told], "near": [], "gone": []}
    return _reply(request, fill("no_record.html", root=_root(request), **words), _HTML, status)


def _reply(request: Request, body: str, media_type: str, status: int = 200) -> Response:
    """The answer with a tag of its content, so that a browser that has it is not sent it again."""
    tag = f'W/"{hashlib.sha256(body.encode()).hexdigest()[:24]}"'
    headers = {
        "Cache-Control": "no-cache",
        "Content-Security-Policy": security_policy(),
        "Referrer-Policy": "strict-origin-when-cross-origin",
        "X-Content-Type-Options": "nosniff",
    }
    if status == 200:
        headers["ETag"] = tag
        if tag in request.headers.get("if-none-match", ""):
            return Response(status_code=304, headers=headers)
    return Response(body, status, headers, media_type)
