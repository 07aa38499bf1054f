"""The `ai_crawlers` table."""

from etl.contract import Table
from etl.fields import AS_OF, key, one_of, ref, text
from etl.vocab import CRAWLER_USES, ROBOTS_RESPECT

TABLE = Table(
    name="ai_crawlers",
    title="AI crawlers",
    description=(
        "Robots that collect for AI, who runs them, and whether they say that they honour "
        "robots.txt."
    ),
    domain="practices",
    fields=(
        key("crawler_id", "crawler"),
        text("bot", "Name of the robot.", required=True),
        text("operator", "Who runs it."),
        ref("companies", "company_id", "Company, if it is one we know.", required=False),
        one_of("respects_robots", ROBOTS_RESPECT, "Is robots.txt reported as respected?"),
        one_of("use_class", CRAWLER_USES, "What it collects for."),
        AS_OF,
    ),
)
