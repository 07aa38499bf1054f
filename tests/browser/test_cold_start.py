"""A fresh server, an empty warehouse, and a deep link as the very first request."""

import csv
import io

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import fetch, headline, open_page

pytestmark = pytest.mark.browser

LINK = "legislation?state=CA&state=NY&topic=digital_replica"


def test_cold_deep_link_draws_frame_filters_and_page(server: str, page: Page) -> None:
    title = open_page(page, f"{server}/{LINK}")
    assert "in force" in title
    assert page.url == f"{server}/{LINK}"
    chips = page.locator(".st-key-filter_bar").inner_text()
    assert "California" in chips and "New York" in chips and "Digital replicas" in chips
    assert page.get_by_role("link", name="Method").is_visible()


def test_the_rows_on_screen_are_the_rows_of_the_export(server: str, page: Page) -> None:
    open_page(page, f"{server}/{LINK}")
    rows = list(
        csv.DictReader(
            io.StringIO(
                fetch(f"{server}/export/{LINK.replace('legislation', 'bills.csv')}").decode()
            )
        )
    )
    assert {row["jurisdiction"] for row in rows} == {"CA", "NY"}
    assert page.get_by_text(f"The rows behind it: {len(rows)} bills").is_visible()


def test_a_filter_goes_into_the_address_and_back_undoes_it(server: str, page: Page) -> None:
    before = open_page(page, f"{server}/litigation")
    page.get_by_role("button", name="More filters").click()
    page.get_by_label("Search", exact=True).fill("suno")
    page.keyboard.press("Enter")
    page.wait_for_url("**/litigation?q=suno")
    page.keyboard.press("Escape")
    assert headline(page) != before
    page.go_back()
    page.wait_for_url(f"{server}/litigation")
    page.wait_for_function("t => document.querySelector('h1').innerText === t", arg=before)


def test_filters_survive_a_change_of_page_back_and_reload(server: str, page: Page) -> None:
    open_page(page, f"{server}/legislation?protection=likeness_consent")
    page.get_by_role("link", name="Practices").click()
    page.wait_for_url("**/practices?protection=likeness_consent")
    kept = headline(page)
    page.reload()
    assert headline(page) == kept
    page.go_back()
    if "/practices" in page.url:  # a busy browser notes the click and its filters as two steps
        page.go_back()
    page.wait_for_url("**/legislation?protection=likeness_consent")
    assert "enacted" in headline(page)


def test_clear_takes_every_filter_away(server: str, page: Page) -> None:
    open_page(page, f"{server}/{LINK}")
    page.get_by_role("button", name="Clear", exact=False).last.click()
    page.wait_for_url(f"{server}/legislation")


def test_an_unknown_value_is_left_out_and_said_so(server: str, page: Page) -> None:
    open_page(page, f"{server}/legislation?state=CA&state=ZZ&topic=digital_replicas")
    told = page.locator("[data-testid=stAlert]").all_inner_texts()
    assert any("ZZ" in text for text in told)
    assert any("Did you mean “digital_replica”?" in text for text in told)
    page.wait_for_url(f"{server}/legislation?state=CA")


def test_nothing_matching_says_what_to_change(server: str, page: Page) -> None:
    title = open_page(page, f"{server}/litigation?q=zzzzzz")
    assert title == "No case is on record under these filters"
    assert "Remove one, or press Clear" in page.inner_text("[data-testid=stAlert]")


def test_the_download_link_gives_the_rows_on_screen(server: str, page: Page) -> None:
    open_page(page, f"{server}/litigation?plaintiff=voice_actors")
    with page.expect_download() as waiting:
        page.locator('a[href^="export/cases.csv"]').click()
    downloaded = waiting.value
    assert downloaded.suggested_filename.startswith("creators-ai-atlas-cases-")
    rows = list(csv.DictReader(downloaded.path().open(encoding="utf-8", newline="")))
    assert {row["plaintiff_class"] for row in rows} == {"voice_actors"}
    assert page.get_by_text(f"The rows behind it: {len(rows)} cases").is_visible()
