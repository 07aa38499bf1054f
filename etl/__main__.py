"""The command line: `python -m etl build | check | status | quality`."""

from __future__ import annotations

import argparse
import sys
import time
from pathlib import Path

import duckdb

from etl import paths
from etl.build import BadInputError, build, verify
from etl.quality import quality_text
from etl.release import open_locked, serving
from etl.report import built_report, fault_report, status_report

DESCRIPTION = """\
Turns the curated CSV files into the warehouse that the dashboard reads.

  check   look for faults in the files; change nothing
  build   check, then build a release and let it serve
  status  say which release serves, and whether the files changed since
  quality build, then write docs/data-quality.md: how good the data is

A build is all or nothing: while it runs, and if it fails, the last good release keeps serving.
Files that did not change give the same release."""

EXAMPLES = """\
examples:
  python -m etl check
  python -m etl build
  python -m etl --curated my/files --warehouse my/releases build

exit status: 0 fine, 1 faults in the files (or, for status, nothing to serve), 2 wrong usage"""


def main(arguments: list[str] | None = None) -> int:
    """Run one command; returns the exit status."""
    options = _parser().parse_args(arguments)
    commands = {"build": _build, "check": _check, "status": _status, "quality": _quality}
    return commands[options.command](options)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m etl",
        description=DESCRIPTION,
        epilog=EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("command", choices=["build", "check", "status", "quality"])
    parser.add_argument(
        "--curated", type=Path, default=paths.curated(), help="folder of the CSV files"
    )
    parser.add_argument(
        "--warehouse", type=Path, default=paths.warehouse(), help="folder of the releases"
    )
    parser.add_argument(
        "--output", type=Path, default=paths.QUALITY, help="file that `quality` writes"
    )
    parser.add_argument("--force", action="store_true", help="build even if nothing changed")
    return parser


def _build(options: argparse.Namespace) -> int:
    try:
        built = build(options.curated, options.warehouse, _progress, options.force)
    except BadInputError as error:
        print(fault_report(error.faults), file=sys.stderr)
        print("Nothing was built; the last good release keeps serving.", file=sys.stderr)
        return 1
    except (OSError, duckdb.Error) as error:
        print(f"The build stopped: {error}", file=sys.stderr)
        print("Nothing was built; the last good release keeps serving.", file=sys.stderr)
        return 1
    print(built_report(built))
    return 0


def _progress(step: str, done: int, of: int) -> None:
    bar = "#" * done + "." * (of - done)
    print(f"[{bar}] {step} …", file=sys.stderr, flush=True)


def _check(options: argparse.Namespace) -> int:
    start = time.perf_counter()
    curated, faults, warnings = verify(options.curated)
    if faults:
        print(fault_report(faults), file=sys.stderr)
        return 1
    for warning in warnings:
        print(f"warning: {warning}")
    rows = sum(map(len, curated.rows.values()))
    seconds = time.perf_counter() - start
    print(f"No faults: {len(curated.rows)} files, {rows:,} rows, {seconds:.1f} s.")
    return 0


def _status(options: argparse.Namespace) -> int:
    text = status_report(options.curated, options.warehouse)
    print(text)
    return 0 if not text.startswith("No release") else 1


def _quality(options: argparse.Namespace) -> int:
    if status := _build(options):
        return status
    with open_locked(next(serving(options.warehouse))) as release:
        options.output.write_text(quality_text(release), encoding="utf-8")
    print(f"Written: {options.output}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
