"""`/search?q=…` as a page that needs no JavaScript, and `/search.json?q=…`: the same answer."""

from __future__ import annotations

from html import escape
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse

from app import store
from app.logs import log_failure
from app.routes.plain_page import page
from app.search import LONGEST, Answer, Hit, Kind, Near, address, search

HINTS = (
    "Try fewer words, or another spelling; small slips are forgiven.",
    "Numbers must be whole: AB 2602, H.R. 5586, 5:26-cv-06206.",
    "Names of people, companies, unions, courts, states, crafts and protections all work.",
)
"""What to try when nothing was found."""

_EXAMPLES = ("AB 2602", "Scarlett Johansson", "ElevenLabs", "voice actor contract", "Tennessee law")

_STYLE = """
form { display: flex; gap: .5rem; flex-wrap: wrap } input { flex: 1 1 14rem; font: inherit;
  padding: .5rem .7rem; border: 1px solid #767676; border-radius: 4px; min-width: 0 }
h2 { font-size: 1.15rem; margin: 1.6rem 0 .2rem } ul { list-style: none; margin: 0; padding: 0 }
li { margin: .45rem 0; line-height: 1.35 } li .quiet { display: block; font-size: .92rem }
"""


async def search_page(request: Request) -> HTMLResponse:
    """What was found, as a page whose address can be passed on."""
    try:
        answer = await run_in_threadpool(_asked, request)
    except store.NoReleaseError as error:
        return _shell("No data yet", f"<h1>No data yet</h1><p>{escape(str(error))}</p>", 503)
    except Exception as error:
        reference = log_failure("search", error)
        sorry = f"<h1>Sorry</h1><p>The search could not answer. Reference {reference}.</p>"
        return _shell("Sorry", sorry, 500)
    return _shell(f"Search: {answer.question}" if answer.question else "Search", _body(answer), 200)


async def search_json(request: Request) -> JSONResponse:
    """The same for programs, and for the search box that answers while people type."""
    headers = {"Cache-Control": "no-cache", "X-Content-Type-Options": "nosniff"}
    try:
        answer = await run_in_threadpool(_asked, request)
    except store.NoReleaseError as error:
        return JSONResponse({"error": str(error)}, 503, headers)
    except Exception as error:
        told = f"The search could not answer. Reference {log_failure('search', error)}."
        return JSONResponse({"error": told}, 500, headers)
    return JSONResponse(_for_programs(answer), 200, headers)


def _asked(request: Request) -> Answer:
    return search(request.query_params.get("q", ""), request.query_params.get("kind", ""))


def _for_programs(answer: Answer) -> dict[str, Any]:
    return {
        "question": answer.question,
        "told": answer.told,
        "hints": _hints(answer),
        "count": answer.count,
        "all_words": answer.complete,
        "as_spelt": answer.as_spelt,
        "near": [
            {"number": n.number, "title": n.title, "about": n.subtitle, "address": n.address}
            for n in answer.near
        ],
        "kinds": [
            {
                "table": kind.table,
                "title": kind.title,
                "count": kind.count,
                "more": kind.more,
                "address": address(answer.question, kind.table),
                "records": [
                    {"id": h.row_id, "title": h.title, "about": h.subtitle, "address": h.address}
                    for h in kind.hits
                ],
            }
            for kind in answer.kinds
        ],
    }


def _hints(answer: Answer) -> tuple[str, ...]:
    """What to try, unless something was found or is suggested."""
    return () if answer.kinds or answer.near or not answer.question else HINTS


def _shell(title: str, body: str, status: int) -> HTMLResponse:
    return page(title, body, status, home="./", style=_STYLE)


def _body(answer: Answer) -> str:
    parts = ["<h1>Search everything</h1>", _form(answer.question)]
    if answer.told:
        parts.append(f'<p role="status">{escape(answer.told)}</p>')
    if answer.question and answer.table:
        link = escape(address(answer.question))
        parts.append(f'<p><a href="{link}">Search in everything</a></p>')
    parts += [_kind(answer, kind) for kind in answer.kinds]
    if answer.near:
        parts.append(f"<ul>{''.join(map(_hit, answer.near))}</ul>")
    if hints := _hints(answer):
        parts.append("<ul>" + "".join(f"<li>{escape(hint)}</li>" for hint in hints) + "</ul>")
    if not answer.kinds and not answer.near:
        links = (f'<a href="{escape(address(e))}">{escape(e)}</a>' for e in _EXAMPLES)
        parts.append(f'<p class="quiet">For example: {", ".join(links)}</p>')
    return "".join(parts)


def _form(question: str) -> str:
    return (
        '<form action="search" method="get" role="search"><input type="search" name="q" '
        f'value="{escape(question)}" maxlength="{LONGEST}" aria-label="Search everything" '
        'dir="auto" autofocus><button class="send">Search</button></form>'
    )


def _kind(answer: Answer, kind: Kind) -> str:
    more = ""
    if kind.more and answer.table:
        more = f'<p class="quiet">{kind.more:,} more: add a word to narrow the search.</p>'
    elif kind.more:
        link = escape(address(answer.question, kind.table))
        more = f'<p><a href="{link}">{kind.more:,} more</a></p>'
    hits = "".join(_hit(hit) for hit in kind.hits)
    return f"<section><h2>{escape(kind.title)}</h2><ul>{hits}</ul>{more}</section>"


def _hit(hit: Hit | Near) -> str:
    about = f'<span class="quiet">{escape(hit.subtitle)}</span>' if hit.subtitle else ""
    return f'<li><a href="{escape(hit.address)}">{escape(hit.title)}</a>{about}</li>'
