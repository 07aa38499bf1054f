"""A click into a chart: on a tile of the map, on a cell of the matrix."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import WAIT, open_page

pytestmark = pytest.mark.browser


def press_texas(page: Page, chart: str) -> None:
    """Click the fourth tile of eleven in the last row of eight: the layer above takes the click."""
    layer = page.locator(f".st-key-plot_{chart} .nsewdrag")
    layer.wait_for(timeout=WAIT)
    expect(page.locator('[data-test-script-state="notRunning"]')).to_be_attached(timeout=WAIT)
    box = layer.bounding_box()
    assert box
    layer.click(position={"x": box["width"] * 3.5 / 11, "y": box["height"] * 7.5 / 8})


@pytest.mark.parametrize(("path", "chart"), [("legislation", "laws"), ("gaps", "gap_states")])
def test_a_tile_chooses_its_state_and_a_second_click_all(
    server: str, page: Page, path: str, chart: str
) -> None:
    open_page(page, f"{server}/{path}")
    tiles = page.locator(f".st-key-plot_{chart} .heatmaplayer text")
    press_texas(page, chart)
    expect(page).to_have_url(re.compile(r"\?state=TX$"), timeout=WAIT)
    expect(tiles.filter(has_text="CA")).to_be_visible()  # the map stays whole
    press_texas(page, chart)
    expect(page).to_have_url(re.compile(rf"/{path}$"), timeout=WAIT)


def test_a_cell_of_the_matrix_opens_its_rows(server: str, page: Page) -> None:
    open_page(page, f"{server}/gaps?craft=voice_actor")
    cells = page.locator(".st-key-plot_gap_matrix .heatmaplayer text")
    cells.first.click(force=True)
    expect(page).to_have_url(re.compile(r"cell=voice_actor\.training_consent"))
    expect(page.locator(".atlas-answers").first).to_be_visible()
