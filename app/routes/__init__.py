"""What is not a Streamlit page: exports, reports of errors, the search, and health."""

from starlette.routing import Route

from app.routes.exports import export
from app.routes.health import health
from app.routes.reports import report
from app.routes.search import search_json, search_page

ROUTES = [
    Route("/export/{name}", export, methods=["GET"]),
    Route("/report/{table}/{row_id}", report, methods=["GET"]),
    Route("/search", search_page, methods=["GET"]),
    Route("/search.json", search_json, methods=["GET"]),
    Route("/healthz", health, methods=["GET"]),
]
