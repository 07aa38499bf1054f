"""Server time and size of record pages, table by table: medians and maxima.

    .venv/bin/python benchmarks/record_pages.py [pages a table]

Takes pages spread evenly over each table, and always those that most other rows refer to. The
limits we hold ourselves to: a median of 30 ms for every table, and no page above 60 KB.
"""

from __future__ import annotations

import statistics
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from starlette.applications import Starlette
from starlette.testclient import TestClient

from app import store
from app.records import rows
from app.records.addresses import RECORD_TABLES, address
from app.routes import ROUTES

BUSIEST = """
    SELECT to_id FROM links WHERE to_table = $table GROUP BY 1 ORDER BY count(*) DESC LIMIT 5"""


def main(size: int) -> None:
    """Time every table and print a line for each, then the worst of all."""
    print(f"{'table':<26}{'pages':>6}{'median ms':>11}{'max ms':>8}{'median KB':>11}{'max KB':>8}")
    every: list[float] = []
    largest = 0.0
    with TestClient(Starlette(routes=ROUTES)) as client:
        for table in RECORD_TABLES:
            asked = sample(table, size)
            measured = [one(client, f"/{address(table, row_id)}") for row_id in asked]
            times, sizes = [t for t, _ in measured], [s for _, s in measured]
            every, largest = every + times, max(largest, *sizes)
            print(
                f"{table:<26}{len(asked):>6}{statistics.median(times):>11.1f}{max(times):>8.1f}"
                f"{statistics.median(sizes):>11.1f}{max(sizes):>8.1f}"
            )
    middle = statistics.median(every)
    print(f"{'all':<26}{len(every):>6}{middle:>11.1f}{max(every):>8.1f}{'':>11}{largest:>8.1f}")


def sample(table: str, size: int) -> list[str]:
    """Ids spread over the table, and the ones that most rows refer to."""
    ids = [row_id for _, row_id in rows.ids([table])]
    busiest = [row_id for (row_id,) in store.release().rows(BUSIEST, {"table": table})]
    return list(dict.fromkeys([*busiest, *ids[:: max(1, len(ids) // size)]]))


def one(client: TestClient, path: str) -> tuple[float, float]:
    """Milliseconds and kilobytes of one page."""
    start = time.perf_counter()
    answer = client.get(path)
    taken = (time.perf_counter() - start) * 1000
    assert answer.status_code == 200, path
    return taken, len(answer.content) / 1000


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 25)
