"""`/sitemap.xml` and `/robots.txt`: where search engines find every record of facts."""

from __future__ import annotations

from xml.sax.saxutils import escape

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from app import store
from app.logs import log_failure
from app.records import rows
from app.records.addresses import RECORD_TABLES, address
from app.registry import PAGES
from app.routes.records import base_url

HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"


async def sitemap(request: Request) -> Response:
    """Addresses of the pages and of the records of all tables of facts."""
    try:
        body = await run_in_threadpool(_sitemap, base_url(request))
    except store.NoReleaseError as error:
        return PlainTextResponse(f"{error}\n", 503)
    except Exception as error:
        reference = log_failure("sitemap", error)
        return PlainTextResponse(
            f"Sorry, this list could not be made. Reference {reference}.\n", 500
        )
    return Response(body, headers={"Cache-Control": "no-cache"}, media_type="application/xml")


def _sitemap(base: str) -> str:
    facts = [name for name, table in RECORD_TABLES.items() if table.is_fact]
    pages = ["", *(page.path for page in PAGES[1:])]
    found = [*pages, *(address(table, row_id) for table, row_id in rows.ids(facts))]
    built = store.release().built_at.date().isoformat()
    lines = (
        f"<url><loc>{escape(base + path)}</loc><lastmod>{built}</lastmod></url>" for path in found
    )
    return f'{HEAD}<urlset xmlns="{NAMESPACE}">\n' + "\n".join(lines) + "\n</urlset>\n"


async def robots(request: Request) -> Response:
    """Everything may be read but the forms for reports; the list of records is named."""
    told = f"User-agent: *\nDisallow: /report/\n\nSitemap: {base_url(request)}sitemap.xml\n"
    return PlainTextResponse(told)
