"""Employers: the companies that an employer side of a contract stands for."""

from etl.contract import Table
from etl.fields import AS_OF, key, one_of, ref, text
from etl.vocab import EMPLOYER_LINKS

TABLE = Table(
    name="employers",
    title="Employers",
    description=(
        "The companies that an employer side of a contract stands for: the members of a group, "
        "and companies that a contract calls by another name."
    ),
    domain="agreements",
    fields=(
        key("employer_id", "link"),
        text("employer", "Employer side, as contracts name it.", required=True),
        ref("companies", "company_id", "Company it stands for."),
        one_of("link", EMPLOYER_LINKS, "How the two belong together."),
        AS_OF,
    ),
)
