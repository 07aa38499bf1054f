"""`/calendar.ics`: what is fixed to come, for calendar programs, with the filters of the pages."""

from __future__ import annotations

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from app import store
from app.calendar_feed import feed
from app.logs import log_failure
from app.routes.exports import asked_filters


async def calendar(request: Request) -> Response:
    """The feed, or a plain sentence about what is wrong with the address."""
    try:
        return await run_in_threadpool(_answer, request)
    except store.NoReleaseError as error:
        return PlainTextResponse(f"{error}\n", 503)
    except Exception as error:
        reference = log_failure("calendar.ics", error)
        sorry = "Sorry, this calendar could not be made. Please report it with the reference"
        return PlainTextResponse(f"{sorry} {reference}.\n", 500)


def _answer(request: Request) -> Response:
    filters, notes = asked_filters(request, "calendar")
    if notes:
        return PlainTextResponse("\n".join(notes) + "\n", 400)
    headers = {
        "Content-Disposition": 'inline; filename="creators-ai-atlas.ics"',
        "X-Atlas-Release": store.release().id,
        "Cache-Control": "no-cache",
        "X-Content-Type-Options": "nosniff",
    }
    return Response(feed(filters), headers=headers, media_type="text/calendar; charset=utf-8")
