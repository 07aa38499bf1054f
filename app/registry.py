"""THE list of pages: where each lives, what it is for, which filters it shows."""

from __future__ import annotations

from dataclasses import dataclass

from etl.vocab import AGREEMENT_STATUSES, BILL_STATUSES, CASE_STATUSES, Vocabulary


@dataclass(frozen=True)
class PageSpec:
    """One page of the Atlas."""

    path: str
    """Its address and its file, `pages/<path>.py`; the overview is also `/`."""
    title: str
    purpose: str
    relation: str
    """The rows behind the page: if none match, the page says so. Empty for pages of several."""
    filters: tuple[str, ...] = ()
    statuses: Vocabulary | None = None
    """The statuses that `status` may hold here."""


PAGES: tuple[PageSpec, ...] = (
    PageSpec(
        "overview",
        "Overview",
        "Who has signed, what is agreed, enacted, fought over and done.",
        "",
        ("as_of",),
    ),
    PageSpec(
        "agreements",
        "Agreements",
        "What union contracts secure, clause by clause, and until when.",
        "provisions",
        ("union", "sector", "craft", "protection", "pillar", "status", "confidence", "q", "as_of"),
        AGREEMENT_STATUSES,
    ),
    PageSpec(
        "legislation",
        "Legislation",
        "Which states have legislated, on what, and what is in force.",
        "bills",
        (
            "state",
            "topic",
            "force",
            "protection",
            "status",
            "pillar",
            "craft",
            "confidence",
            "q",
            "from",
            "to",
            "as_of",
        ),
        BILL_STATUSES,
    ),
    PageSpec(
        "litigation",
        "Litigation",
        "Who sues whom over AI and creative work, and what courts have said.",
        "cases",
        (
            "plaintiff",
            "company",
            "court",
            "status",
            "protection",
            "pillar",
            "confidence",
            "q",
            "from",
            "to",
            "as_of",
        ),
        CASE_STATUSES,
    ),
    PageSpec(
        "practices",
        "Practices",
        "What companies announce, license, label and do.",
        "practices",
        ("company", "protection", "pillar", "confidence", "q", "from", "to", "as_of"),
    ),
    PageSpec(
        "coalition",
        "Coalition",
        "Who signed the coalition's letter and the letters that overlap with it.",
        "signatures",
        ("letter", "craft", "confidence", "q", "as_of"),
    ),
    PageSpec(
        "timeline",
        "Timeline",
        "Everything that happened, in one list, and what is fixed to come.",
        "events",
        (
            "domain",
            "state",
            "union",
            "company",
            "protection",
            "craft",
            "confidence",
            "q",
            "from",
            "to",
            "as_of",
        ),
    ),
    PageSpec(
        "data",
        "Data",
        "Browse any table, filter it, take it away.",
        "",
        (
            "state",
            "craft",
            "protection",
            "company",
            "union",
            "sector",
            "letter",
            "court",
            "plaintiff",
            "topic",
            "pillar",
            "confidence",
            "q",
            "from",
            "to",
            "as_of",
        ),
    ),
    PageSpec(
        "method",
        "Method",
        "How the Atlas is made, what its words mean, and what it does not know.",
        "codebook",
    ),
)

BY_PATH: dict[str, PageSpec] = {page.path: page for page in PAGES}
