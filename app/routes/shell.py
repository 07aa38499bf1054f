"""The pages of the dashboard: Streamlit's shell, under a title and a preview of their own.

Without them a shared link to a view would show as a page called “Streamlit”, without a picture.
The preview has no address of its own: what is shared may be a view under filters.
"""

from __future__ import annotations

from functools import cache
from html import escape
from pathlib import Path

import streamlit
from starlette.requests import Request
from starlette.responses import HTMLResponse

from app.records.citing import ATLAS, PURPOSE
from app.records.page import fill
from app.registry import PAGES
from app.routes.records import base_url

SHELL = Path(streamlit.__file__).with_name("static") / "index.html"
TITLE = "<title>Streamlit</title>"
"""What of the shell gives way; if it is not there, the shell stays as it is."""

_TITLES = {
    "/": ATLAS,
    **{f"/{spec.path}": f"{spec.title} · {ATLAS}" for spec in PAGES[1:]},
}
ADDRESSES = tuple(_TITLES)


async def shell(request: Request) -> HTMLResponse:
    """The page that loads the dashboard."""
    path = request.url.path.removeprefix(request.scope.get("root_path", ""))
    title = _TITLES.get(path, ATLAS)
    told = {"title": title, "description": PURPOSE, "og_type": "website", "url": ""}
    preview = fill("preview.html", base=base_url(request), **told)
    page = _shell().replace(TITLE, f"<title>{escape(title)}</title>\n{preview}", 1)
    return HTMLResponse(page, headers={"Cache-Control": "no-cache"})


@cache
def _shell() -> str:
    return SHELL.read_text(encoding="utf-8")
