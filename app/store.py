"""THE door to the warehouse: finds the release that serves, and answers filtered queries.

Pages, routes and tests ask here and nowhere else. Nothing in this module knows Streamlit.
"""

from __future__ import annotations

import logging
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from datetime import date
from functools import lru_cache
from typing import Any

import pandas as pd

from app.conditions import applies, conditions
from app.derived_columns import RELATIONS
from app.filters import LABELS, NO_UNION, Choices, Filters
from app.opened import OtherCodeError, Relation, Release
from etl.paths import ROOT, curated, warehouse
from etl.release import POINTER, fingerprint, is_whole, release_id, serving
from etl.tables import TABLES

log = logging.getLogger("atlas.store")


class NoReleaseError(Exception):
    """There is no release to serve, and none could be built. The text is fit for users."""


_lock = threading.Lock()
_open: Release | None = None
_stamp: tuple[str, int] | None = None
_watched = False
"""Is somebody looking out for a new release? Then those who ask need not."""


def is_open() -> bool:
    """Is a release open already? If not, the next question may take a few seconds."""
    return _open is not None


def release() -> Release:
    """The release that serves now. Notices a new one by its pointer, at the cost of one stat.

    A missing or broken release is passed over for the next good one; if there is none, one is
    built. Raises NoReleaseError, in words for users, if that fails too.
    """
    if _open is not None and (_watched or _pointer_stamp() == _stamp):
        return _open
    return _catch_up()


Prepare = Callable[[Release], None]


def keep_up(over: threading.Event, prepare: Prepare, every: float = 1.0) -> None:
    """Look out for a new release until it is over. The last one serves until the new is prepared.

    So no question waits for a release to be opened, or is the first to ask it.
    """
    global _watched
    _watched, pause = True, every
    try:
        while not over.wait(pause):
            pause = every
            try:
                if is_open():  # else whoever asks opens or builds one, and is told if that fails
                    _catch_up(prepare)
            except Exception:
                log.exception("a new release could not be opened; the last one goes on serving")
                pause = PAUSE
    finally:
        _watched = False


def _catch_up(prepare: Prepare | None = None) -> Release:
    """Open what the pointer names, if it is not open already."""
    global _open, _stamp
    with _lock:
        stamp = _pointer_stamp()  # before opening: what is published meanwhile is noticed next time
        if _open is None or stamp != _stamp:
            found = _open_best()
            if prepare and found is not _open:
                prepare(found)
            _open, _stamp = found, stamp if stamp[1] else _pointer_stamp()
        return _open


def _pointer_stamp() -> tuple[str, int]:
    pointer = warehouse() / POINTER
    try:
        return str(pointer), pointer.stat().st_mtime_ns
    except FileNotFoundError:
        return str(pointer), 0


def _open_best() -> Release:
    if found := _first_good():
        return found
    _build_once_in_a_while()
    if found := _first_good():
        return found
    raise NoReleaseError("The data could not be opened, and building it again did not help.")


def _first_good() -> Release | None:
    """The best release that is whole and has all that this code asks for."""
    for path in serving(warehouse()):
        if not is_whole(path):
            log.error("release %s is broken; trying the next one", path.name)
            continue
        if _open is not None and _open.path == path:
            return _open
        try:
            return Release(path)
        except OtherCodeError as error:
            log.error("release %s was built by other code: %s", path.name, error)
    return None


_last_failure: tuple[float, NoReleaseError] | None = None
PAUSE = 30.0
"""Seconds before a build that failed is tried again, however many people ask."""


def _build_once_in_a_while() -> None:
    global _last_failure
    if _last_failure is not None and time.monotonic() - _last_failure[0] < PAUSE:
        raise _last_failure[1]
    log.warning("no release to serve: building one")
    try:
        build_release()
    except NoReleaseError as error:
        _last_failure = (time.monotonic(), error)
        raise
    _last_failure = None


def build_what_changed() -> None:
    """If data or code changed since the last release, build a new one; else, do nothing.

    Pages ask for what the SQL of their own day makes: a release of yesterday's may lack it. If the
    build fails, the log says why, and the last release goes on serving.
    """
    newest = next((path for path in serving(warehouse()) if is_whole(path)), None)
    if newest is None or release_id(newest) == fingerprint(curated()):
        return  # nothing changed, or nobody built yet: whoever asks first does
    log.info("the files changed since release %s: building a new one", release_id(newest))
    try:
        build_release()
    except NoReleaseError as error:
        log.error("%s Release %s goes on serving.", error, release_id(newest))


def build_release() -> None:
    """Build a release in a process of its own, so that a running app is not held up."""
    command = [sys.executable, "-m", "etl", "build"]
    folders = ["--curated", str(curated()), "--warehouse", str(warehouse())]
    done = subprocess.run([*command, *folders], cwd=ROOT, capture_output=True, text=True)
    log.info("%s", "".join(done.stdout.splitlines()[-1:]))
    if done.returncode == 0:
        return
    log.error("the build failed:\n%s", done.stderr)
    told = done.stderr.strip().splitlines()
    if done.returncode == 1 and told[-1].startswith("Nothing was built") and len(told) > 2:
        fault = next(line for line in told if not line.startswith("["))
        raise NoReleaseError(
            f"The data has faults, so there is nothing to show yet: {fault} "
            "Run `python3 run.py check` for the full list."
        )
    raise NoReleaseError("The data could not be built; the log of the server says why.")


def query(name: str, filters: Filters, columns: tuple[str, ...] = ()) -> pd.DataFrame:
    """The rows of a relation under the filters, at the day they say. Do not change the frame.

    Ask for the columns needed: forty columns take three times as long as four.
    """
    return _cached(release(), name, filters.applicable_day(), filters, columns)


@lru_cache(maxsize=512)
def _cached(
    opened: Release, name: str, day: date, filters: Filters, columns: tuple[str, ...]
) -> pd.DataFrame:
    sql, parameters = select(opened, name, day, filters, columns)
    return opened.frame(sql, parameters)


def select(
    opened: Release, name: str, day: date, filters: Filters, columns: tuple[str, ...] = ()
) -> tuple[str, dict[str, Any]]:
    """The one query behind pages and exports. KeyError for what does not exist."""
    relation = opened.relations[name]
    if unknown := [column for column in columns if column not in relation.columns]:
        raise KeyError(f"{name} has no column {unknown[0]}")
    picking = filters.without(relation.takes)
    where, parameters = conditions(relation.name, relation.columns, relation.date, picking)
    source = name
    if relation.dated:
        taken = "".join(f", $of_{part}::VARCHAR[]" for part in relation.takes)
        source = (
            f"{name}_over([$day::DATE]{taken})" if relation.scoped else f"{name}_at($day{taken})"
        )
        parameters |= {f"of_{part}": list(filters.get(part)) for part in relation.takes}
        parameters["day"] = day
    wanted = ", ".join(columns) or "*"
    return f"SELECT {wanted} FROM {source} WHERE {where} ORDER BY {_order(relation)}", parameters


def applicable(name: str) -> set[str]:
    """The filters that a relation can answer to."""
    relation = release().relations[name]
    found = {f for f in LABELS if applies(f, name, relation.columns, relation.date)}
    return found | set(relation.takes)


def _order(relation: Relation) -> str:
    if relation.takes:
        return "ALL"
    way = "" if "days_left" in relation.columns else "DESC "  # what comes next, else what was last
    dated = f"{relation.date}_first {way}NULLS LAST, " if relation.date else ""
    return dated + next(iter(relation.columns))


def stream(name: str, filters: Filters, size: int = 10_000) -> Iterator[list[tuple[Any, ...]]]:
    """The rows of a query in blocks, so that memory stays flat however many there are."""
    opened = release()
    sql, parameters = select(opened, name, filters.applicable_day(), filters)
    cursor = opened.cursor().execute(sql, parameters)
    while block := cursor.fetchmany(size):
        yield block


def arrow(name: str, filters: Filters) -> Any:
    """The rows of a query as an Arrow table, with the types of the database."""
    opened = release()
    sql, parameters = select(opened, name, filters.applicable_day(), filters)
    return opened.cursor().sql(sql, params=parameters).to_arrow_table()


def choices() -> Choices:
    """What the filters may be set to in the release that serves."""
    return _choices(release())


@lru_cache(maxsize=4)
def _choices(opened: Release) -> Choices:
    named = {
        "union": "SELECT union_id, short_name FROM unions ORDER BY short_name",
        "what_if": "SELECT instrument_id, title FROM what_if_choices ORDER BY title",
        "company": "SELECT company_id, name FROM companies ORDER BY lower(name)",
        "court": "SELECT court_id, name FROM courts ORDER BY name",
        "country": "SELECT country, name FROM countries ORDER BY name",
        "letter": "SELECT letter_id, title FROM letters ORDER BY named DESC, title",
        "state": "SELECT jurisdiction, name FROM jurisdictions ORDER BY name",
        "second": "SELECT agreement_id, union_name || ': ' || title FROM agreements ORDER BY 2",
        "beside": "SELECT jurisdiction, name FROM jurisdictions WHERE kind = 'state' ORDER BY name",
    }
    found = {name: dict(opened.rows(sql)) for name, sql in named.items()}
    found["union"] = {NO_UNION: "No union", **found["union"]}
    found["first"] = found["second"]
    found["beside"] = {"US": "Federal law alone", **found["beside"]}
    return Choices(found)


def data_reaches_to(filters: Filters) -> dict[str, date]:
    """For each domain, the day of the newest event the Atlas knows."""
    frame = query("freshness", filters.only(("as_of",)))
    known = frame[frame["reaches_to"].notna()]
    return {row.domain: row.reaches_to.date() for row in known.itertuples()}


def titles() -> dict[str, str]:
    """Every relation that can be browsed, with its title."""
    known = release().relations
    named = {name: TABLES[name].title for name in known if name in TABLES}
    return named | {n: n.replace("_", " ").capitalize() for n in known if n not in named}


def meaning(name: str) -> str:
    """What a relation holds, in a sentence."""
    if name in TABLES:
        return TABLES[name].description
    day = "for the day of the view" if release().relations[name].dated else "whatever the day"
    return RELATIONS.get(name, f"Worked out from the other tables, {day}.")
