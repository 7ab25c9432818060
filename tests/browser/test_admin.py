"""The newsroom in a real browser, under its strict content policy."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.browser.test_public_pages import RULES

HREFS = "links => links.map(a => a.href)"


@pytest.mark.parametrize("step", [3, pytest.param(1, marks=pytest.mark.audit)])
def test_lists_and_their_forms_open_with_a_silent_console(step, newsroom):
    lists = newsroom.locator(".desk__side th a").evaluate_all(HREFS)
    assert len(lists) >= 20
    for address in lists[::step]:
        newsroom.goto(address)
        record = newsroom.locator("#result_list tbody :is(th, td) a").first
        if record.count():
            newsroom.goto(record.get_attribute("href"))
            assert newsroom.locator("h1").count() == 1
    assert newsroom.problems == []


def test_an_editor_changes_a_country_and_the_page_follows(newsroom, site):
    newsroom.goto("/admin/programs/countryprogramme/?q=niger")
    newsroom.locator("#result_list tbody th a").first.click()
    newsroom.locator(".prose-editor [role=textbox]").first.click()
    newsroom.keyboard.type("Un texte de la rédaction.")
    newsroom.locator("[name=_save]").first.click()
    newsroom.wait_for_url("**/countryprogramme/?*")
    assert newsroom.problems == []
    newsroom.goto("/fr/programmes/niger/")
    assert newsroom.get_by_text("Un texte de la rédaction.").count() == 1


def test_both_languages_stand_side_by_side_on_a_wide_screen(newsroom):
    newsroom.set_viewport_size({"width": 1600, "height": 900})
    newsroom.goto("/admin/partners/partner/?q=befen")
    newsroom.locator("#result_list tbody th a").first.click()
    french = newsroom.locator(".languages__pair .language-fr").first.bounding_box()
    english = newsroom.locator(".languages__pair .language-en").first.bounding_box()
    assert french["y"] == english["y"]
    assert french["x"] + french["width"] <= english["x"]


def test_the_newsroom_speaks_both_languages(newsroom):
    assert newsroom.get_by_role("link", name="Partenaires", exact=True).count() == 1
    newsroom.get_by_role("button", name="English").click()
    newsroom.wait_for_load_state()
    assert newsroom.get_by_role("link", name="Partners", exact=True).count() == 1


def barriers(page, address):
    """What axe says about a page of the newsroom; nothing where there is nothing to say."""
    page.goto(address)
    # What stands in the editor of a text is the author's.
    whole = {"include": ["html"], "exclude": [".ProseMirror"]}
    found = Axe().run(page, whole, {"runOnly": {"type": "tag", "values": RULES}})
    return f"{address}\n{found.generate_report()}" if found.violations_count else ""


@pytest.mark.parametrize(
    "address",
    [
        "/admin/",
        "/admin/partners/partner/",
        "/admin/editorial/source/add/",
        "/admin/editorial/figure/",
        "/admin/editorial/figure/check/",
    ],
)
def test_axe_finds_no_barrier_that_is_ours(address, newsroom):
    assert not barriers(newsroom, address)


def test_axe_finds_no_barrier_at_the_door(page):
    assert not barriers(page, "/admin/login/")


@pytest.mark.audit
@pytest.mark.parametrize(("width", "scheme"), [(390, "light"), (1280, "dark")])
def test_axe_finds_no_barrier_in_any_list_or_form(width, scheme, newsroom):
    newsroom.set_viewport_size({"width": width, "height": 900})
    newsroom.emulate_media(color_scheme=scheme)
    found = [barriers(newsroom, "/admin/")]
    for address in newsroom.locator(".desk__side th a").evaluate_all(HREFS):
        found.append(barriers(newsroom, address))
        if record := newsroom.locator("#result_list tbody :is(th, td) a").evaluate_all(HREFS):
            found.append(barriers(newsroom, record[0]))
    assert not "\n".join(filter(None, found))
