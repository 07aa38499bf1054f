"""Transparency scores: totals of the Foundation Model Transparency Index."""

from etl.contract import Table
from etl.fields import count, key, ref, text

TABLE = Table(
    name="transparency_scores",
    title="Transparency scores",
    description="Totals of the Foundation Model Transparency Index.",
    domain="practices",
    fields=(
        key("score_id", "score"),
        ref("companies", "company_id", "Company."),
        text("index_name", "Index.", required=True),
        count("year", "Year of the index.", required=True),
        count("score", "Points reached.", unit="points", required=True),
        count("max_score", "Points possible.", unit="points", required=True),
    ),
)
