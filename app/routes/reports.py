"""`/report/<table>/<id>`: what the Atlas says of one row, and a message to say that it is wrong."""

from __future__ import annotations

import os
from datetime import UTC, datetime
from html import escape
from typing import Any
from urllib.parse import quote

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import HTMLResponse

from app import columns, store
from app.logs import log_failure
from app.records import rows
from app.records.rows import Row
from app.routes.plain_page import page
from etl.tables import TABLES

REPORT_TO = "ATLAS_REPORT_TO"
"""Where reports go: an e-mail address, or the https address of a form for new issues."""


async def report(request: Request) -> HTMLResponse:
    """The row, its sources, and a message that is ready to send."""
    table, row_id = request.path_params["table"], request.path_params["row_id"]
    try:
        return await run_in_threadpool(_answer, table, row_id)
    except store.NoReleaseError as error:
        return page("No data yet", f"<h1>No data yet</h1><p>{escape(str(error))}</p>", 503)
    except Exception as error:
        reference = log_failure(f"report {table}/{row_id}", error)
        sorry = f"<h1>Sorry</h1><p>This page could not be made. Reference {reference}.</p>"
        return page("Sorry", sorry, 500)


def _answer(table: str, row_id: str) -> HTMLResponse:
    today = datetime.now(UTC).date()
    row = rows.row(table, row_id, today) if table in TABLES else None
    if row is None:
        gone = (
            "<h1>No such row</h1><p>It may have been corrected away: see the table of corrections "
            'on the <a href="../../data?table=corrections">data page</a>.</p>'
        )
        return page("No such row", gone, 404)
    name = next((str(row[c]) for c in ("title", "short_name", "name") if c in row), row_id)
    parts = [
        f"<h1>Is this wrong? {escape(name)}</h1>",
        "<p>This is what the Atlas says, and who says so. Tell us what is wrong and, if you can, "
        "the page that says it right.</p>",
        _fields(table, row),
        _sources(rows.sources(table, row)),
        _message(table, row_id, name),
    ]
    return page(f"Report an error: {name}", "".join(parts), 200)


def _fields(table: str, row: Row) -> str:
    names = [n for n in TABLES[table].names if n in row]
    pairs = [(columns.heading(n), columns.in_words(table, n, _plain(row[n]))) for n in names]
    told = "".join(f"<dt>{escape(h)}</dt><dd>{escape(v)}</dd>" for h, v in pairs)
    return f"<dl>{told}</dl>"


def _plain(value: Any) -> str:
    """A whole number without its decimals; anything else as it is."""
    return f"{value:,.0f}" if isinstance(value, float) and value.is_integer() else str(value)


def _sources(found: list[Row]) -> str:
    items = [
        f'<li><a href="{escape(s["url"])}" rel="noopener nofollow">{escape(s["publisher"])}</a>'
        + escape(f": {s['says']}" if s["says"] else "")
        + escape(f" (read {s['checked_on']})" if s["checked_on"] else "")
        + "</li>"
        for s in found
    ]
    return f"<h2>Sources</h2><ul>{''.join(items)}</ul>" if items else ""


def _message(table: str, row_id: str, name: str) -> str:
    """The text to send, and a link that sends it if this copy of the Atlas says where to."""
    subject = f"Atlas: {table}/{row_id}"
    text = (
        f"Row: {table}/{row_id} ({name})\nRelease: {store.release().id}\n"
        "What is wrong:\n\nWhat it should say:\n\nPage that says so:\n"
    )
    box = f'<textarea id="text" rows="9" aria-label="Message to send">{escape(text)}</textarea>'
    target = os.environ.get(REPORT_TO, "")
    if not target:
        ask = "Copy this text, fill it in, and send it to whoever runs this copy of the Atlas."
        return f"<h2>Report an error</h2><p>{ask}</p>{box}"
    if target.startswith("https://"):
        mark = "&" if "?" in target else "?"
        href = f"{target}{mark}title={quote(subject)}&body={quote(text)}"
    else:
        href = f"mailto:{target}?subject={quote(subject)}&body={quote(text)}"
    send = f'<p><a class="send" href="{escape(href)}">Write the report</a></p>'
    return f"<h2>Report an error</h2>{send}<p>Or copy this text:</p>{box}"
