"""The search box of the frame: opened by a key, answered while typing, walked with the arrows."""

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, Page, Route, TimeoutError

from tests.browser.conftest import WAIT, fetch, open_page

pytestmark = pytest.mark.browser


def box(page: Page) -> Locator:
    return page.locator("dialog[open]").get_by_role("searchbox")


def wait_until_ready(page: Page) -> None:
    """The button is drawn a moment before its script listens."""
    page.locator(".st-key-search .search[data-ready]").wait_for()


def open_box(page: Page, key: str = "/") -> None:
    """Open the box with a key; pressed just as the page is drawn again it is lost, so try anew."""
    for _ in range(6):
        wait_until_ready(page)
        page.keyboard.press(key)
        try:
            box(page).wait_for(timeout=5_000)
            return
        except TimeoutError:
            continue
    raise AssertionError(f"the box did not open with {key}")


def ask(page: Page, question: str) -> Locator:
    """Open the box with its key, type, and return the links once they are there."""
    open_box(page)
    with page.expect_response(lambda reply: "search.json" in reply.url):
        page.keyboard.type(question)
    links = page.locator("dialog[open] .found a")
    links.first.wait_for()
    return links


def focused(page: Page) -> str:
    """The text of what has the focus inside the box."""
    return str(
        page.evaluate(
            """() => { let at = document.activeElement;
            while (at && at.shadowRoot) at = at.shadowRoot.activeElement;
            return at ? (at.tagName === 'INPUT' ? 'the box' : at.textContent) : ''; }"""
        )
    )


@pytest.mark.parametrize("path", ["", "legislation", "method"])  # few filters, many, none
def test_the_box_opens_by_key_and_by_click(server: str, page: Page, path: str) -> None:
    open_page(page, f"{server}/{path}")
    wait_until_ready(page)
    for key in ("/", "Control+k"):
        open_box(page, key)
        assert focused(page) == "the box"
        page.keyboard.press("Escape")
        page.locator("dialog[open]").wait_for(state="detached")
    page.locator(".st-key-search button.open").click()
    box(page).wait_for()


def test_a_record_is_opened_by_keys_alone(server: str, page: Page) -> None:
    open_page(page, f"{server}/legislation?state=CA")
    links = ask(page, "elevenlabs")
    assert links.first.inner_text().startswith("ElevenLabs")
    page.keyboard.press("ArrowDown")
    assert focused(page).startswith("ElevenLabs")
    page.keyboard.press("ArrowDown")
    assert "v. ElevenLabs" in focused(page)
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    assert focused(page) == "the box"
    page.keyboard.press("ArrowDown")
    with page.expect_request(f"{server}/records/companies/elevenlabs"):
        page.keyboard.press("Enter")


def test_a_letter_typed_on_a_link_goes_into_the_box(server: str, page: Page) -> None:
    open_page(page, server)
    ask(page, "eleven")
    page.keyboard.press("ArrowDown")
    page.keyboard.type("labs")
    assert box(page).input_value() == "elevenlabs"


def test_enter_in_the_box_leads_to_a_page_that_can_be_shared(server: str, page: Page) -> None:
    open_page(page, f"{server}/litigation")
    ask(page, "anthorpic")
    page.keyboard.press("Enter")
    page.wait_for_url(f"{server}/search?q=anthorpic")
    assert page.get_by_role("link", name="Anthropic", exact=True).first.is_visible()
    page.get_by_role("link", name="Creators’ AI Atlas").click()
    page.wait_for_url(f"{server}/")


def hint(page: Page) -> str:
    return page.locator("dialog[open] .keys").inner_text()


def test_enter_opens_the_only_record_and_the_hint_says_so(server: str, page: Page) -> None:
    open_page(page, f"{server}/legislation")
    ask(page, "AB 18")
    assert "Enter all results on a page" in hint(page)
    page.keyboard.type("36")
    page.get_by_text("1 record", exact=True).wait_for()
    assert "Enter open this record" in hint(page)
    page.keyboard.press("Enter")
    page.wait_for_url(f"{server}/records/bills/us-ca-2024-ab1836")


def test_an_exact_name_among_others_leads_to_the_results(server: str, page: Page) -> None:
    open_page(page, server)
    ask(page, "ElevenLabs")
    assert "Enter all results on a page" in hint(page)
    page.keyboard.press("Enter")
    page.wait_for_url(f"{server}/search?q=ElevenLabs")


@pytest.mark.parametrize(
    ("typed", "way"), [("AB 1836", "records/bills/us-ca-2024-ab1836"), ("suno", "search?q=suno")]
)
def test_enter_right_after_the_last_key_waits_for_the_answer(
    server: str, page: Page, typed: str, way: str
) -> None:
    """What is on screen by then answers the first letters, where one record is left over."""
    open_page(page, server)
    ask(page, "midjourneychris")
    page.get_by_text("1 record", exact=True).wait_for()
    page.keyboard.press("Control+a")
    page.keyboard.type(typed)
    page.keyboard.press("Enter")
    page.wait_for_url(f"{server}/{way}")


def test_typing_on_after_enter_takes_the_enter_back(server: str, page: Page) -> None:
    open_page(page, server)
    open_box(page)
    page.route("**/search.json?q=AB%201836", lambda route: answer_late(page, route))
    page.keyboard.type("AB 1836")
    page.keyboard.press("Enter")
    page.keyboard.type(" x")
    page.wait_for_timeout(2_000)
    assert page.url == f"{server}/"
    assert box(page).input_value() == "AB 1836 x"


def answer_late(page: Page, route: Route) -> None:
    page.wait_for_timeout(500)
    route.continue_()


def test_enter_leads_to_the_results_if_no_answer_comes(server: str, page: Page) -> None:
    open_page(page, server)
    open_box(page)
    page.route("**/search.json*", lambda route: None)
    page.keyboard.type("AB 1836")
    page.keyboard.press("Enter")
    page.wait_for_url(f"{server}/search?q=AB+1836")


def test_a_slip_in_a_number_is_said_and_near_ones_are_links(server: str, page: Page) -> None:
    open_page(page, server)
    links = ask(page, "AB 2620")
    told = "No record has the number AB 2620. Did you mean:"
    assert page.locator("dialog[open] .told").inner_text() == told
    assert links.first.inner_text().startswith("CA AB 2602")
    assert "Enter all results on a page" in hint(page)  # suggestions are no hits
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url(f"{server}/records/bills/us-ca-2024-ab2602")


def test_typing_elsewhere_and_the_filters_are_left_alone(server: str, page: Page) -> None:
    open_page(page, f"{server}/litigation")
    wait_until_ready(page)
    page.get_by_role("button", name="More filters").click()
    field = page.get_by_label("Search", exact=True)
    field.fill("a")
    page.keyboard.type("/b")
    assert field.input_value() == "a/b"
    assert page.locator("dialog[open]").count() == 0
    page.keyboard.press("Enter")
    page.wait_for_url("**/litigation?q=a%2Fb")
    page.keyboard.press("Escape")
    page.locator("h1").click()
    address = page.url
    ask(page, "suno")
    assert page.url == address


def test_keys_of_streamlit_do_nothing_in_the_box(server: str, page: Page) -> None:
    open_page(page, server)
    ask(page, "record")  # r runs a page again, c clears its cache
    assert box(page).input_value() == "record"
    assert page.get_by_role("dialog", name="Clear caches").count() == 0


def test_what_is_typed_never_becomes_markup(server: str, page: Page) -> None:
    open_page(page, server)
    wait_until_ready(page)
    page.keyboard.press("/")
    box(page).wait_for()
    page.keyboard.insert_text("<img src=x onerror=\"document.title='taken'\">zzzz")
    told = page.locator("dialog[open] .told")
    told.get_by_text("<img src=x").wait_for()
    assert page.locator("dialog[open] img").count() == 0
    assert page.title() != "taken"
    assert "Numbers must be whole" in page.locator("dialog[open] .found").inner_text()


def test_the_box_survives_a_run_of_the_page(server: str, page: Page) -> None:
    """Streamlit sets the box up anew when a filter changes; its key must work once, not twice."""
    open_page(page, f"{server}/litigation")
    page.get_by_role("link", name="Practices").click()
    page.wait_for_url("**/practices")
    page.get_by_role("link", name="Litigation").click()
    page.wait_for_url("**/litigation")
    page.wait_for_timeout(1500)
    asked: list[str] = []
    page.on("request", lambda r: asked.append(r.url) if "search.json" in r.url else None)
    ask(page, "suno")
    page.wait_for_timeout(600)
    assert len(asked) == 1


def test_the_box_fits_a_phone(server: str, phone: BrowserContext) -> None:
    page = phone.new_page()
    open_page(page, f"{server}/legislation")
    wait_until_ready(page)
    page.locator(".st-key-search button.open").click()
    box(page).fill("sag-aftra")
    page.locator("dialog[open] .found a").first.wait_for()
    place = page.locator("dialog[open]").bounding_box()
    assert place is not None
    assert (place["x"], place["width"]) == (0, 390)
    assert not page.evaluate("document.documentElement.scrollWidth > innerWidth + 1")
    close = page.get_by_role("button", name="Close")
    size = close.bounding_box()
    assert size is not None and size["width"] >= 44 and size["height"] >= 44
    close.click()
    assert page.locator("dialog[open]").count() == 0
    page.close()


def test_an_embedded_page_has_no_box(server: str, page: Page) -> None:
    open_page(page, f"{server}/legislation?embed=true")
    page.keyboard.press("/")
    page.wait_for_timeout(500)
    assert page.locator(".st-key-search").count() == 0
    assert page.locator("dialog[open]").count() == 0


def test_the_results_page_needs_no_javascript(server: str, browser: Browser) -> None:
    context = browser.new_context(java_script_enabled=False, viewport={"width": 390, "height": 844})
    context.set_default_timeout(WAIT)
    page = context.new_page()
    page.goto(f"{server}/search")
    page.get_by_role("searchbox").fill("ab2602")
    page.get_by_role("button", name="Search").click()
    link = page.get_by_role("link", name="CA AB 2602")
    assert link.get_attribute("href") == "records/bills/us-ca-2024-ab2602"
    assert b"us-ca-2024-ab2602" in fetch(f"{server}/search.json?q=ab2602")
    context.close()
