"""THE list of pages: where each lives, what it is for, which filters it shows."""

from __future__ import annotations

from dataclasses import dataclass

from etl.vocab import AGREEMENT_STATUSES, BILL_STATUSES, CASE_STATUSES, Vocabulary


@dataclass(frozen=True)
class PageSpec:
    """One page of the Atlas."""

    path: str
    """Its address; the overview is also `/`."""
    title: str
    relation: str
    """The rows behind the page: if none match, the page says so. Empty for pages of several."""
    filters: tuple[str, ...] = ()
    statuses: Vocabulary | None = None
    """The statuses that `status` may hold here."""
    no_union: bool = False
    """May the union be “No union” here?"""

    filters_first: bool = False
    """Is the page nothing without its filters? Then a phone shows them all."""

    @property
    def file(self) -> str:
        """Its file in `pages/`."""
        return f"{self.path.replace('-', '_')}.py"


PAGES: tuple[PageSpec, ...] = (
    PageSpec(
        "overview",
        "Overview",
        "",
        ("as_of",),
    ),
    PageSpec(
        "my-protections",
        "My protections",
        "",
        ("craft", "union", "state", "sector", "as_of"),
        no_union=True,
        filters_first=True,
    ),
    PageSpec(
        "gaps",
        "Gaps",
        "",
        ("craft", "union", "state", "what_if", "sector", "pillar", "weight", "as_of"),
        no_union=True,
    ),
    PageSpec(
        "agreements",
        "Agreements",
        "provisions",
        ("union", "sector", "craft", "protection", "pillar", "status", "confidence", "q", "as_of"),
        AGREEMENT_STATUSES,
    ),
    PageSpec(
        "legislation",
        "Legislation",
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
        "cases",
        (
            "plaintiff",
            "company",
            "status",
            "country",
            "court",
            "medium",
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
        "practices",
        (
            "company",
            "kind",
            "medium",
            "stance",
            "protection",
            "pillar",
            "confidence",
            "q",
            "from",
            "to",
            "as_of",
        ),
    ),
    PageSpec(
        "companies",
        "Companies",
        "",
        ("company", "confidence", "from", "to", "as_of"),
    ),
    PageSpec(
        "coalition",
        "Coalition",
        "signatures",
        ("letter", "craft", "confidence", "q", "as_of"),
    ),
    PageSpec(
        "timeline",
        "Timeline",
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
        "",
        (
            "state",
            "company",
            "protection",
            "craft",
            "where",
            "kind",
            "medium",
            "stance",
            "union",
            "sector",
            "letter",
            "court",
            "plaintiff",
            "topic",
            "status",
            "force",
            "domain",
            "country",
            "pillar",
            "what_if",
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
        "codebook",
    ),
)
