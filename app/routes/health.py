"""`/healthz`: is there a release to serve, which one, and how far does it reach?"""

from __future__ import annotations

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse

from app import store
from app.filters import Filters
from app.logs import log_failure


async def health(request: Request) -> JSONResponse:
    """200 with the release that serves, or 503 and a plain sentence."""
    try:
        return JSONResponse(await run_in_threadpool(_state))
    except store.NoReleaseError as error:
        return JSONResponse({"status": "no data", "reason": str(error)}, 503)
    except Exception as error:
        return JSONResponse({"status": "failing", "reference": log_failure("healthz", error)}, 503)


def _state() -> dict[str, object]:
    opened = store.release()
    reach = {domain: day.isoformat() for domain, day in store.data_reaches_to(Filters()).items()}
    return {
        "status": "ok",
        "release": opened.id,
        "built_at": opened.built_at.isoformat(timespec="seconds") + "Z",
        "data_reaches_to": reach,
    }
