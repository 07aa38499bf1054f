"""What must hold on every page: it draws, asks nobody else, and fits a phone."""

import pytest
from playwright.sync_api import BrowserContext, Page

from app.registry import PAGES
from tests.browser.conftest import open_page

pytestmark = pytest.mark.browser

ALT = """box => (box.closest('[aria-label]') || box.querySelector('[aria-label]') || box)
    .getAttribute('aria-label')"""
"""The alternative text of a chart."""

PATHS = ["" if spec is PAGES[0] else spec.path for spec in PAGES]
HARMLESS = ("_stcore/health", "_stcore/host-config")
"""Streamlit looks for these below a deep link before it finds the root."""


@pytest.mark.parametrize("path", PATHS)
def test_every_page_draws_and_asks_nobody_else(server: str, page: Page, path: str) -> None:
    outside, failed = [], []
    page.on("request", lambda r: outside.append(r.url) if _foreign(r.url, server) else None)
    page.on("response", lambda r: failed.append(r.url) if _broken(r) else None)
    assert open_page(page, f"{server}/{path}")
    page.wait_for_timeout(1500)
    assert (outside, failed) == ([], [])
    assert page.locator("[data-testid=stException]").count() == 0
    for chart in page.locator("[data-testid=stPlotlyChart]").all():
        assert len(chart.evaluate(ALT) or "") > 20


@pytest.mark.parametrize("path", PATHS)
def test_every_page_fits_a_phone(server: str, phone: BrowserContext, path: str) -> None:
    page = phone.new_page()
    assert open_page(page, f"{server}/{path}")
    page.wait_for_timeout(800)
    assert not page.evaluate("document.documentElement.scrollWidth > innerWidth + 1")
    page.close()


def _foreign(url: str, server: str) -> bool:
    return url.startswith(("http", "ws")) and server.split("//")[1] not in url


def _broken(response: object) -> bool:
    return response.status >= 400 and not response.url.endswith(HARMLESS)  # type: ignore[attr-defined]
