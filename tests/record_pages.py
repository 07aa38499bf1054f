"""Asking for record pages, and reading them as people and programs do."""

from __future__ import annotations

import re
from html import unescape
from typing import Any

from httpx import Response
from starlette.applications import Starlette
from starlette.testclient import TestClient

from app.routes import ROUTES

CLIENT = TestClient(Starlette(routes=ROUTES), raise_server_exceptions=False)


def get(path: str, status: int = 200, **headers: str) -> Response:
    answer = CLIENT.get(f"/records/{path}", headers=headers)
    assert answer.status_code == status, answer.text
    return answer


def page(path: str, status: int = 200) -> str:
    answer = get(path, status)
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    return answer.text


def data(path: str) -> dict[str, Any]:
    answer = get(f"{path}.json")
    assert answer.headers["content-type"] == "application/json"
    found: dict[str, Any] = answer.json()
    return found


def links(text: str) -> list[str]:
    return [unescape(href) for href in re.findall(r'<a [^>]*href="([^"]*)"', text)]


def section(text: str, name: str) -> str:
    found = re.search(rf'<section aria-labelledby="{name}">.*?</section>', text, re.DOTALL)
    return found[0] if found else ""


def words(text: str) -> str:
    """What a reader sees."""
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", text)).split())
