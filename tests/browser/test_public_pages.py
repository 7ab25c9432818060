"""One address of each kind of page, in both languages, on a wide and on a narrow screen."""

from itertools import product

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.portal.translated_addresses import ADDRESSES

PAGES = [address for pair in ADDRESSES.items() for address in pair]
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


FRENCH, ENGLISH = PAGES[1::2], PAGES[::2]
# Each kind of page once: in one of both languages, on one of two screens.
SAMPLE = [(FRENCH[::2], 390, "light"), (ENGLISH[1::2], 1280, "dark")]
ALL = [
    pytest.param(*each, marks=pytest.mark.audit)
    for each in product((FRENCH, ENGLISH), (390, 1280), ("light", "dark"))
]


@pytest.mark.parametrize(("pages", "width", "scheme"), SAMPLE + ALL)
def test_a_page_opens_without_a_word_in_the_console_fits_any_screen_and_is_no_barrier(
    pages, width, scheme, page
):
    page.emulate_media(color_scheme=scheme)
    for address in pages:
        page.set_viewport_size({"width": width, "height": 900})
        assert page.goto(address).status == 200
        assert page.locator("h1").count() == 1
        assert page.problems == []
        found = Axe().run(page, options={"runOnly": {"type": "tag", "values": RULES}})
        assert found.violations_count == 0, f"{address}\n{found.generate_report()}"
        page.problems.clear()  # axe brings an inline style of its own
        for screen in (320, 390, 1280):
            page.set_viewport_size({"width": screen, "height": 900})
            beyond = page.evaluate("document.documentElement.scrollWidth") - screen
            assert beyond <= 0, (address, screen)


def test_the_language_switch_keeps_the_page(page):
    page.goto("/fr/partenaires/befen/")
    page.get_by_role("banner").get_by_role("link", name="English").click()
    page.wait_for_url("**/en/partners/befen/")
    assert page.locator("html").get_attribute("lang") == "en"


def test_the_first_tab_leads_past_the_navigation(page):
    page.goto("/fr/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.getAttribute('href')") == "#content"


def test_the_menu_of_a_phone_opens_without_script(browser, site):
    context = browser.new_context(
        base_url=site.url, java_script_enabled=False, viewport={"width": 390, "height": 800}
    )
    page = context.new_page()
    page.goto("/fr/")
    link = page.get_by_role("banner").get_by_role("link", name="Recherche")
    assert not link.is_visible()
    page.get_by_text("Menu").click()
    assert link.is_visible()
    link.click()
    page.wait_for_url("**/fr/recherche/")
    context.close()


def test_a_donor_follows_a_number_to_its_source(page):
    page.goto("/en/")
    page.get_by_role("link", name="check this figure").first.click()
    page.wait_for_url("**/en/figures/patients-total/")
    page.get_by_role("main").get_by_role("link", name="Qui sommes-nous ?").first.click()
    page.wait_for_url("**/en/sources/alima-qui/")
    assert page.get_by_role("link", name="https://alima.ngo").count() == 1


def test_nothing_is_asked_of_a_third_party(page, site):
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    for address in PAGES[::2]:
        page.goto(address)
    assert all(url.startswith(site.url) for url in asked)
