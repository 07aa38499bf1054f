"""What the server does beside answering: the first question to each release is its own."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from app import search, store
from app.opened import Release
from app.startup import keep_release_ready
from tests.serving import serve
from tests.tiny_world import World


@pytest.fixture
def shelf(built, monkeypatch) -> World:
    serve(monkeypatch, built.warehouse, built.curated)
    return built


@pytest.fixture
def serving() -> Iterator[None]:
    with TestClient(Starlette(lifespan=keep_release_ready)):
        yield
    until(lambda: not store._watched)


def until(holds: Callable[[], bool]) -> None:
    for _ in range(1500):
        if holds():
            return
        time.sleep(0.01)
    pytest.fail("that never came")


@pytest.fixture
def warmed(monkeypatch) -> list[str]:
    """The releases that were asked a first question, in turn."""
    asked: list[str] = []
    monkeypatch.setattr(search, "warm_up", lambda opened: asked.append(opened.id))
    return asked


def test_each_way_of_asking_is_tried(shelf, monkeypatch):
    ways, real = set(), search._asked

    def noted(opened: Release, macro: str, question: str, *more: object):
        ways.add((macro, more[0] if macro == "search_answers" else None))
        return real(opened, macro, question, *more)

    monkeypatch.setattr(search, "_asked", noted)
    search.warm_up(store.release())
    assert ways == {
        ("search_answers", False),
        ("search_answers", True),
        ("search_unknown_numbers", None),
        ("search_near_numbers", None),
    }


def test_a_release_is_opened_and_asked_before_anybody_comes(shelf, warmed, serving):
    until(lambda: bool(warmed))
    assert store.is_open()
    assert warmed == [store.release().id]


def test_a_new_release_is_asked_before_it_serves(shelf, warmed, serving):
    until(lambda: bool(warmed))
    first = store.release().id
    shelf.change("courts", "example-land", name="Renamed Court")
    shelf.build()
    until(lambda: store.release().id != first)
    assert warmed == [first, store.release().id]


def test_files_that_changed_while_nobody_served_are_built(shelf, warmed, monkeypatch):
    old = store.release().id
    shelf.change("courts", "example-land", name="Renamed Court")
    monkeypatch.setattr(store, "_open", None)  # as if it had just started
    with TestClient(Starlette(lifespan=keep_release_ready)):
        until(lambda: bool(warmed))
        assert store.release().id not in (old, "")
    until(lambda: not store._watched)


def test_files_with_faults_leave_the_last_release_serving(shelf, warmed, caplog):
    old = store.release().id
    shelf.change("courts", "example-land", level="nonsense")
    with TestClient(Starlette(lifespan=keep_release_ready)):
        until(lambda: bool(warmed))
        assert store.release().id == old
    until(lambda: not store._watched)
    assert f"Release {old} goes on serving" in caplog.text


def test_a_first_question_that_fails_stops_nothing(shelf, monkeypatch, caplog, serving):
    def fail(_: Release) -> None:
        raise RuntimeError("secret of the inside")

    monkeypatch.setattr(search, "warm_up", fail)
    first = store.release().id
    until(lambda: store._watched)
    shelf.change("courts", "example-land", name="Renamed Court")
    shelf.build()
    until(lambda: store.release().id != first)
    assert "first search" in caplog.text
