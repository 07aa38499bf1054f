"""The share menu: the link that shows this view again, its QR code, and a view to embed."""

from __future__ import annotations

import io

import segno
import streamlit as st

from app import links
from app.filters import Filters
from app.registry import PageSpec


def menu(spec: PageSpec, filters: Filters) -> None:
    """A button that opens the menu; nothing is worked out until it is open."""
    box = st.popover("Share", icon=":material/share:", on_change="rerun", key="share")
    if not box.open:
        return
    with box:
        kind = st.segmented_control(
            "Which view?",
            ["live", "frozen"],
            default="frozen" if filters.frozen else "live",
            required=True,
            format_func=lambda k: "Live: always today" if k == "live" else "Frozen at its day",
            key="share_kind",
        )
        address = links.view(spec, filters, frozen=kind == "frozen")
        st.markdown("**Link**")
        st.code(address, language=None, wrap_lines=True)
        st.markdown("**QR code**")
        if code := qr_svg(address):
            st.image(code, width=180, caption="Points at the link above")
        else:
            st.markdown("The link is too long for a QR code. Choose fewer filters.")
        st.markdown("**Embed, without menu and filters**")
        frame = f'<iframe src="{links.embed(address)}" width="100%" height="900"></iframe>'
        st.code(frame, language="html", wrap_lines=True)


def qr_svg(address: str) -> str:
    """The QR code of an address, or nothing if it is too long for one.

    Dark on white whatever the theme: scanners need it.
    """
    try:
        code = segno.make(address, error="m", micro=False)
    except segno.DataOverflowError:
        return ""
    buffer = io.BytesIO()
    code.save(buffer, kind="svg", scale=6, border=3, dark="#14171F", light="#FFFFFF", xmldecl=False)
    return buffer.getvalue().decode("utf-8")
