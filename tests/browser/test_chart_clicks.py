"""A click into a chart: on a tile of the map, on a cell of the matrix."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import open_page

pytestmark = pytest.mark.browser


def press(page: Page, words: Locator) -> None:
    """Click where the words stand: the layer above them takes the click."""
    words.scroll_into_view_if_needed()
    box = words.bounding_box()
    assert box
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)


@pytest.mark.parametrize(("path", "chart"), [("legislation", "laws"), ("gaps", "gap_states")])
def test_a_tile_chooses_its_state_and_a_second_click_all(
    server: str, page: Page, path: str, chart: str
) -> None:
    open_page(page, f"{server}/{path}")
    tiles = page.locator(f".st-key-plot_{chart} .heatmaplayer text")
    texas = tiles.filter(has_text="TX")
    expect(texas).to_have_count(1)
    press(page, texas)
    expect(page).to_have_url(re.compile(r"\?state=TX$"))
    expect(tiles.filter(has_text="CA")).to_have_count(1)  # the map stays whole
    press(page, texas)
    expect(page).to_have_url(re.compile(rf"/{path}$"))


def test_a_cell_of_the_matrix_opens_its_rows(server: str, page: Page) -> None:
    open_page(page, f"{server}/gaps?craft=voice_actor")
    cells = page.locator(".st-key-plot_gap_matrix .heatmaplayer text")
    press(page, cells.first)
    expect(page).to_have_url(re.compile(r"cell=voice_actor\.training_consent"))
    expect(page.locator(".atlas-answers").first).to_be_visible()
