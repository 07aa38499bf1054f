"""A click into a chart: on a tile of the map, on a cell of the matrix."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, TimeoutError, expect

from tests.browser.conftest import WAIT, open_page

pytestmark = pytest.mark.browser


def press_until(page: Page, press: Callable[[], None], address: str) -> None:
    """Press until the address follows: a page that was just drawn anew may miss a click."""
    for _ in range(3):
        expect(page.locator('[data-test-script-state="notRunning"]')).to_be_attached(timeout=WAIT)
        press()
        try:
            page.wait_for_url(re.compile(address), timeout=WAIT / 3)
            return
        except TimeoutError:
            continue
    pytest.fail(f"no click led to {address}")


@pytest.mark.parametrize(("path", "chart"), [("legislation", "laws"), ("gaps", "gap_states")])
def test_a_tile_chooses_its_state_and_a_second_click_all(
    server: str, page: Page, path: str, chart: str
) -> None:
    open_page(page, f"{server}/{path}")
    layer = page.locator(f".st-key-plot_{chart} .nsewdrag").first

    def press_texas() -> None:
        """Click the fourth tile of eleven in the last row of eight: the layer takes the click."""
        box = layer.bounding_box(timeout=WAIT)
        assert box
        layer.click(position={"x": box["width"] * 3.5 / 11, "y": box["height"] * 7.5 / 8})

    press_until(page, press_texas, r"\?state=TX$")
    tiles = page.locator(f".st-key-plot_{chart} .heatmaplayer text")
    expect(tiles.filter(has_text="CA").first).to_be_visible(timeout=WAIT)  # the map stays whole
    press_until(page, press_texas, rf"/{path}$")


def test_a_cell_of_the_matrix_opens_its_rows(server: str, page: Page) -> None:
    open_page(page, f"{server}/gaps?craft=voice_actor")
    cell = page.locator(".st-key-plot_gap_matrix .heatmaplayer text").first
    press_until(page, lambda: cell.click(force=True), r"cell=voice_actor\.training_consent")
    expect(page.locator(".atlas-answers").first).to_be_visible(timeout=WAIT)
