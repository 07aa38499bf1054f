"""What union contracts secure: terms on a time line, and clause by clause."""

from app import blocks, comparison_blocks, findings, views
from app.charts import agreements, terms
from app.style import colours

CELL = agreements.Cell._fields

blocks.headline(
    findings.agreements(
        views.rows("provisions"),
        views.rows("agreement_protections", *CELL),
    ),
    "Union contracts with terms on AI. A clause counts while its contract is in force; "
    "a demand that was refused never counts.",
)
blocks.chart(
    "matrix",
    views.chart(agreements.matrix, "agreement_protections", agreements.Cell._fields),
    wide=True,
)
blocks.key_line(agreements.level_key(colours()))
blocks.behind("agreement_protections", told=", judged or not")
comparison_blocks.section()
blocks.chart("terms", views.chart(terms.terms, "agreements", with_day=True), wide=True)
blocks.rows("agreements", "contract", heading="The contracts")
blocks.rows("provisions", "clause", heading="The clauses")
refused = views.rows("demands")
if not refused.empty:
    blocks.rows("demands", "demand", heading="Sought and not won")
blocks.note(
    "Where an agreement has several clauses on one protection, the grid shows the strongest; "
    "hover to read all of them. An expired contract may go on in force by law or by its own words."
)
blocks.reach_line()
