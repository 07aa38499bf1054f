"""What Streamlit does not answer: exports, records, search, calendar, the head of its pages."""

from starlette.routing import Route

from app.routes.calendar import calendar
from app.routes.exports import export
from app.routes.health import health
from app.routes.records import record
from app.routes.reports import report
from app.routes.search import search_json, search_page
from app.routes.shell import ADDRESSES, shell
from app.routes.sitemap import robots, sitemap

ROUTES = [
    Route("/export/{name}", export, methods=["GET"]),
    Route("/calendar.ics", calendar, methods=["GET"]),
    Route("/records/{table}", record, methods=["GET"]),
    Route("/records/{table}/{row_id:path}", record, methods=["GET"]),
    Route("/report/{table}/{row_id:path}", report, methods=["GET"]),
    Route("/search", search_page, methods=["GET"]),
    Route("/search.json", search_json, methods=["GET"]),
    Route("/sitemap.xml", sitemap, methods=["GET"]),
    Route("/robots.txt", robots, methods=["GET"]),
    Route("/healthz", health, methods=["GET"]),
    *(Route(address, shell, methods=["GET"]) for address in ADDRESSES),
]
