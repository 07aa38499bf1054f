"""Part of the coalition page: what the people named under a letter lack."""

from __future__ import annotations

from app import blocks, views
from app.charts import signers

OWN_LETTER = "ccai-2025"
"""The coalition's own letter: whose signers are meant unless another is chosen."""


def lacks() -> None:
    """Signers by protection, and the rows behind: one for each person and protection."""
    chosen = views.current()[1]
    letter = chosen.get("letter") or (OWN_LETTER,)
    filters = chosen.only(("craft", "as_of")).with_(letter=letter)
    made = views.chart(signers.lacking, "signer_coverage", also=("letters",), under=filters)
    blocks.chart("signers", made)
    blocks.behind("signer_coverage", filters, ", one for each person and protection")
    told = "Take them away"
    blocks.download_line("signer_coverage", filters, told)
