"""`/healthz`: fine with a release, 503 without, and never the text of an exception."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from app import store
from app.routes import ROUTES
from etl.vocab import DOMAINS
from tests.serving import serve_real

CLIENT = TestClient(Starlette(routes=ROUTES), raise_server_exceptions=False)


def test_it_names_the_release_and_how_far_the_data_reaches(monkeypatch):
    opened = serve_real(monkeypatch)
    answer = CLIENT.get("/healthz")
    assert answer.status_code == 200
    told = answer.json()
    assert (told["status"], told["release"]) == ("ok", opened.id)
    assert datetime.fromisoformat(told["built_at"]).utcoffset() is not None
    assert set(told["data_reaches_to"]) == set(DOMAINS.ids) - {"reference"}
    assert all(date.fromisoformat(day) <= date.today() for day in told["data_reaches_to"].values())


def test_without_a_release_it_is_unavailable(monkeypatch):
    def fail() -> None:
        raise store.NoReleaseError("There is nothing to show yet.")

    monkeypatch.setattr(store, "release", fail)
    answer = CLIENT.get("/healthz")
    assert answer.status_code == 503
    assert answer.json() == {"status": "no data", "reason": "There is nothing to show yet."}


@pytest.mark.parametrize("broken", ["release", "data_reaches_to"])
def test_a_failure_tells_only_a_reference(monkeypatch, caplog, broken):
    def fail(*args: object) -> None:
        raise RuntimeError("secret of the inside")

    serve_real(monkeypatch)
    monkeypatch.setattr(store, broken, fail)
    answer = CLIENT.get("/healthz")
    assert answer.status_code == 503
    assert "secret" not in answer.text
    assert answer.json()["reference"] in caplog.text
