"""The door to the warehouse: which release serves, what is done about broken ones, the lock."""

from __future__ import annotations

import logging
import os
import shutil
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import duckdb
import pytest

from app import store
from app.filters import NO_UNION, Choices, Filters
from app.opened import UNDATED
from app.store import NoReleaseError
from etl.release import point_to
from tests.serving import serve, serve_real


@pytest.fixture
def shelf(built, monkeypatch) -> Path:
    """A warehouse with one good release of the tiny world. Building another is not needed."""
    serve(monkeypatch, built.warehouse, built.curated)
    monkeypatch.setattr(store, "build_release", lambda: pytest.fail("a release was built"))
    return built.warehouse


def good(shelf: Path) -> Path:
    return next(p for p in sorted(shelf.glob("atlas-*.duckdb")) if "atlas-new" not in p.name)


def publish(shelf: Path, name: str = "new1") -> Path:
    """Publish another release that is whole and tells its own name."""
    path = shelf / f"atlas-{name}.duckdb"
    shutil.copy(good(shelf), path)
    with duckdb.connect(str(path)) as connection:
        connection.execute("UPDATE release SET release_id = ?", [name])
        connection.execute("UPDATE courts SET name = 'Renamed Court'")
    point_now_to(path)
    return path


def point_now_to(path: Path) -> None:
    """Point at a release at a moment that the clock of the file system can tell apart."""
    point_to(path)
    now = time.time_ns() + 1_000_000_000
    os.utime(path.parent / "CURRENT", ns=(now, now))


def courts() -> set[str]:
    return set(store.query("courts", Filters())["name"])


def test_the_release_that_the_pointer_names_serves(shelf):
    publish(shelf, "new1")
    publish(shelf, "new2")
    point_now_to(shelf / "atlas-new1.duckdb")
    assert store.release().id == "new1"


def test_the_release_is_opened_once(shelf):
    assert store.release() is store.release()


def test_a_deleted_pointer_does_not_matter(shelf):
    (shelf / "CURRENT").unlink()
    assert store.release().path == good(shelf)


def test_a_release_of_other_code_is_passed_over(shelf, caplog):
    path = publish(shelf, "old1")
    with duckdb.connect(str(path)) as connection:
        connection.execute("DROP VIEW known_gap_rows")
    assert store.release().path == good(shelf)
    assert "atlas-old1.duckdb was built by other code" in caplog.text


@pytest.mark.parametrize("text", ["atlas-gone.duckdb\n", "", "\n", "../elsewhere\n"])
def test_a_pointer_to_nothing_falls_back_to_a_good_release(shelf, text):
    (shelf / "CURRENT").write_text(text, "utf-8")
    assert store.release().path == good(shelf)


def test_a_missing_file_falls_back_to_a_good_release(shelf):
    publish(shelf).unlink()
    assert store.release().path == good(shelf)


@pytest.mark.parametrize("share", [0, 0.1, 0.9])
def test_a_cut_release_falls_back_to_a_good_one(shelf, share):
    path = publish(shelf)
    os.truncate(path, int(path.stat().st_size * share))
    assert store.release().path == good(shelf)


def test_rubbish_falls_back_to_a_good_release_and_is_logged(shelf, caplog):
    publish(shelf).write_text("not a database", "utf-8")
    with caplog.at_level(logging.ERROR, "atlas.store"):
        assert store.release().path == good(shelf)
    assert "atlas-new1.duckdb" in caplog.text


def test_a_new_release_is_noticed_on_the_next_call(shelf):
    before = store.release()
    assert "Renamed Court" not in courts()
    publish(shelf)
    assert store.release().id == "new1" != before.id
    assert courts() == {"Renamed Court"}


def test_what_was_read_before_stays_readable(shelf):
    before, frame = store.release(), store.query("courts", Filters())
    path = publish(shelf)
    store.release()
    good_path = before.path
    good_path.unlink()
    assert path.exists()
    assert "Renamed Court" not in set(frame["name"])
    assert before.rows("SELECT count(*) FROM courts") == [(len(frame),)]


def test_the_same_release_pointed_at_again_goes_on_serving(shelf):
    before = store.release()
    point_now_to(good(shelf))
    assert store.release() is before


def test_a_broken_new_release_leaves_the_open_one_serving(shelf):
    before = store.release()
    os.truncate(publish(shelf), 5000)
    assert store.release() is before


def test_a_pointer_deleted_while_open_leaves_the_release_serving(shelf):
    before = store.release()
    (shelf / "CURRENT").unlink()
    assert store.release() is before


def test_a_release_published_while_another_is_opened_is_noticed(shelf, monkeypatch):
    real = store.Release

    def slow(path: Path) -> store.Release:
        opened = real(path)
        monkeypatch.setattr(store, "Release", real)
        publish(shelf)
        return opened

    monkeypatch.setattr(store, "Release", slow)
    store.release()
    assert store.release().id == "new1"


@pytest.fixture
def keep_up(shelf) -> Iterator[Callable[[store.Prepare], None]]:
    """Starts the look-out with something to do before a release serves; stops it at the end."""
    over, threads = threading.Event(), []

    def start(prepare: store.Prepare) -> None:
        threads.append(threading.Thread(target=store.keep_up, args=(over, prepare, 0.01)))
        threads[0].start()
        until(lambda: store._watched)

    yield start
    over.set()
    threads[0].join(10)
    assert not store._watched


def until(holds: Callable[[], bool]) -> None:
    for _ in range(1000):
        if holds():
            return
        time.sleep(0.01)
    pytest.fail("that never came")


def test_a_new_release_serves_once_it_is_prepared_and_the_old_one_till_then(shelf, keep_up):
    before, prepared, may_go_on = store.release(), [], threading.Event()

    def prepare(opened: store.Release) -> None:
        prepared.append(opened)
        may_go_on.wait(10)

    keep_up(prepare)
    publish(shelf)
    until(lambda: bool(prepared))
    assert store.release() is before
    may_go_on.set()
    until(lambda: store.release() is not before)
    assert [store.release()] == prepared


def test_what_goes_wrong_with_a_new_release_leaves_the_last_one_serving(
    shelf, keep_up, monkeypatch, caplog
):
    monkeypatch.setattr(store, "PAUSE", 0.01)
    before, fails = store.release(), [True]

    def prepare(_: store.Release) -> None:
        if fails.pop() if fails else False:
            raise OSError("the disk is gone")

    keep_up(prepare)
    publish(shelf)
    until(lambda: "the last one goes on serving" in caplog.text)
    until(lambda: store.release() is not before)  # and it is tried again


def test_without_a_release_the_look_out_builds_none(tmp_path, monkeypatch):
    serve(monkeypatch, tmp_path)
    monkeypatch.setattr(store, "build_release", lambda: pytest.fail("a release was built"))
    over = threading.Event()
    threading.Timer(0.1, over.set).start()
    store.keep_up(over, lambda _: None, 0.01)
    assert not store.is_open()


def test_without_a_release_one_is_built(world, monkeypatch):
    serve(monkeypatch, world.warehouse, world.curated)
    assert len(store.query("courts", Filters())) == len(world.rows["courts"])
    assert (world.warehouse / "CURRENT").exists()


def test_with_broken_releases_and_bad_files_it_says_so_plainly(built, monkeypatch):
    serve(monkeypatch, built.warehouse, built.curated)
    for path in built.warehouse.glob("atlas-*"):
        path.write_text("not a database", "utf-8")
    built.change("courts", "example-land", country="XX")
    with pytest.raises(NoReleaseError) as caught:
        store.release()
    assert_plain(str(caught.value))
    assert "python3 run.py check" in str(caught.value)


def test_a_build_that_crashes_tells_nothing_of_its_insides(tmp_path, monkeypatch):
    serve(monkeypatch, tmp_path)
    crash = "import sys; sys.path = []; import streamlit"
    run = store.subprocess.run
    monkeypatch.setattr(
        store.subprocess, "run", lambda command, **more: run([command[0], "-c", crash], **more)
    )
    with pytest.raises(NoReleaseError) as caught:
        store.release()
    assert_plain(str(caught.value))


def test_a_build_that_gives_nothing_to_serve_says_so_plainly(tmp_path, monkeypatch):
    serve(monkeypatch, tmp_path)
    monkeypatch.setattr(store, "build_release", lambda: None)
    with pytest.raises(NoReleaseError) as caught:
        store.release()
    assert_plain(str(caught.value))


def assert_plain(told: str) -> None:
    assert told.endswith(".")
    assert "\n" not in told
    for inside in ("Traceback", "Error", "File ", "line ", "import ", "duckdb", "None", "  "):
        assert inside not in told, told


@pytest.mark.parametrize("name", ["bills", "events", "freshness", "signatures"])
def test_eight_threads_get_the_same_answer(monkeypatch, name):
    opened = serve_real(monkeypatch)
    filters = Filters.of({"q": ["a"], "as_of": ["2026-09-20"]})
    sql, parameters = store.select(opened, name, filters.applicable_day(), filters)
    alone = opened.rows(sql, parameters)
    with ThreadPoolExecutor(8) as pool:
        together = list(pool.map(lambda _: opened.rows(sql, parameters), range(16)))
    assert alone
    assert all(rows == alone for rows in together)


def test_eight_threads_open_one_release(shelf):
    with ThreadPoolExecutor(8) as pool:
        assert len(set(pool.map(lambda _: store.release(), range(16)))) == 1


def test_the_same_question_is_asked_once(monkeypatch):
    serve_real(monkeypatch)
    one, other = (Filters.of({"state": ["CA"], "as_of": ["2026-09-20"]}) for _ in range(2))
    assert store.query("bills", one) is store.query("bills", other)


@pytest.mark.parametrize(
    "sql",
    [
        "CREATE TABLE x (a INT)",
        "INSERT INTO courts SELECT * FROM courts",
        "DELETE FROM release",
        "DROP TABLE bills",
        "COPY (SELECT 1) TO '{folder}/stolen.csv'",
        "SELECT * FROM read_csv('/etc/passwd')",
        "SELECT * FROM read_text('/etc/passwd')",
        "SELECT * FROM '/etc/passwd'",
        "SELECT * FROM glob('/*')",
        "ATTACH '{folder}/other.duckdb'",
        "EXPORT DATABASE '{folder}/all'",
        "INSTALL httpfs",
        "LOAD httpfs",
        "SET enable_external_access = true",
        "SET lock_configuration = false",
        "RESET enable_external_access",
    ],
)
def test_the_open_release_is_locked(monkeypatch, tmp_path, sql):
    opened = serve_real(monkeypatch)
    with pytest.raises(duckdb.Error):
        opened.rows(sql.format(folder=tmp_path))
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(
    "name", ["nonsense", "row_sources", "release", "core.bills", "bills_at", ""]
)
def test_only_known_relations_are_answered(monkeypatch, name):
    serve_real(monkeypatch)
    with pytest.raises(KeyError):
        store.query(name, Filters())
    with pytest.raises(KeyError):
        store.applicable(name)
    with pytest.raises(KeyError):
        next(store.stream(name, Filters()))


@pytest.mark.parametrize("size", [1, 7, 10_000])
def test_a_stream_gives_the_rows_of_the_query(monkeypatch, size):
    serve_real(monkeypatch)
    filters = Filters.of({"state": ["CA"]})
    streamed = [row for block in store.stream("bills", filters, size) for row in block]
    assert [row[0] for row in streamed] == store.query("bills", filters)["bill_id"].tolist()


def test_the_newest_row_comes_first(monkeypatch):
    serve_real(monkeypatch)
    days = store.query("cases", Filters())["filed_on_first"].dropna()
    assert days.is_monotonic_decreasing


def test_names_in_the_data_can_be_chosen(monkeypatch):
    opened = serve_real(monkeypatch)
    found: Choices = store.choices()
    for name, table, key in [("union", "unions", "union_id"), ("state", "jurisdictions", "")]:
        ids = {row[0] for row in opened.rows(f"SELECT {key or 'jurisdiction'} FROM {table}")}
        assert set(found.options(name)) - {NO_UNION} == ids


def test_the_data_never_reaches_past_the_day_of_the_view(monkeypatch):
    serve_real(monkeypatch)
    reach = store.data_reaches_to(Filters.of({"as_of": ["2024-06-01"]}))
    assert reach
    assert all(day.isoformat() <= "2024-06-01" for day in reach.values())


@pytest.mark.parametrize("name", UNDATED)
def test_some_relations_say_the_same_whatever_the_day(shelf, name):
    early, late = (Filters.of({"as_of": [day]}) for day in ("1900-01-01", "2100-01-01"))
    assert not store.release().relations[name].dated
    assert len(store.query(name, early)) > 0
    assert store.query(name, early).equals(store.query(name, late))


def test_every_relation_has_a_title_and_a_meaning(monkeypatch):
    opened = serve_real(monkeypatch)
    assert set(store.titles()) == set(opened.relations)
    for name in opened.relations:
        assert store.meaning(name).endswith(".")
