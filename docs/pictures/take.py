"""Takes the pictures of the README and draws the card of shared links: python3 run.py pictures."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from card import draw  # noqa: E402

from tests.browser.chromium import FLAGS, find_or_install  # noqa: E402
from tests.browser.conftest import free_port, headline, wait_until_up  # noqa: E402

SHOTS = {
    "overview": ("", 900),
    "my-protections": ("my-protections?craft=voice_actor&union=sag-aftra&state=TX", 800),
    "gaps": ("gaps", 1000),
    "legislation": ("legislation?topic=digital_replica", 760),
    "agreements": ("agreements?status=in_force", 900),
}
"""Picture, its page, and how much of it to show."""


def main() -> None:
    """Start a server, photograph each page, stop the server."""
    port = free_port()
    command = [sys.executable, "-m", "streamlit", "run", "dashboard.py", "--server.port", str(port)]
    process = subprocess.Popen(command, cwd=ROOT, env=os.environ.copy())
    base = f"http://127.0.0.1:{port}"
    try:
        wait_until_up(base, process)
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(
                executable_path=find_or_install(), args=list(FLAGS)
            )
            for name, (path, height) in SHOTS.items():
                page = browser.new_page(viewport={"width": 1280, "height": height})
                page.goto(f"{base}/{path}")
                headline(page)
                page.wait_for_selector(".js-plotly-plot .main-svg, .atlas-answers")
                page.wait_for_timeout(2500)
                page.screenshot(path=ROOT / "docs" / "pictures" / f"{name}.png")
                page.close()
            draw(browser)
            browser.close()
    finally:
        process.terminate()
        process.wait(timeout=20)


if __name__ == "__main__":
    main()
