"""A fresh server on a free port for each module, and a browser for all of them."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from tests.browser.chromium import FLAGS, find_or_install

ROOT = Path(__file__).resolve().parents[2]
WAIT = 30_000
"""Milliseconds; these machines are slow when busy."""


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A server that has never served a page, over an empty warehouse: it must build its own."""
    port = free_port()
    folder = tmp_path_factory.mktemp("warehouse")
    command = [sys.executable, "-m", "streamlit", "run", "dashboard.py", "--server.port", str(port)]
    process = subprocess.Popen(
        [*command, "--server.address", "127.0.0.1"],
        cwd=ROOT,
        env={**os.environ, "ATLAS_WAREHOUSE": str(folder)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        wait_until_up(f"http://127.0.0.1:{port}", process)
        yield f"http://127.0.0.1:{port}"
    finally:
        process.terminate()
        process.wait(timeout=20)


def wait_until_up(base: str, process: subprocess.Popen[bytes]) -> None:
    """Wait for the socket only: a test that wants a cold server must be the first to ask it."""
    host, port = base.removeprefix("http://").split(":")
    for _ in range(300):
        assert process.poll() is None, "the server stopped"
        with socket.socket() as probe:
            if probe.connect_ex((host, int(port))) == 0:
                return
        time.sleep(0.1)
    raise AssertionError("the server did not come up in 30 s")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=find_or_install(), args=list(FLAGS))
        yield launched
        launched.close()


@pytest.fixture(scope="module")
def desktop(browser: Browser) -> Iterator[BrowserContext]:
    """One browser window for a module: its cache spares each test nine megabytes."""
    context = browser.new_context(viewport={"width": 1440, "height": 900}, accept_downloads=True)
    context.set_default_timeout(WAIT)
    yield context
    context.close()


@pytest.fixture(scope="module")
def phone(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context(viewport={"width": 390, "height": 844}, color_scheme="dark")
    context.set_default_timeout(WAIT)
    yield context
    context.close()


@pytest.fixture
def page(desktop: BrowserContext) -> Iterator[Page]:
    opened = desktop.new_page()
    yield opened
    opened.close()


def open_page(page: Page, address: str) -> str:
    """Open an address, wait until it is drawn, and return its headline."""
    page.goto(address)
    return headline(page)


def headline(page: Page) -> str:
    page.wait_for_selector("[data-testid=stMain] h1")
    page.wait_for_function("!document.querySelector('[data-testid=stStatusWidget]')")
    page.wait_for_timeout(400)
    return page.inner_text("[data-testid=stMain] h1")


def fetch(address: str) -> bytes:
    with urllib.request.urlopen(address) as answer:
        return bytes(answer.read())
