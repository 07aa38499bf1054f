"""Where the app's log goes: to standard error, with a reference for each failure."""

from __future__ import annotations

import logging
import secrets

log = logging.getLogger("atlas")


def configure_logging() -> None:
    """One handler for the Atlas's own messages."""
    if not log.handlers:
        handler = logging.StreamHandler()
        handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
        log.addHandler(handler)
        log.setLevel(logging.INFO)


def log_failure(where: str, error: BaseException) -> str:
    """Write the trace to the log; returns the reference to tell the user."""
    reference = secrets.token_hex(4)
    log.error("failure %s in %s", reference, where, exc_info=error)
    return reference
