"""Milliseconds of the coverage engine on the real data, in DuckDB alone.

    .venv/bin/python benchmarks/coverage_time.py [repeats]

The limits we hold ourselves to: the full matrix for one day in 50 ms, the curve of a hundred months
in 500 ms.
"""

from __future__ import annotations

import statistics
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from app import store

ANYBODY = "[]::VARCHAR[], []::VARCHAR[], []::VARCHAR[], {states}, []::VARCHAR[], []::VARCHAR[]"
DAY = "[DATE '2026-11-22']"
MONTHS = "range(DATE '2019-01-01', DATE '2027-05-01', INTERVAL 1 MONTH)::DATE[]"
ASKED = {
    "matrix, one day": (f"coverage_over({DAY}, {ANYBODY})", "[]::VARCHAR[]"),
    "matrix, one day, in Texas": (f"coverage_over({DAY}, {ANYBODY})", "['TX']"),
    "curve, 100 months": (f"gap_scores_over({MONTHS}, {ANYBODY})", "[]::VARCHAR[]"),
    "curve, 100 months, in Texas": (f"gap_scores_over({MONTHS}, {ANYBODY})", "['TX']"),
    "all states, one day": (f"state_coverage_over({DAY}, {ANYBODY})", "[]::VARCHAR[]"),
}


def main(repeats: int) -> None:
    """Print the median and the best of each question."""
    opened = store.release()
    for name, (source, states) in ASKED.items():
        sql = f"FROM {source.format(states=states)}"
        taken = [_milliseconds(opened, sql) for _ in range(repeats)]
        print(f"{name:32} median {statistics.median(taken):7.1f} ms, best {min(taken):7.1f} ms")


def _milliseconds(opened: store.Release, sql: str) -> float:
    start = time.perf_counter()
    opened.rows(sql)
    return (time.perf_counter() - start) * 1000


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 10)
