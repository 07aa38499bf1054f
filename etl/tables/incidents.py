"""Incidents: events in which creative workers were, or may be, harmed."""

from etl.contract import Field, Table
from etl.fields import CRAFT_LIST, SUMMARY, TITLE, edtf, key, list_of, text
from etl.vocab import HARMS

TABLE = Table(
    name="incidents",
    title="Incidents",
    description="Events in which creative workers were, or may be, harmed.",
    domain="practices",
    date="date",
    fields=(
        key("incident_id", "incident"),
        edtf("date", "When it happened, as precise as the source."),
        TITLE,
        Field("company_ids", "Companies involved.", is_list=True, references="companies"),
        list_of("harms", HARMS, "Kinds of harm."),
        CRAFT_LIST,
        SUMMARY,
        text("outcome", "What followed."),
    ),
)
