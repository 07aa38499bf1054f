"""Words for coverage: what protects a person, and how well."""

from etl.vocab.vocabulary import Vocabulary, parse_terms

COVERAGE_LEVELS = Vocabulary(
    "coverage_levels",
    """
    strong: Strong: A contract or law in force gives it, clearly
    partial: Partial: A contract or law in force gives it, with limits
    weak: Weak: A contract in force has soft words only
    pending: Pending: Nothing binds, but something agreed or passed would
    voluntary: Voluntary: Nothing binds; a company promises it by itself
    refused: Refused: Sought by a union and refused
    unknown: Not judged: Nobody has looked at all that may apply
    none_found: Nothing found: Somebody looked and found nothing
    """,
)

EFFECTS = Vocabulary(
    "effects",
    [
        *COVERAGE_LEVELS,
        *parse_terms(
            """
            proposed: Proposed: A bill that no chamber has passed
            blocked: Blocked in court: Enacted, and stopped by a court
            for_others: For others: Protects voters, children or users of chatbots
            """
        ),
    ],
)

CHANGES = Vocabulary(
    "changes",
    """
    gained: Gained: Only the second gives it; the first was judged to lack it
    stronger: Stronger: Both give it, the second more firmly
    weaker: Weaker: Both give it, the second less firmly
    lost: Lost: Only the first gives it; the second was judged to lack it
    same: Same: Both give it alike, or neither does
    unknown: Not judged: On one side or on both nobody has judged it
    """,
)

INSTRUMENT_KINDS = Vocabulary(
    "instrument_kinds",
    """
    contract: Contract
    law: Law
    search: Search of the law
    company: Company's word
    """,
)
