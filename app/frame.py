"""The frame of every page: look, navigation, filters, search, share menu, then the page itself."""

from pathlib import Path

import streamlit as st

from app import filter_bar, search_box, share, store, style
from app.logs import log_failure
from app.registry import PAGES, PageSpec
from app.store import NoReleaseError

FOLDER = Path(__file__).resolve().parent.parent / "pages"


def main() -> None:
    """Draw the frame and run the page that the address names."""
    st.set_page_config("Creators’ AI Atlas", str(style.STATIC / "icon.png"), layout="wide")
    pages = {_page(spec): spec for spec in PAGES}
    chosen = st.navigation(list(pages), position="hidden" if st.context.is_embedded else "top")
    style.apply()
    st.logo(str(style.STATIC / "logo.svg"), size="large", link=None)
    spec = next(spec for page, spec in pages.items() if page == chosen)
    try:
        if not store.is_open():
            with st.spinner("Opening the data. If none is built yet, that takes a few seconds …"):
                store.release()
        shown = filter_bar.sync(spec)
        if not st.context.is_embedded:
            with st.container(horizontal=True, key="toolbar", vertical_alignment="bottom"):
                filter_bar.draw(spec, shown)
                search_box.draw()
                share.menu(spec, shown)
        for note in filter_bar.notes():
            st.warning(note, icon=":material/info:")
        st.session_state["atlas_shown"] = (spec, shown)
        chosen.run()
    except NoReleaseError as error:
        st.error(str(error), icon=":material/database_off:")
    except Exception as error:  # no exception text may ever reach a user
        reference = log_failure(f"page {spec.path}", error)
        st.error(
            "Sorry, this view could not be drawn. Reloading the page, or clearing the filters, "
            f"may help. If it does not, please report it with the reference {reference}.",
            icon=":material/error:",
        )


def _page(spec: PageSpec) -> st.Page:
    first = spec is PAGES[0]
    path = None if first else spec.path
    return st.Page(FOLDER / spec.file, title=spec.title, url_path=path, default=first)


main()
