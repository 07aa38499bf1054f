"""What happens when the server starts."""

from __future__ import annotations

import threading
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from app import store
from app.logs import log, log_failure


@asynccontextmanager
async def open_release_early(_: Any) -> AsyncIterator[dict[str, Any]]:
    """Open the release, or build the first one, while the server comes up, and say so."""
    threading.Thread(target=_open, daemon=True).start()
    yield {}


def _open() -> None:
    try:
        opened = store.release()
        log.info("serving release %s, built %s UTC", opened.id, f"{opened.built_at:%Y-%m-%d %H:%M}")
    except store.NoReleaseError as error:
        log.error("%s", error)
    except Exception as error:  # the server must come up and apologise, not die
        log_failure("start", error)
