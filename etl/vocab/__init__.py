"""The controlled vocabularies: every closed list of values, with labels and definitions."""

from etl.vocab.agreements import (
    AGREEMENT_KINDS,
    AGREEMENT_STATUSES,
    BARGAINING_KINDS,
    DEMAND_OUTCOMES,
    STRENGTHS,
)
from etl.vocab.coalition import (
    COALITION_KINDS,
    LETTER_KINDS,
    LETTER_STANCES,
    SIGNATORY_KINDS,
    SIGNATURE_ROLES,
)
from etl.vocab.legislation import (
    BILL_DATE_KINDS,
    BILL_EVENT_KINDS,
    BILL_FORCE,
    BILL_LINK_KINDS,
    BILL_STATUSES,
    ENFORCEMENT,
    FEDERAL_BODIES,
    FEDERAL_KINDS,
    STATE_EFFECTS,
    TOPICS,
)
from etl.vocab.litigation import (
    CASE_EVENT_KINDS,
    CASE_STAGES,
    CASE_STATUSES,
    CLAIMS,
    COURT_LEVELS,
    DIRECTIONS,
    DOCTRINES,
    FINALITY,
    PARTY_KINDS,
    PARTY_SIDES,
    PLAINTIFF_CLASSES,
)
from etl.vocab.practices import (
    COMPANY_KINDS,
    CRAWLER_USES,
    DEAL_ROLES,
    DEVELOPMENT_KINDS,
    HARMS,
    PRACTICE_KINDS,
    ROBOTS_RESPECT,
    STANCES,
)
from etl.vocab.sources import CONFIDENCE, PUBLISHER_KINDS
from etl.vocab.subjects import (
    CRAFTS,
    DOMAINS,
    JURISDICTION_KINDS,
    KNOWN,
    MEDIA,
    PILLARS,
    PROTECTIONS,
    SECTORS,
)
from etl.vocab.vocabulary import Term, Vocabulary

__all__ = [
    "AGREEMENT_KINDS",
    "AGREEMENT_STATUSES",
    "BARGAINING_KINDS",
    "BILL_DATE_KINDS",
    "BILL_EVENT_KINDS",
    "BILL_FORCE",
    "BILL_LINK_KINDS",
    "BILL_STATUSES",
    "CASE_EVENT_KINDS",
    "CASE_STAGES",
    "CASE_STATUSES",
    "CLAIMS",
    "COALITION_KINDS",
    "COMPANY_KINDS",
    "CONFIDENCE",
    "COURT_LEVELS",
    "CRAFTS",
    "CRAWLER_USES",
    "DEAL_ROLES",
    "DEMAND_OUTCOMES",
    "DEVELOPMENT_KINDS",
    "DIRECTIONS",
    "DOCTRINES",
    "DOMAINS",
    "ENFORCEMENT",
    "FEDERAL_BODIES",
    "FEDERAL_KINDS",
    "FINALITY",
    "HARMS",
    "JURISDICTION_KINDS",
    "KNOWN",
    "LETTER_KINDS",
    "LETTER_STANCES",
    "MEDIA",
    "PARTY_KINDS",
    "PARTY_SIDES",
    "PILLARS",
    "PLAINTIFF_CLASSES",
    "PRACTICE_KINDS",
    "PROTECTIONS",
    "PUBLISHER_KINDS",
    "ROBOTS_RESPECT",
    "SECTORS",
    "SIGNATORY_KINDS",
    "SIGNATURE_ROLES",
    "STANCES",
    "STATE_EFFECTS",
    "STRENGTHS",
    "TOPICS",
    "VOCABULARIES",
    "Term",
    "Vocabulary",
]

VOCABULARIES: dict[str, Vocabulary] = {
    value.name: value for value in list(globals().values()) if isinstance(value, Vocabulary)
}
"""Every vocabulary by its name."""
