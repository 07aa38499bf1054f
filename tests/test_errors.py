"""An unexpected error: an apology with a reference for the user, the trace for the log."""

import logging

import pytest
from streamlit.testing.v1 import AppTest

from app import store
from tests.serving import serve_real


def test_a_failing_page_apologises_and_logs(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def broken(*_: object) -> None:
        raise ValueError("secret detail of the machine")

    serve_real(monkeypatch)
    monkeypatch.setattr(store, "query", broken)
    logging.getLogger("atlas").addHandler(caplog.handler)
    app = AppTest.from_file("../app/frame.py", default_timeout=60).run()
    told = " ".join(error.value for error in app.error)
    assert "could not be drawn" in told and "reference" in told
    assert "secret detail" not in told and not app.exception
    reference = told.rstrip(".").split()[-1]
    assert reference in caplog.text and "secret detail" in caplog.text
