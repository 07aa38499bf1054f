"""Record pages in a real browser: nobody else is asked, a phone is enough, anyone can use them."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import BrowserContext, Page

from tests.browser.conftest import open_page
from tests.previews import preview

pytestmark = pytest.mark.browser

RECORDS = (
    "bills/us-ca-2024-ab2602",
    "cases/pen-guild-v-politico",
    "companies/openai",
    "agreements/actra-ipa-2025",
    "protections/likeness_consent",
    "jurisdictions/US",
    "publishers/du-caid.github.io",
    "letters/ccai-2025",
    "bills/there-is-no-such-bill",
)
each_record = pytest.mark.parametrize("record", RECORDS)


def grave(page: Page) -> list[str]:
    """Serious and critical findings of axe, with the first place of each."""
    found = Axe().run(page).response["violations"]
    return [
        f"{v['id']}: {v['nodes'][0]['html']}"
        for v in found
        if v["impact"] in ("serious", "critical")
    ]


@each_record
def test_a_record_is_usable_by_anyone_and_asks_nobody_else(
    server: str, page: Page, record: str
) -> None:
    outside: list[str] = []
    page.on("request", lambda r: None if r.url.startswith(server) else outside.append(r.url))
    console: list[str] = []
    page.on("console", lambda m: console.append(m.text) if m.type == "error" else None)
    answer = page.goto(f"{server}/records/{record}")
    assert answer
    page.wait_for_load_state("networkidle")
    assert page.locator("h1").count() == 1
    expected = [] if answer.ok else [text for text in console if "404" in text]
    assert (outside, console) == ([], expected)
    assert grave(page) == []


@each_record
def test_a_record_fits_a_dark_phone(server: str, phone: BrowserContext, record: str) -> None:
    page = phone.new_page()
    page.goto(f"{server}/records/{record}")
    assert not page.evaluate("document.documentElement.scrollWidth > innerWidth")
    red, green, blue = page.evaluate(
        "getComputedStyle(document.body).backgroundColor.match(/[0-9]+/g).map(Number)"
    )
    assert max(red, green, blue) < 40
    assert grave(page) == []
    page.close()


def test_a_record_needs_no_script(server: str, phone: BrowserContext) -> None:
    assert phone.browser
    quiet = phone.browser.new_context(java_script_enabled=False)
    page = quiet.new_page()
    page.goto(f"{server}/records/companies/openai")
    assert page.get_by_role("heading", name="Related records").is_visible()
    page.get_by_text("BibTeX").click()
    assert page.get_by_text("@misc{atlas-companies-openai").is_visible()
    quiet.close()


@pytest.mark.parametrize("path", ["", "gaps", "records/companies/openai"])
def test_the_card_of_a_shared_link_is_served(server: str, page: Page, path: str) -> None:
    text = page.request.get(f"{server}/{path}").text()
    answer = page.request.get(preview(text)["og:image"])
    assert (answer.status, answer.headers["content-type"]) == (200, "image/png")


def test_the_keyboard_skips_to_the_record(server: str, page: Page) -> None:
    page.goto(f"{server}/records/companies/openai")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    assert page.locator(".skip").bounding_box()["x"] >= 0  # type: ignore[index]
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"


def test_on_paper_sources_have_their_address(server: str, page: Page) -> None:
    page.goto(f"{server}/records/bills/us-ca-2024-ab2602")
    page.emulate_media(media="print")
    told = page.evaluate("getComputedStyle(document.querySelector('.outside'), '::after').content")
    assert "leginfo.legislature.ca.gov" in told or "https://" in told
    assert not page.locator(".ways").is_visible()
    page.emulate_media(media="screen")


def test_an_event_leads_to_its_record_and_back_to_the_dashboard(server: str, page: Page) -> None:
    open_page(page, f"{server}/timeline")
    event = page.locator(".atlas-list li").first
    source = event.locator("a.atlas-from")
    assert source.get_attribute("href").startswith("http")  # type: ignore[union-attr]
    event.locator("a").first.click()
    page.wait_for_url(f"{server}/records/**")
    page.get_by_role("navigation").get_by_role("link").first.click()
    page.wait_for_selector("[data-testid=stMain] [data-testid=stDataFrame]")
    assert page.locator("[data-testid=stAlert]").count() == 0
