"""Finds a Chromium for the browser tests, or installs one."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
HELP = (
    "No Chromium was found and none could be installed: install one (Debian: apt-get install "
    "chromium; elsewhere: python -m playwright install chromium) or set CHROMIUM to its path."
)


def find() -> str:
    """Path of a Chromium that is there already, or an empty string."""
    named = os.environ.get("CHROMIUM", "")
    if named and Path(named).exists():
        return named
    on_path = next(filter(None, map(shutil.which, NAMES)), "")
    return on_path or _from_playwright()


def find_or_install() -> str:
    """Path of a Chromium; installs one if need be. SystemExit with one sentence if it cannot."""
    for install in (None, _install_with_apt, _install_with_playwright):
        if install is not None:
            install()
        if found := find():
            return found
    raise SystemExit(HELP)


def _from_playwright() -> str:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if Path(path).exists() else ""


def _install_with_apt() -> None:
    if not Path("/etc/debian_version").exists() or os.geteuid() != 0:
        return
    print("Installing Chromium with apt …", flush=True)
    quiet = {"stdout": subprocess.DEVNULL, "check": False}
    subprocess.run(["apt-get", "update", "-qq"], **quiet)
    packages = ["chromium", "fonts-dejavu"]
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    subprocess.run(["apt-get", "install", "-y", "-qq", *packages], env=environment, **quiet)


def _install_with_playwright() -> None:
    print("Installing Chromium with Playwright …", flush=True)
    command = [sys.executable, "-m", "playwright", "install", "chromium"]
    try:
        subprocess.run(command, timeout=300, check=False)
    except subprocess.TimeoutExpired:
        print("That took too long.", flush=True)


if __name__ == "__main__":
    print("Chromium for the browser tests:", find_or_install())
