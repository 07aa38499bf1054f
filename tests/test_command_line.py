"""`python -m etl build | check | status | quality`: what it says, and its exit status."""

from __future__ import annotations

import os
import re
import subprocess
import sys

import pytest

from etl import paths
from etl.__main__ import main
from etl.faults import Fault
from etl.report import fault_report


@pytest.fixture
def run(built, capsys):
    """Run a command on a built world; gives exit status, stdout and stderr."""
    folders = ["--curated", str(built.curated), "--warehouse", str(built.warehouse)]

    def command(*arguments: str) -> tuple[int, str, str]:
        status = main([*folders, *arguments])
        return status, *capsys.readouterr()

    return command


def test_check_of_good_files(run):
    status, out, err = run("check")
    assert (status, err) == (0, "")
    warning, told = out.splitlines()
    assert warning.startswith("warning: cases.csv:4, column filed_on: 'Lyre v. Robot'")
    assert re.fullmatch(r"No faults: 41 files, \d+ rows, \d+\.\d s\.", told)


def test_check_of_bad_files(run, built):
    built.change("unions", "players-guild", members="many")
    status, out, err = run("check")
    assert (status, out) == (1, "")
    assert err == (
        "unions.csv:2, column members: 'many' expected an integer from 0.\n1 fault in 1 file.\n"
    )


def test_check_finds_what_only_the_result_shows(run, built):
    built.change("coalition_events", "coalition-panel", date="2027-01")
    status, out, err = run("check")
    assert (status, out) == (1, "")
    assert err == (
        "coalition_events.csv:3: '2027-01' expected a date that had come when the newest source "
        "was found; what lies ahead is of kind scheduled.\n1 fault in 1 file.\n"
    )


def test_check_changes_nothing(run, built):
    before = {path: path.stat().st_mtime_ns for path in built.warehouse.iterdir()}
    run("check")
    assert {path: path.stat().st_mtime_ns for path in built.warehouse.iterdir()} == before


def test_build_of_unchanged_files(run, release):
    status, out, err = run("build")
    release_id = release.path.stem.removeprefix("atlas-")
    assert (status, err) == (0, "")
    assert out.startswith(f"Nothing changed: release {release_id} is built already and serves.")


def test_build_of_changed_files(run, built):
    built.change("courts", "example-land", name="Another")
    status, out, err = run("build")
    assert status == 0
    assert err.splitlines()[0] == "[#....] Checking the files …"
    assert err.splitlines()[4] == "[#####] Publishing …"
    assert re.search(r"^  courts +2$", out, re.MULTILINE)
    assert "warning: cases.csv:4, column filed_on: 'Lyre v. Robot'" in out
    assert re.search(r"Release [0-9a-f]{12}: 44 tables, 0 rows rejected, 1 warning", out)


def test_build_of_bad_files(run, built):
    built.change("unions", "players-guild", members="many")
    status, out, err = run("build")
    assert (status, out) == (1, "")
    assert "unions.csv:2" in err
    assert err.endswith("Nothing was built; the last good release keeps serving.\n")


def test_status_of_a_fresh_release(run):
    status, out, _ = run("status")
    assert status == 0
    assert re.match(r"Serving release [0-9a-f]{12}, built \d{4}-\d\d-\d\d \d\d:\d\d UTC\.", out)
    assert re.search(r"^  litigation +data reaches to 20\d\d-\d\d-\d\d$", out, re.MULTILINE)
    assert out.endswith("The files have not changed since.\n")


def test_quality_is_written_from_the_release_that_serves(run, built, tmp_path):
    built.copy("letters", "ask-first", letter_id="ccai-2025")  # the coalition's own
    built.copy("letter_counts", "ask-first.1", count_id="ccai-2025.1", letter_id="ccai-2025")
    page = tmp_path / "data-quality.md"
    status, out, _ = run("quality", "--output", str(page))
    assert status == 0
    assert out.endswith(f"Written: {page}\n")
    assert page.read_text("utf-8").startswith("# How good the data is\n")
    first = page.read_bytes()
    assert run("quality", "--force", "--output", str(page))[0] == 0
    assert page.read_bytes() == first


def test_quality_of_bad_files_writes_nothing(run, built, tmp_path):
    built.change("unions", "players-guild", members="many")
    page = tmp_path / "data-quality.md"
    status, out, err = run("quality", "--output", str(page))
    assert (status, out) == (1, "")
    assert err.endswith("Nothing was built; the last good release keeps serving.\n")
    assert not page.exists()


# The domain "reference" has no dated events.
def test_status_says_nothing_of_a_day_it_does_not_know(run):
    assert "None" not in run("status")[1]


def test_status_when_the_files_changed(run, built):
    built.change("courts", "example-land", name="Another")
    status, out, _ = run("status")
    assert status == 0
    assert out.endswith("The files changed since. Build with: python3 run.py build\n")


def test_status_before_any_build(world, capsys):
    folders = ["--curated", str(world.curated), "--warehouse", str(world.warehouse)]
    assert main(["status", *folders]) == 1
    assert capsys.readouterr().out == "No release yet. Build one with: python3 run.py build\n"


@pytest.mark.parametrize("arguments", [[], ["destroy"], ["build", "--quick"]])
def test_wrong_usage(arguments, capsys):
    with pytest.raises(SystemExit, match="2"):
        main(arguments)
    assert "usage: python -m etl" in capsys.readouterr().err


def test_folders_can_be_moved_by_the_environment(built):
    folders = {"ATLAS_CURATED": str(built.curated), "ATLAS_WAREHOUSE": str(built.warehouse)}
    done = subprocess.run(
        [sys.executable, "-m", "etl", "status"],
        cwd=paths.ROOT,
        env=os.environ | folders,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0
    assert "The files have not changed since." in done.stdout


def test_without_the_environment_folders_lie_in_data(monkeypatch):
    monkeypatch.delenv("ATLAS_CURATED", raising=False)
    monkeypatch.delenv("ATLAS_WAREHOUSE", raising=False)
    assert paths.curated() == paths.ROOT / "data" / "curated"
    assert paths.warehouse() == paths.ROOT / "data" / "warehouse"


def test_the_fault_report_counts_faults_and_files():
    faults = [Fault("a.csv", n, "x", "y", "z") for n in (2, 3)]
    assert fault_report(faults).splitlines()[-1] == "2 faults in 1 file."
    faults.append(Fault("b.csv", 2, "x", "y", "z"))
    assert fault_report(faults).splitlines()[-1] == "3 faults in 2 files."
