"""How sure we are, and who says so."""

from etl.vocab.vocabulary import Vocabulary

CONFIDENCE = Vocabulary(
    "confidence",
    """
    official: Official: A primary source, read: statute, court, agency, or the union that signed
    confirmed: Confirmed: Two publishers that do not copy each other
    single: Single source: One publisher with its own reporting
    unconfirmed: Reported, unconfirmed: Copied or unknown sources, too few of them, or held back
    """,
)

PUBLISHER_KINDS = Vocabulary(
    "publisher_kinds",
    """
    official: Official: Government, legislature, regulator, statute or bill text
    court: Court: A court, or a host of filings as filed
    union: Union: A union, guild or workers' association
    law_firm: Law firm: Law firm or bar publication
    tracker: Tracker: Curated tracker, research project or legal database
    trade_press: Trade press: Press of the entertainment, music, games, technology or legal trades
    press: Press: General news media
    company: Company: A company's or organisation's own site
    community: Community: User-edited or personal publication; never enough alone
    aggregator: Aggregator: Copied, machine-written or marketing; never enough alone
    unclassified: Not classified: Nobody has judged this publisher yet; never enough alone
    """,
)
