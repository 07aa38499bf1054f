"""Draws the filters and keeps them and the address bar the same.

The URL holds ids (`craft=voice_actor`) while people read labels (“Voice actors”). Streamlit's own
`bind="query-params"` writes the label, so the two are tied together here, in one place.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

import streamlit as st

from app import weight_bar
from app.filters import (
    COMPARED,
    LABELS,
    NO_UNION,
    SINGLE,
    Filters,
    parse,
    unknown,
    where_in_words,
)
from app.registry import PageSpec
from app.store import choices, query

INLINE = 4
"""Filters shown in the bar itself; the others are one click away."""

_HINTS = {
    "q": "Words in the rows",
    "from": "like 2024 or 2024-09",
    "to": "like 2026-06-30",
    "as_of": "today",
    "what_if": "Switch on a bill or deal",
    "where": "like status:pending",
}
_STATE, _PAGE, _NOTES = "atlas_filters", "atlas_page", "atlas_notes"


def sync(page: PageSpec) -> Filters:
    """Agree with the address bar on what is chosen, and return what this page uses of it.

    An address with filters wins (a link, Back, an edited URL); an address without keeps what was
    chosen if the page just changed (a click in the menu), and clears it otherwise.
    """
    in_url = _url_params()
    state: Filters | None = st.session_state.get(_STATE)
    page_changed = st.session_state.get(_PAGE) != page.path
    st.session_state[_PAGE] = page.path
    if page_changed:
        st.session_state[_NOTES] = []
    if state is None or in_url != _as_params(state):
        if in_url or state is None or not page_changed:
            state, unknown = parse(in_url, choices())
            _, elsewhere = parse(_as_params(state), choices(), page.filters, page.statuses)
            unused = [LABELS[name] for name in _as_params(state) if name not in page.filters]
            told = [f"{name} is not a filter of this page, so it was left out." for name in unused]
            st.session_state[_NOTES] = [*unknown, *elsewhere, *told]
        _keep(state)
    return parse(_as_params(state), choices(), page.filters, page.statuses)[0]


def notes() -> list[str]:
    """What to tell the user about values in the address that could not be used."""
    return [plain(note) for note in st.session_state.get(_NOTES, [])]


def plain(text: str) -> str:
    """Text as Markdown that shows it as it is: an address must not smuggle in a link."""
    return re.sub(r"([\\`*_\[\]()<>~$:])", r"\\\1", text)


def draw(page: PageSpec, shown: Filters) -> None:
    """The filter bar: the first few filters, the rest behind one button, and a way to clear."""
    for name in page.filters:
        if name != "weight":
            _seed(name, shown)
    inline, more = page.filters[:INLINE], page.filters[INLINE:]
    key = "filter_form" if page.filters_first else "filter_bar"
    with st.container(horizontal=True, vertical_alignment="bottom", key=key):
        for name in inline:
            _widget(name, page)
        if more:
            used = sum(1 for name in more if shown.get(name))
            label = f"More filters ({used})" if used else "More filters"
            with st.popover(label, icon=":material/tune:"):
                for name in more:
                    _widget(name, page)
        if shown.chosen:
            st.button("Clear", icon=":material/close:", on_click=_clear, type="tertiary")


def _url_params() -> dict[str, list[str]]:
    return {name: st.query_params.get_all(name) for name in LABELS if name in st.query_params}


def _as_params(filters: Filters) -> dict[str, list[str]]:
    return {name: list(values) for name, values in filters.chosen}


def _keep(filters: Filters) -> None:
    """Remember the filters, and write them into the address if it says otherwise."""
    st.session_state[_STATE] = filters
    if _url_params() != _as_params(filters):
        others = {
            name: st.query_params.get_all(name) for name in st.query_params if name not in LABELS
        }
        st.query_params.from_dict({**_as_params(filters), **others})


def _changed(names: tuple[str, ...]) -> None:
    values: dict[str, list[str]] = {name: _read(name) for name in names}
    before: Filters = st.session_state[_STATE]
    st.session_state[_NOTES] = []
    _keep(before.with_(**values))


def _weighed() -> None:
    set_filter("weight", weight_bar.read())


def set_filter(name: str, values: list[str]) -> None:
    """Set one filter from elsewhere on a page (a slider, a click), as if in the bar."""
    before: Filters = st.session_state[_STATE]
    _keep(before.with_(**{name: values}))


CLICK_A_STATE = "Click a state to see it alone; click it again to see all."


def choose_state(clicked: list[str]) -> None:
    """See the page for one state; a second click on its tile shows all of them again."""
    jurisdiction = clicked[0]
    before: Filters = st.session_state[_STATE]
    again = before.get("state") == (jurisdiction,)
    set_filter("state", [] if again else [jurisdiction])


def _clear() -> None:
    st.session_state[_NOTES] = []
    _keep(Filters())


def _key(name: str) -> str:
    return f"filter_{name}"


def _seed(name: str, shown: Filters) -> None:
    chosen = shown.get(name)
    st.session_state[_key(name)] = (chosen[0] if chosen else "") if name in SINGLE else list(chosen)


def _read(name: str) -> list[str]:
    value = st.session_state[_key(name)]
    good, bad = parse({name: [value] if isinstance(value, str) else value}, choices(), (name,))
    if bad:
        st.toast(plain(bad[0]))
    return list(good.get(name))


def _widget(name: str, page: PageSpec) -> None:
    label, key = LABELS[name], _key(name)
    if name == "weight":
        weight_bar.draw(st.session_state[_STATE], _weighed)
        return
    if name in SINGLE:
        hint = _HINTS[name]
        st.text_input(
            label, key=key, on_change=_changed, args=((name,),), placeholder=hint, width=160
        )
        return
    options = _options(name, page)
    st.multiselect(
        label,
        list(options),
        key=key,
        format_func=lambda value: options.get(value, value),
        on_change=_changed,
        args=((name,),),
        placeholder=_HINTS.get(name, "All"),
        filter_mode="contains",
        select_all=False,  # else Enter takes every match instead of the one meant
        accept_new_options=name == "where",
        width=190,
    )


def _options(name: str, page: PageSpec) -> dict[str, str]:
    """What a list offers; what is written rather than chosen, as it stands."""
    if name == "where":
        state: Filters = st.session_state[_STATE]
        return {value: where_in_words(value) for value in state.get(name)}
    options = choices().options(name, page.statuses)
    if name == "union" and not page.no_union:
        options.pop(NO_UNION, None)
    return _alive(options) if name == "what_if" else options


OWN = ("table", "cell", "view", "case", "year", *COMPARED)
"""Choices of one page alone that are part of its view."""


def own_choices() -> list[tuple[str, str]]:
    """The choices of this page alone, as URL parameters."""
    return [(name, value) for name, value in st.query_params.items() if name in OWN]


def _alive(options: dict[str, str]) -> dict[str, str]:
    """Of all that may be switched on, what is alive on the day of the view, or chosen already."""
    state: Filters = st.session_state[_STATE]
    alive = {*query("what_if", state.only(("as_of",)))["instrument_id"], *state.get("what_if")}
    return {value: label for value, label in options.items() if value in alive}


def set_own(**choices: str) -> None:
    """Set choices of this page alone from elsewhere on it, as if picked in their boxes."""
    st.query_params.update(choices)  # in one step, so that Back undoes all of them


def choose(name: str, label: str, options: Mapping[str, str], default: str) -> str:
    """A choice of one page alone (a table, a contract), also kept in the address."""
    found: str = st.selectbox(
        label,
        list(options),
        key=_own_key(name, label, options, default),
        format_func=lambda option: options[option],
        on_change=_picked,
        args=(name,),
        width=420,
    )
    return found


def switch(name: str, label: str, options: Mapping[str, str], default: str) -> str:
    """A choice of one page alone between a few, all in sight; also kept in the address."""
    found = st.segmented_control(
        label,
        list(options),
        key=_own_key(name, label, options, default),
        required=True,
        format_func=lambda option: options[option],
        on_change=_picked,
        args=(name,),
        label_visibility="collapsed",
    )
    return found or default


def _own_key(name: str, label: str, options: Mapping[str, str], default: str) -> str:
    """The key of the widget, set to what the address asks for."""
    asked = st.query_params.get(name, default)
    key = f"choice_{name}"
    st.session_state[key] = asked if asked in options else default
    if asked not in options:
        st.warning(plain(unknown(label, asked, options)), icon=":material/info:")
    return key


def _picked(name: str) -> None:
    st.query_params[name] = st.session_state[f"choice_{name}"]
