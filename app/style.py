"""The few rules of style that the theme cannot express."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from app.palette import Theme, theme

STATIC = Path(__file__).resolve().parent / "static"
CSS = (STATIC / "atlas.css").read_text(encoding="utf-8")


def colours() -> Theme:
    """The colours of the theme that is on."""
    return theme(st.context.theme.type)


def apply() -> None:
    """Put the rules on the page, with the alarm colour of the theme that is on."""
    now = colours()
    names = ("paper", "ink", "quiet", "rule", "sand", "accent", "alarm")
    variables = "".join(f"--atlas-{name}: {getattr(now, name)};" for name in names)
    st.html(f"<style>:root {{ {variables} }}\n{CSS}</style>")
