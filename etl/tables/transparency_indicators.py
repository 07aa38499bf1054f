"""Transparency indicators: the data-related indicators behind those totals."""

from etl.contract import Field, Table
from etl.fields import count, key, ref, text

TABLE = Table(
    name="transparency_indicators",
    title="Transparency indicators",
    description="The data-related indicators behind those totals.",
    domain="practices",
    fields=(
        key("indicator_id", "indicator"),
        ref("companies", "company_id", "Company."),
        count("year", "Year of the index.", required=True),
        text("subdomain", "Group of indicators.", required=True),
        text("indicator", "What is asked.", required=True),
        Field(
            "score",
            "1 if disclosed, 0 if not.",
            type="integer",
            required=True,
            minimum=0,
            maximum=1,
        ),
    ),
)
