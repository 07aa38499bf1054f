"""The dashboard's pages have a title and a preview, with a card that is as the preview says."""

from __future__ import annotations

import struct

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from app.registry import PAGES
from app.routes import ROUTES
from app.routes.records import PUBLIC_URL
from app.routes.shell import ADDRESSES, SHELL, TITLE
from etl.paths import ROOT
from tests.previews import preview

CARD = ROOT / "app" / "static" / "card.png"


@pytest.fixture(autouse=True)
def no_address(monkeypatch):
    monkeypatch.delenv(PUBLIC_URL, raising=False)


def get(path: str, **options: str) -> str:
    answer = TestClient(Starlette(routes=ROUTES), **options).get(path)
    assert answer.status_code == 200
    assert answer.headers["cache-control"] == "no-cache"
    return answer.text


@pytest.mark.parametrize("address", ADDRESSES)
def test_a_shared_page_has_a_title_and_a_card(address):
    told = preview(get(address))
    assert told["og:title"].endswith("Creators’ AI Atlas")
    assert told["og:image"] == "http://testserver/app/static/card.png"
    assert told["twitter:card"] == "summary_large_image"
    assert "og:url" not in told  # a view under filters is shared as it is


def test_every_page_has_one():
    assert len(ADDRESSES) == len(PAGES)
    assert "<title>Gaps · Creators’ AI Atlas</title>" in get("/gaps?craft=writer")


def test_a_server_that_is_told_its_place_finds_the_title():
    assert "<title>Gaps · Creators’ AI Atlas</title>" in get("/atlas/gaps", root_path="/atlas")


def test_all_else_of_the_shell_stays_as_it_is():
    before, found, after = SHELL.read_text("utf-8").partition(TITLE)
    assert found
    text = get("/")
    assert text.startswith(before) and text.endswith(after)


def test_the_card_is_as_large_as_the_preview_says_and_light_enough():
    told, card = preview(get("/")), CARD.read_bytes()
    width, height = struct.unpack(">II", card[16:24])
    assert (told["og:image:width"], told["og:image:height"]) == (str(width), str(height))
    assert (width, height) == (1200, 630)
    assert len(card) < 150_000
