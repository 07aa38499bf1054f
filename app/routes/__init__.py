"""What is not a Streamlit page: exports, the calendar, reports of errors, and health."""

from starlette.routing import Route

from app.routes.calendar import calendar
from app.routes.exports import export
from app.routes.health import health
from app.routes.reports import report

ROUTES = [
    Route("/export/{name}", export, methods=["GET"]),
    Route("/calendar.ics", calendar, methods=["GET"]),
    Route("/report/{table}/{row_id}", report, methods=["GET"]),
    Route("/healthz", health, methods=["GET"]),
]
