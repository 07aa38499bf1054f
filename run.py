#!/usr/bin/env python3
"""Sets the Atlas up and runs it. Needs Python 3.11 or newer, and nothing else.

    python3 run.py app        start the dashboard
    python3 run.py tests      run all tests, the browser tests too
    python3 run.py pictures   take the pictures of the README anew

The first run makes a virtual environment in .venv and installs the pinned packages into it.
Whatever follows the command is passed on: python3 run.py app --server.port 9000
"""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")

COMMANDS = {
    "app": ("requirements.txt", ["-m", "streamlit", "run", "dashboard.py"]),
    "tests": ("requirements-dev.txt", ["-m", "pytest"]),
    "pictures": ("requirements-dev.txt", ["docs/pictures/take.py"]),
}


def main(arguments: list[str]) -> int:
    """Set up what the command needs, then run it; returns its exit status."""
    if sys.version_info < (3, 11):  # noqa: UP036 (this file is what an old Python meets first)
        print("The Atlas needs Python 3.11 or newer; this is", sys.version.split()[0])
        return 2
    if not arguments or arguments[0] not in COMMANDS:
        print(__doc__)
        return 2
    requirements, command = COMMANDS[arguments[0]]
    set_up(ROOT / requirements)
    if arguments[0] != "app":
        subprocess.run([PYTHON, "-m", "tests.browser.chromium"], cwd=ROOT, check=True)
    return subprocess.run([PYTHON, *command, *arguments[1:]], cwd=ROOT).returncode


def set_up(requirements: Path) -> None:
    """Install the pinned packages, unless just these are installed already."""
    stamp = VENV / f"installed-{requirements.stem}"
    wanted = hashlib.sha256(requirements.read_bytes()).hexdigest()
    if stamp.exists() and stamp.read_text() == wanted and PYTHON.exists():
        return
    print(f"Setting up: packages of {requirements.name} into .venv (a minute or two) …", flush=True)
    if not PYTHON.exists():
        venv.create(VENV, with_pip=True)
    install = [PYTHON, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    subprocess.run([*install, "--requirement", requirements], check=True)
    stamp.write_text(wanted)


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except subprocess.CalledProcessError as error:
        sys.exit(error.returncode)
    except KeyboardInterrupt:
        sys.exit(130)
