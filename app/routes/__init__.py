"""What is not a Streamlit page: exports, reports of errors, and health."""

from starlette.routing import Route

from app.routes.exports import export
from app.routes.health import health
from app.routes.reports import report

ROUTES = [
    Route("/export/{name}", export, methods=["GET"]),
    Route("/report/{table}/{row_id}", report, methods=["GET"]),
    Route("/healthz", health, methods=["GET"]),
]
