"""What the app's tests serve: the real data, built once, or a warehouse of the test's own."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from functools import cache
from pathlib import Path

import pytest

from app import store
from etl.paths import ROOT
from etl.release import serving

_kept = tempfile.TemporaryDirectory(prefix="atlas-tests-")


@cache
def real_release() -> store.Release:
    """A release of `data/curated`, built once for all tests and open for all of them."""
    folders = ["--curated", str(ROOT / "data" / "curated"), "--warehouse", _kept.name]
    command = [sys.executable, "-m", "etl", *folders, "build"]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    return store.Release(next(serving(Path(_kept.name))))


def serve_real(monkeypatch: pytest.MonkeyPatch) -> store.Release:
    opened = real_release()
    serve(monkeypatch, opened.path.parent, opened=opened)
    return opened


def serve(
    monkeypatch: pytest.MonkeyPatch,
    warehouse: Path,
    curated: Path | None = None,
    opened: store.Release | None = None,
) -> None:
    """Let the store look at a warehouse as if it had just started, or had opened its release."""
    monkeypatch.setenv("ATLAS_WAREHOUSE", str(warehouse))
    if curated:
        monkeypatch.setenv("ATLAS_CURATED", str(curated))
    monkeypatch.setattr(store, "_open", opened)
    monkeypatch.setattr(store, "_stamp", store._pointer_stamp() if opened else None)
