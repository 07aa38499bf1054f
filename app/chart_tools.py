"""Downloads under each chart: PNG, SVG and CSV, made in the browser, title and source inside."""

from __future__ import annotations

import streamlit as st

from app.charts.base import Chart
from app.style import STATIC, colours

_component = st.components.v2.component(
    "atlas_chart_tools",
    html='<div class="tools" role="group"></div>',
    css=(STATIC / "chart_tools.css").read_text(encoding="utf-8"),
    js=(STATIC / "chart_tools.js").read_text(encoding="utf-8"),
)


def chart_tools(key: str, chart: Chart, source: str, wide: bool) -> None:
    """The line under a chart: its source, and its downloads."""
    theme = colours()
    _component(
        key=f"tools_{key}",
        data={
            "container": f"st-key-{'wide' if wide else 'chart'}_{key}",
            "name": f"creators-ai-atlas-{key.replace('_', '-')}",
            "title": chart.title,
            "subtitle": chart.subtitle,
            "source": source,
            "csv": chart.csv,
            "paper": theme.paper,
            "ink": theme.ink,
            "quiet": theme.quiet,
        },
    )
