"""What companies announce, license, label and do."""

from app import blocks, findings, views
from app.charts import practices

blocks.headline(
    findings.practices(views.rows("practices")),
    "Licences, policies, tools and uses. Each act is read with care and on its own: "
    "never a grade of a company, and never counted as protection.",
)
blocks.chart("choice", views.chart(practices.creators_choice, "practices"))
blocks.chart("kinds", views.chart(practices.kinds, "practices"))
blocks.chart("years", views.chart(practices.by_year, "practices"))
blocks.rows("practices", "act")
blocks.rows("incidents", "incident", heading="Harm reported")
blocks.reach_line()
