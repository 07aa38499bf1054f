"""Rulings: what courts decided, on which doctrine, and whether it is final there."""

from etl.contract import Table
from etl.fields import DATE, SUMMARY, key, one_of, ref
from etl.vocab import COURT_LEVELS, DIRECTIONS, DOCTRINES, FINALITY

TABLE = Table(
    name="rulings",
    title="Rulings",
    description="What courts decided, on which doctrine, and whether it is final there.",
    domain="litigation",
    date="date",
    fields=(
        key("ruling_id", "ruling"),
        ref("cases", "case_id", "Case."),
        DATE,
        one_of("level", COURT_LEVELS, "Level of the court that ruled."),
        one_of("doctrine", DOCTRINES, "Question decided."),
        one_of("direction", DIRECTIONS, "Whom it favours."),
        one_of("finality", FINALITY, "Interim or final in that court."),
        SUMMARY,
    ),
)
