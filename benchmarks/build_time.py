"""Seconds of `python -m etl build --force` on the real data, as a user would run it.

    .venv/bin/python benchmarks/build_time.py [repeats]

The limit we hold ourselves to is 5 seconds on two cores.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]


def main(repeats: int) -> None:
    """Build several times into an empty folder; print median and slowest."""
    seconds = []
    with tempfile.TemporaryDirectory() as folder:
        for _ in range(repeats):
            start = time.perf_counter()
            subprocess.run(
                [sys.executable, "-m", "etl", "--warehouse", folder, "build", "--force"],
                cwd=ROOT,
                env=os.environ,
                check=True,
                capture_output=True,
            )
            seconds.append(time.perf_counter() - start)
    print(f"{repeats} builds: median {statistics.median(seconds):.1f} s, {max(seconds):.1f} s most")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 5)
