"""What the command line says: the closing report of a build, the faults, the status."""

from __future__ import annotations

from pathlib import Path

from etl.build import Built
from etl.faults import Fault
from etl.release import fingerprint, is_whole, open_locked, release_id, serving


def built_report(built: Built) -> str:
    """The closing report of a build: rows per table, warnings, seconds, release id."""
    if built.reused:
        lines = [f"Nothing changed: release {built.release_id} is built already and serves."]
        return "\n".join([*lines, "Build it again with: python3 run.py build --force"])
    width = max(len(name) for name in built.rows)
    lines = [f"  {name:<{width}} {count:>7,}" for name, count in sorted(built.rows.items())]
    lines.append(f"  {'total':<{width}} {sum(built.rows.values()):>7,}")
    lines += [f"warning: {warning}" for warning in built.warnings]
    lines.append(
        f"Release {built.release_id}: {len(built.rows)} tables, {built.rejected} rows rejected, "
        f"{len(built.warnings)} warnings, {built.seconds:.1f} s."
    )
    if built.removed:
        lines.append(f"Removed {built.removed} old releases; the newest three are kept.")
    return "\n".join(lines)


def fault_report(faults: list[Fault]) -> str:
    """Every fault on a line of its own, and how many there are."""
    files = len({fault.file for fault in faults})
    lines = [str(fault) for fault in faults]
    lines.append(f"{len(faults)} fault{'s'[: len(faults) > 1]} in {files} file{'s'[: files > 1]}.")
    return "\n".join(lines)


def status_report(curated: Path, warehouse: Path) -> str:
    """Which release serves, and whether it is what the files would make now."""
    current = next((path for path in serving(warehouse) if is_whole(path)), None)
    if current is None:
        return "No release yet. Build one with: python3 run.py build"
    with open_locked(current) as connection:
        built_at = connection.execute("SELECT built_at FROM release").fetchone()
        rows = connection.execute("SELECT count(*) FROM facts").fetchone()
        reach = connection.execute("SELECT * FROM freshness_at(today())").fetchall()
    fresh = release_id(current) == fingerprint(curated)
    lines = [
        f"Serving release {release_id(current)}, built {built_at[0]:%Y-%m-%d %H:%M} UTC."
        if built_at
        else "",
        f"{rows[0]:,} published facts." if rows else "",
        *(f"  {domain:<12} data reaches to {day}" for domain, day, *_ in reach if day),
        "The files have not changed since."
        if fresh
        else "The files changed since. Build with: python3 run.py build",
    ]
    return "\n".join(lines)
