"""`/report/<table>/<id>`: a row and its sources as plain text, and a message ready to send."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from app import store
from app.records import rows
from app.routes import ROUTES
from app.routes.reports import REPORT_TO
from etl.tables import TABLES
from tests.serving import serve
from tests.tiny_world import World

CLIENT = TestClient(Starlette(routes=ROUTES), raise_server_exceptions=False)
SCRIPT = "<script>alert(1)</script>"
BREAK_OUT = '"><img src=x onerror=alert(1)>'


@pytest.fixture(autouse=True, scope="module")
def one_loop() -> Iterator[None]:
    """One event loop for all requests, else each would start its own."""
    with CLIENT:
        yield


@pytest.fixture(scope="module")
def hostile(tmp_path_factory) -> Path:
    """A warehouse where a letter, its publisher and what the source says hold HTML."""
    world = World(tmp_path_factory.mktemp("hostile"))
    world.change("letters", "ask-first", title=f"Ask {SCRIPT}", summary=f"Asks. {BREAK_OUT}")
    world.change("publishers", "gazette.example.com", name=f"The Gazette {SCRIPT}")
    world.change(
        "evidence",
        "letters.ask-first.1",
        url='https://gazette.example.com/"><b>',
        checked_on="2026-11-20",
        says=f"Says {BREAK_OUT}",
    )
    world.build()
    return world.warehouse


@pytest.fixture
def no_target(monkeypatch) -> None:
    monkeypatch.delenv(REPORT_TO, raising=False)


@pytest.fixture
def shelf(built, opened, monkeypatch, no_target) -> World:
    """The tiny world serves, and nobody said where reports go."""
    serve(monkeypatch, built.warehouse, opened=opened)
    return built


def get(address: str, status: int = 200) -> str:
    answer = CLIENT.get(f"/report/{address}")
    assert answer.status_code == status, answer.text
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.headers["cache-control"] == "no-cache"
    return answer.text


def link_to_send(page: str) -> str:
    (found,) = re.findall(r'<a class="send" href="([^"]*)"', page)
    return unescape(found)


def test_a_report_shows_the_row_in_words(shelf):
    page = get("cases/brush-v-robot")
    assert "<h1>Is this wrong? Brush v. Robot</h1>" in page
    assert "<dt>Who sues</dt><dd>Visual artists</dd>" in page
    assert "<dt>Filed</dt><dd>2026-02</dd>" in page
    assert "<dt>Docket number</dt>" not in page  # not recorded


def test_a_report_shows_who_says_so(shelf):
    page = get("agreements/players-2023")
    guild = '<a href="https://guild.example.org/players-2023/2" rel="noopener nofollow">'
    gazette = '<a href="https://gazette.example.com/players-2023/1" rel="noopener nofollow">'
    assert (
        f"<ul><li>{guild}Guild of Example</a>: It says so. (read 2026-11-22)</li>"
        f"<li>{gazette}The Gazette</a></li></ul>"  # which nobody has read again
    ) in page


def test_a_part_shows_the_sources_of_its_record(shelf):
    assert "https://court.example.gov/pen-v-robot/1" in get("case_parties/pen.p1")


def test_a_row_without_sources_shows_none(shelf):
    assert "Sources" not in get("courts/example-land")


def test_no_text_of_the_data_becomes_html(hostile, monkeypatch):
    serve(monkeypatch, hostile)
    for target in ("", "errors@example.org", "https://forge.example.org/new"):
        monkeypatch.setenv(REPORT_TO, target)
        page = get("letters/ask-first")
        assert "<script" not in page
        assert "<img" not in page
        assert "<b>" not in page
        assert page.count("Ask &lt;script&gt;alert(1)&lt;/script&gt;") >= 3  # head, title, message
        assert 'href="https://gazette.example.com/&quot;&gt;&lt;b&gt;"' in page


@pytest.mark.parametrize(
    "address",
    [
        "letters/nonsense",
        "nonsense/ask-first",
        "events/pen-fair-use@rulings",  # worked out, not a table of the contract
        "release/x",
        "facts/x",
        "core.letters/ask-first",
        "letters/' OR true --",
        "letters WHERE true --/ask-first",
    ],
)
def test_what_is_not_there_is_not_found(shelf, address):
    page = get(address, 404)
    assert "<h1>No such row</h1>" in page
    assert 'href="../../data?table=corrections"' in page  # it may have been taken out


@pytest.mark.parametrize("address", [f"letters/{SCRIPT[:8]}", f"{SCRIPT[:8]}/ask-first"])
def test_an_address_never_becomes_html(shelf, address):
    assert "<script" not in get(address, 404)


def test_a_report_goes_by_mail(shelf, monkeypatch):
    monkeypatch.setenv(REPORT_TO, "errors@example.org")
    link = urlsplit(link_to_send(get("letters/ask-first")))
    assert (link.scheme, link.path) == ("mailto", "errors@example.org")
    asked = parse_qs(link.query)
    assert asked["subject"] == ["Atlas: letters/ask-first"]
    (body,) = asked["body"]
    assert body.startswith("Row: letters/ask-first (Ask First)\n")
    assert f"Release: {store.release().id}\n" in body


def test_a_report_goes_to_a_form(shelf, monkeypatch):
    monkeypatch.setenv(REPORT_TO, "https://forge.example.org/atlas/issues/new")
    link = urlsplit(link_to_send(get("letters/ask-first")))
    assert (link.scheme, link.netloc) == ("https", "forge.example.org")
    assert link.path == "/atlas/issues/new"
    asked = parse_qs(link.query)
    assert asked["title"] == ["Atlas: letters/ask-first"]
    assert asked["body"][0].startswith("Row: letters/ask-first (Ask First)\n")


def test_a_form_may_have_a_query_of_its_own(shelf, monkeypatch):
    monkeypatch.setenv(REPORT_TO, "https://forge.example.org/new?template=error.md")
    asked = parse_qs(urlsplit(link_to_send(get("letters/ask-first"))).query)
    assert asked["template"] == ["error.md"]
    assert asked["title"] == ["Atlas: letters/ask-first"]


def test_without_a_target_there_is_a_text_to_copy(shelf):
    page = get("letters/ask-first")
    assert 'class="send"' not in page
    assert "mailto:" not in page
    assert "send it to whoever runs this copy of the Atlas" in page
    (text,) = re.findall(r"<textarea[^>]*>(.*?)</textarea>", page, re.DOTALL)
    assert text.startswith("Row: letters/ask-first (Ask First)\n")


@pytest.mark.parametrize("name", TABLES)
def test_a_row_of_any_table_can_be_reported(shelf, name):
    key = TABLES[name].key
    ((row_id,),) = store.release().rows(f"SELECT {key} FROM {name} ORDER BY {key} LIMIT 1")
    page = get(f"{name}/{row_id}")
    assert "<h1>Is this wrong? " in page
    assert not re.search(r">(nan|NaT)<", page)


def test_only_reading_is_allowed(shelf):
    assert CLIENT.post("/report/letters/ask-first").status_code == 405


def test_without_a_release_it_says_so(monkeypatch):
    def fail() -> None:
        raise store.NoReleaseError("There is nothing to <show> yet.")

    monkeypatch.setattr(store, "release", fail)
    assert "There is nothing to &lt;show&gt; yet." in get("letters/ask-first", 503)


def test_a_failure_tells_only_a_reference(shelf, monkeypatch, caplog):
    def fail(*args: object) -> None:
        raise RuntimeError("secret of the inside")

    monkeypatch.setattr(rows, "row", fail)
    page = get("letters/ask-first", 500)
    assert "secret" not in page
    ((reference,),) = [re.findall(r"Reference (\w+)", page)]
    assert reference in caplog.text
