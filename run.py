#!/usr/bin/env python3
"""Sets the Atlas up and runs it. Needs Python 3.11 or newer, and nothing else.

    python3 run.py app        start the dashboard
    python3 run.py tests      run all tests, the browser tests too
    python3 run.py check      look for faults in the data files
    python3 run.py build      build a release of the data files; a running dashboard picks it up
    python3 run.py quality    build, then write docs/data-quality.md: how good the data is
    python3 run.py status     say which release serves, and whether the files changed since
    python3 run.py pictures   take the pictures of the README and of shared links anew

The first run makes a virtual environment in .venv and installs the pinned packages into it.
Whatever follows the command is passed on: python3 run.py app --server.port 9000
"""

from __future__ import annotations

import hashlib
import os
import shutil
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
    "check": ("requirements.txt", ["-m", "etl", "check"]),
    "build": ("requirements.txt", ["-m", "etl", "build"]),
    "quality": ("requirements.txt", ["-m", "etl", "quality"]),
    "status": ("requirements.txt", ["-m", "etl", "status"]),
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
    if requirements == "requirements-dev.txt":
        subprocess.run([PYTHON, "-m", "tests.browser.chromium"], cwd=ROOT, check=True)
    return subprocess.run([PYTHON, *command, *arguments[1:]], cwd=ROOT).returncode


def set_up(requirements: Path) -> None:
    """Install the pinned packages, unless just these are installed already."""
    stamp = VENV / f"installed-{requirements.stem}"
    wanted = hashlib.sha256(requirements.read_bytes()).hexdigest()
    if stamp.exists() and stamp.read_text() == wanted and PYTHON.exists():
        return
    print(f"Setting up: packages of {requirements.name} into .venv (a minute or two) …", flush=True)
    make_environment()
    install = [PYTHON, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    subprocess.run([*install, "--requirement", requirements], check=True)
    stamp.write_text(wanted)


def make_environment() -> None:
    """A virtual environment with pip; one that was left half made is made again."""
    has_pip = [PYTHON, "-c", "import pip"]
    if PYTHON.exists() and subprocess.run(has_pip, capture_output=True).returncode == 0:
        return
    try:
        venv.create(VENV, clear=True, with_pip=True)
    except (subprocess.CalledProcessError, OSError) as error:
        shutil.rmtree(VENV, ignore_errors=True)
        print("This Python cannot make a virtual environment. On Debian or Ubuntu, install it with")
        print("    apt-get install python3-venv")
        raise SystemExit(1) from error


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except subprocess.CalledProcessError as error:
        sys.exit(error.returncode)
    except KeyboardInterrupt:
        sys.exit(130)
