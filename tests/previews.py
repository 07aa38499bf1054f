"""What the networks read when a link is shared."""

from __future__ import annotations

import re
from html import unescape


def preview(text: str) -> dict[str, str]:
    """The tags of a page by name; each stands there once."""
    found = re.findall(r'<meta (?:property|name)="([^"]+)" content="([^"]*)"', text)
    assert len(found) == len(dict(found))
    return {name: unescape(content) for name, content in found}
