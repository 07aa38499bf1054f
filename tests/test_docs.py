"""What the README and CONTRIBUTING promise is there: files, commands, addresses."""

from __future__ import annotations

import re
import subprocess
import sys

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from app.routes import ROUTES
from etl.__main__ import _parser
from etl.paths import ROOT
from tests.serving import serve_real

each_text = pytest.mark.parametrize("name", ["README.md", "CONTRIBUTING.md"])
RUN = re.compile(r"run\.py (\w+)")
LOOKS_LIKE_A_FILE = re.compile(r"[\w.*-]+(/[\w.*-]*)+|[\w-]+\.(py|md|csv|toml|txt|sql)|LICENSE")


def text(name: str) -> str:
    return (ROOT / name).read_text("utf-8")


def quoted(name: str) -> list[str]:
    """What stands in backticks, outside of blocks."""
    return re.findall(r"`([^`\n]+)`", re.sub(r"```.*?```", "", text(name), flags=re.DOTALL))


@each_text
def test_files_that_are_named_exist(name):
    named = {part for part in quoted(name) if LOOKS_LIKE_A_FILE.fullmatch(part)}
    dates = {part for part in named if re.fullmatch(r"[\d/-]+", part)}
    for part in {re.sub(r"<\w+>", "*", part) for part in named - dates}:
        folders = [ROOT, ROOT / "data" / "curated"]
        assert any(any(folder.glob(part.rstrip("/"))) for folder in folders), part


@each_text
def test_pictures_and_pages_that_are_linked_exist(name):
    links = re.findall(r"\]\(([^)\s]+)\)", text(name))
    for link in [link for link in links if "://" not in link]:
        assert (ROOT / link.partition("#")[0]).exists(), link


@each_text
def test_scripts_that_are_run_exist(name):
    for script in re.findall(r"python3? ([\w/]+\.py)", text(name)):
        assert (ROOT / script).is_file(), script


def test_commands_of_run_are_offered():
    commands = {c for n in ("README.md", "CONTRIBUTING.md") for c in RUN.findall(text(n))}
    assert commands
    help_text = subprocess.run([sys.executable, "run.py"], cwd=ROOT, capture_output=True, text=True)
    assert commands <= set(RUN.findall(help_text.stdout))


def test_every_command_of_the_etl_is_in_the_readme():
    offered = next(a for a in _parser()._actions if a.dest == "command").choices
    assert set(offered) <= set(RUN.findall(text("README.md")))


def test_the_module_of_uvicorn_exists():
    (module,) = set(re.findall(r"uvicorn (\w+):app", text("README.md")))
    assert re.search(r"^app = ", text(f"{module}.py"), re.MULTILINE)


def test_addresses_of_exports_and_records_answer(monkeypatch):
    serve_real(monkeypatch)
    addresses = re.findall(r"`(/(?:export|records|sitemap)[^`]+)`", text("README.md"))
    assert len(addresses) > 4
    with TestClient(Starlette(routes=ROUTES)) as client:
        for address in addresses:
            assert client.get(address).status_code == 200, address
