"""What protects me? The 18 questions, answered for one craft, union, state and day."""

import streamlit as st

from app import answer_blocks, answers, blocks, links, store, views
from app.style import colours

EXAMPLES = (
    ("A SAG-AFTRA voice actor in Texas", ("voice_actor", "sag-aftra", "TX")),
    ("A stunt performer outside any union in Ohio", ("stunt_performer", "none", "OH")),
    ("A WGA screenwriter in California", ("writer", "wga", "CA")),
    ("An animator of the Animation Guild in New York", ("animator", "tag-839", "NY")),
)

_, filters = views.current()
if not filters.get("craft"):
    st.title("What protects me today?", anchor=False)
    st.markdown(
        "Choose your **craft** above, then your **union** (or “No union”), your **state** and your "
        "**kind of work**. Nothing about you is kept: your choices stand in the address alone."
    )
    answer_blocks.examples(
        (label, links.page("my-protections", craft=craft, union=union, state=state))
        for label, (craft, union, state) in EXAMPLES
    )
    blocks.reach_line()
    st.stop()

found = answers.answers(views.rows("coverage"), views.rows("coverage_reasons"))
person = answers.who(filters, store.choices())
blocks.headline(answers.verdict(found, person, filters), answers.lead(found, filters))
blocks.key_line(answer_blocks.level_key(colours()))
answer_blocks.summary(found, colours())
answer_blocks.by_pillar(found, colours())
blocks.rows("coverage_reasons", "row", heading="Everything that was looked at")
blocks.reach_line()
