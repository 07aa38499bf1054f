"""What people take away from a page: pictures, tables, links, embeds."""

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import open_page

pytestmark = pytest.mark.browser


def tools(page: Page, key: str) -> object:
    page.wait_for_selector(f".st-key-chart_{key} .js-plotly-plot .main-svg")
    return page.locator(f"[class*='st-key-tools_{key}']")


def download(page: Page, key: str, label: str) -> bytes:
    box = tools(page, key)
    with page.expect_download() as waiting:
        box.get_by_role("button", name=label).click()  # type: ignore[attr-defined]
    return waiting.value.path().read_bytes()


def test_svg_holds_title_source_and_day(server: str, page: Page) -> None:
    open_page(page, f"{server}/litigation?as_of=2026-10-01")
    title = page.get_by_role("heading", level=2).first.inner_text()
    svg = download(page, "filings", "SVG").decode()
    assert svg.startswith("<svg") and title.split(",")[0] in svg
    assert "Creators’ AI Atlas, release" in svg and "as of 1 Oct 2026" in svg


def test_png_is_a_picture_twice_the_size_on_screen(server: str, page: Page) -> None:
    open_page(page, f"{server}/legislation")
    png = download(page, "laws", "PNG")
    assert png[:8] == b"\x89PNG\r\n\x1a\n"
    assert int.from_bytes(png[16:20], "big") > 900


def test_chart_csv_is_its_table_twin(server: str, page: Page) -> None:
    open_page(page, f"{server}/gaps?union=none&state=OH")
    lines = download(page, "gap_pillars", "CSV").decode().splitlines()
    assert lines[0] == "Pillar,At least %,At most %"
    assert len(lines) == 5


def test_the_table_opens_in_one_click(server: str, page: Page) -> None:
    open_page(page, f"{server}/practices")
    page.locator(".st-key-table_kinds summary").click()
    page.wait_for_selector(".st-key-table_kinds [data-testid=stDataFrame]")


def test_share_gives_a_live_and_a_frozen_link_with_its_qr_code(server: str, page: Page) -> None:
    open_page(page, f"{server}/legislation?state=TN")
    page.get_by_role("button", name="Share").click()
    page.wait_for_selector("[data-testid=stPopoverBody] code")
    assert (
        page.locator("[data-testid=stPopoverBody] code").first.inner_text()
        == f"{server}/legislation?state=TN"
    )
    page.get_by_role("radio", name="Frozen at its day").or_(
        page.get_by_text("Frozen at its day")
    ).first.click()
    page.wait_for_function(
        "[...document.querySelectorAll('code')].some(c => c.innerText.includes('as_of=20'))"
    )
    assert (
        page.locator("[data-testid=stPopoverBody] [data-testid=stImage] :is(img, svg)").count() >= 1
    )
    frozen = page.locator("[data-testid=stPopoverBody] code").first.inner_text()
    title = page.inner_text("h1")
    assert open_page(page, frozen) == title


def test_embed_has_no_menu_and_no_filter_bar(server: str, page: Page) -> None:
    title = open_page(page, f"{server}/legislation?state=TN&embed=true")
    assert "enacted law" in title
    assert page.locator(".st-key-toolbar").count() == 0
    assert not page.get_by_role("link", name="Method", exact=True).is_visible()
