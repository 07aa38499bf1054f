"""What is not a Streamlit page: exports and health."""

from starlette.routing import Route

from app.routes.exports import export
from app.routes.health import health

ROUTES = [
    Route("/export/{name}", export, methods=["GET"]),
    Route("/healthz", health, methods=["GET"]),
]
