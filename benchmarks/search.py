"""Server time of the search, at the real size and at 100 times the size: no browser in the figure.

    .venv/bin/python benchmarks/search.py [times]

Builds a release, then a copy of it in which every record that can be found stands `times` times
with names and numbers of its own (letters and digits swapped anew for each copy), and makes the
index of that. Prints the median and the slowest answer in milliseconds for each kind of question,
and for the first question to a release just opened, as it is and warmed up as the server does.
The limits we hold ourselves to: 100 ms at the real size, 300 ms at 100 times the size.
"""

from __future__ import annotations

import os
import random
import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import duckdb

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from app import store  # noqa: E402
from app.opened import Release  # noqa: E402
from app.search import _answer, search, warm_up  # noqa: E402
from etl.build import build  # noqa: E402
from etl.paths import SQL, curated  # noqa: E402
from etl.release import point_to, release_path, serving  # noqa: E402

QUESTIONS = {
    "exact": ("AB 2602", "5:26-cv-06206", "ElevenLabs", "Scarlett Johansson", "H.R. 5586"),
    "prefix": ("co", "anth", "scar", "digital repl", "tenn"),
    "several words": (
        "voice actor texas",
        "new york times openai",
        "likeness consent",
        "suno lawsuit",
        "training consent contract",
    ),
    "typos": ("anthorpic", "sag aftar", "tenessee elvis", "scarlet johanson", "elevnlabs vioce"),
    "near numbers": ("AB 2620", "HR 5568", "5:26-cv-06260", "hb 2687 virginia", "SB26-198"),
    "nothing": ("zzzzqqxx", "AB 99999", "qqqq wwww rrrr zzzz"),
}
INDEX = ("vocabulary", "postings", "grams", "numbers")
LETTERS, DIGITS = "abcdefghijklmnopqrstuvwxyz", "0123456789"


def main(times: int, repeats: int = 5) -> None:
    """Build both sizes in a folder that is thrown away, and time every question on each."""
    with tempfile.TemporaryDirectory(prefix="atlas-search-") as folder:
        warehouse = Path(folder)
        os.environ["ATLAS_WAREHOUSE"] = folder
        small = build(curated(), warehouse).path
        report("real size", repeats)
        large = release_path(warehouse, "0" * 12)
        shutil.copy(small, large)
        start = time.perf_counter()
        multiply(large, times)
        print(f"\nindex of {times} times the size: {time.perf_counter() - start:.0f} s", end="")
        print(f", file {large.stat().st_size / 1e6:,.0f} MB")
        point_to(large)
        report(f"{times} times the size", repeats)


def multiply(path: Path, times: int) -> None:
    """Give every record `times - 1` namesakes with other names, and index them all."""
    with duckdb.connect(str(path)) as connection:
        connection.execute("UPDATE release SET release_id = '000000000000'")
        connection.execute("CREATE TABLE swaps (copy INTEGER, letters VARCHAR)")
        for copy in range(1, times):
            connection.execute("INSERT INTO swaps VALUES (?, ?)", [copy, swapped(copy)])
        swap = f"translate(lower({{}}), '{LETTERS}{DIGITS}', letters)"
        varied = ", ".join(
            f"{swap.format(c)} AS {c}" for c in ("name", "numbers", "other_names", "about")
        )
        connection.execute(f"""
            INSERT INTO search_documents
            SELECT * EXCLUDE (copy, letters)
            REPLACE (document_id + 1000000 * copy AS document_id, {varied})
            FROM search_documents, swaps""")
        connection.execute(f"""
            CREATE OR REPLACE TABLE search_documents AS SELECT * EXCLUDE (name_words, other_words)
            REPLACE (row_number() OVER (ORDER BY weight DESC, document_id)::INTEGER AS document_id)
            FROM search_documents;
            {"".join(f"DROP TABLE search_{t};" for t in INDEX)}""")
        layer = (SQL / "71_search_index.sql").read_text(encoding="utf-8")
        connection.execute(layer.replace("CREATE MACRO", "CREATE OR REPLACE MACRO"))


def swapped(seed: int) -> str:
    """The letters and digits in an order of their own; digits stay digits."""
    chosen = random.Random(seed)
    return "".join(chosen.sample(LETTERS, 26)) + "".join(chosen.sample(DIGITS, 10))


def report(title: str, repeats: int) -> None:
    """Time every question, each `repeats` times, and print a line for each kind of question."""
    path = next(serving(Path(os.environ["ATLAS_WAREHOUSE"])))
    cold, warm = (first_questions(path, prepare) for prepare in (lambda _: None, warm_up))
    opened = store.release()
    tables = ("documents", "vocabulary", "postings")
    sizes = [opened.rows(f"SELECT count(*) FROM search_{t}")[0][0] for t in tables]
    print("\n{}: {:,} records, {:,} words, {:,} places".format(title, *sizes))
    print(f"{'question':<16}{'median ms':>10}{'slowest':>9}")
    timings = {"first": cold, "first, warm": warm}
    for kind, questions in QUESTIONS.items():
        timings[kind] = [timed(question) for _ in range(repeats) for question in questions]
    for kind, spent in timings.items():
        print(f"{kind:<16}{statistics.median(spent):>10.0f}{max(spent):>9.0f}")
    print("load average {:.1f}, {:.1f}, {:.1f}".format(*os.getloadavg()))


def first_questions(path: Path, prepare: Callable[[Release], None]) -> list[float]:
    """Milliseconds for the very first question to the release, one of each kind."""
    spent = []
    for question, *_ in QUESTIONS.values():
        opened = Release(path)
        prepare(opened)
        start = time.perf_counter()
        _answer(opened, question, "")
        spent.append((time.perf_counter() - start) * 1000)
        _answer.cache_clear()  # it holds the release: the next one would find its memory warm
    return spent


def timed(question: str) -> float:
    """Milliseconds for one answer, both passes if it takes two."""
    start = time.perf_counter()
    _answer.cache_clear()
    search(question)
    return (time.perf_counter() - start) * 1000


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 100)
