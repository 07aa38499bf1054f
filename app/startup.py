"""What happens while the server runs, beside answering: a release is kept open and warm."""

from __future__ import annotations

import threading
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from app import search, store
from app.logs import log, log_failure
from app.opened import Release


@asynccontextmanager
async def keep_release_ready(_: Any) -> AsyncIterator[dict[str, Any]]:
    """Open the release, or build one if files changed, while the server comes up; then watch."""
    over = threading.Event()
    threading.Thread(target=_keep_ready, args=(over,), daemon=True).start()
    try:
        yield {}
    finally:
        over.set()


def _keep_ready(over: threading.Event) -> None:
    try:
        store.build_what_changed()
        _prepare(store.release())
    except store.NoReleaseError as error:
        log.error("%s", error)
    except Exception as error:  # the server must come up and apologise, not die
        log_failure("start", error)
    store.keep_up(over, _prepare)


def _prepare(opened: Release) -> None:
    """Let the first question of all be ours; a release that fails it serves all the same."""
    try:
        search.warm_up(opened)
    except Exception as error:
        log_failure("first search", error)
    log.info("serving release %s, built %s UTC", opened.id, f"{opened.built_at:%Y-%m-%d %H:%M}")
