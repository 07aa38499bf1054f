"""The look of the pages that are plain HTML: they need no JavaScript, and ask nobody else."""

from __future__ import annotations

from html import escape

from starlette.responses import HTMLResponse

from app.palette import DARK, LIGHT

_PAGE = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>{title}</title><meta name="robots" content="noindex"><style>
:root {{ color-scheme: light dark }}
body {{ font: 17px/1.5 system-ui, sans-serif; color: {ink}; background: {paper};
  max-width: 46rem; margin: 2rem auto; padding: 0 1rem; overflow-wrap: anywhere }}
h1 {{ font-size: 1.6rem; line-height: 1.25 }} a {{ color: {accent} }}
dt {{ font-weight: 600; margin-top: .6rem }} dd {{ margin: 0 }}
textarea {{ width: 100%; box-sizing: border-box; font: inherit }}
.send {{ display: inline-block; background: {accent}; color: {paper}; padding: .5rem 1rem;
  border: 0; border-radius: 4px; font: inherit; cursor: pointer }}
.quiet {{ color: {quiet} }}
{style}
@media (prefers-color-scheme: dark) {{
  body, textarea, input {{ color: {dark_ink}; background: {dark_paper} }}
  a {{ color: {dark_accent} }}
  .send {{ background: {dark_accent}; color: {dark_paper} }} .quiet {{ color: {dark_quiet} }} }}
</style></head><body><p><a href="{home}">Creators’ AI Atlas</a></p>{body}</body></html>"""


def page(
    title: str, body: str, status: int = 200, home: str = "../../", style: str = ""
) -> HTMLResponse:
    """A whole page. `home` is the way back: relative, so that any base path will do."""
    names = ("ink", "paper", "accent", "quiet")
    colours = {name: getattr(LIGHT, name) for name in names}
    colours |= {f"dark_{name}": getattr(DARK, name) for name in names}
    headers = {"Cache-Control": "no-cache", "X-Content-Type-Options": "nosniff"}
    filled = _PAGE.format(title=escape(title), body=body, home=home, style=style, **colours)
    return HTMLResponse(filled, status, headers)
