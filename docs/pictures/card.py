"""Draws the card that stands for the Atlas where a link to it is shared: app/static/card.png."""

from __future__ import annotations

import base64
from pathlib import Path
from string import Template

import streamlit
from playwright.sync_api import Browser

from app.palette import LIGHT

HERE = Path(__file__).resolve().parent
CARD = HERE.parents[1] / "app" / "static" / "card.png"
SIZE = {"width": 1200, "height": 630}
"""What the networks that show such cards ask for."""

FONTS = Path(streamlit.__file__).parent / "static" / "static" / "media"
TILES = ("   5", " 1 5", "  25", " 342", "1 5a", " 245", "  35", " 1 4")
"""An ornament like the mark, no data: shades from 0 to 5, `a` for the colour of alarm."""


def draw(browser: Browser) -> None:
    """Draw the card anew."""
    page = browser.new_page(viewport=SIZE)
    page.set_content(_html())
    page.evaluate("document.fonts.ready")
    page.screenshot(path=CARD)
    page.close()


def _html() -> str:
    template = Template((HERE / "card.html").read_text(encoding="utf-8"))
    colours = {name: getattr(LIGHT, name) for name in ("paper", "ink", "quiet")}
    fonts = {"sans": _font("SourceSansVF-Upright"), "serif": _font("SourceSerifVariable-Roman")}
    return template.substitute(colours, **fonts, tiles=_tiles())


def _font(name: str) -> str:
    """A font of the dashboard, as an address that a page from nowhere may load."""
    (file,) = FONTS.glob(f"{name}.*.woff2")
    return f"data:font/woff2;base64,{base64.b64encode(file.read_bytes()).decode()}"


def _tiles() -> str:
    return "".join(
        f'<rect x="{x}.05" y="{y}.05" width=".9" height=".9" rx=".15" fill="{_fill(tile)}"/>'
        for y, line in enumerate(TILES)
        for x, tile in enumerate(line)
        if tile != " "
    )


def _fill(tile: str) -> str:
    return LIGHT.alarm if tile == "a" else LIGHT.steps[int(tile)]
