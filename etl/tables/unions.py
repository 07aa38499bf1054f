"""Unions: unions, guilds and associations that bargain for, or speak for, creative workers."""

from etl.contract import Field, Table
from etl.fields import COUNTRY, CRAFT_LIST, URL, count, edtf, key, text

TABLE = Table(
    name="unions",
    title="Unions",
    description="Unions, guilds and associations that bargain for, or speak for, creative workers.",
    domain="agreements",
    fields=(
        key("union_id", "union"),
        text("name", "Full name.", required=True),
        text("short_name", "Name in daily use.", required=True),
        COUNTRY,
        CRAFT_LIST,
        count("members", "Members, as last reported.", unit="people"),
        edtf("members_as_of", "Date of the member count."),
        Field("url", "Home page.", pattern=URL),
    ),
)
