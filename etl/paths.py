"""Where things live, so that tests and deployments can move them."""

from __future__ import annotations

import os
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SQL = Path(__file__).resolve().parent / "sql"
QUALITY = ROOT / "docs" / "data-quality.md"


def curated() -> Path:
    """Folder of the hand-kept CSV files; ATLAS_CURATED overrides it."""
    return Path(os.environ.get("ATLAS_CURATED", ROOT / "data" / "curated"))


def warehouse() -> Path:
    """Folder of the built releases; ATLAS_WAREHOUSE overrides it."""
    return Path(os.environ.get("ATLAS_WAREHOUSE", ROOT / "data" / "warehouse"))
