"""Two editors, the way back and a new address, as people live them in a browser."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.browser.test_admin import barriers
from tests.browser.test_public_pages import RULES

PARTNER = "/admin/partners/partner/"


def open_partner(page, name):
    page.goto(f"{PARTNER}?q={name}")
    page.locator("#result_list tbody th a").first.click()
    page.wait_for_load_state()
    return page.url


def test_two_editors_collide_and_nobody_loses_a_word(newsroom):
    address = open_partner(newsroom, "keoogo")
    other = newsroom.context.new_page()
    other.goto(address)
    other.fill("#id_role_en", "The words of the other.")
    other.locator("[name=_save]").click()
    other.wait_for_url("**/partner/?*")
    newsroom.fill("#id_role_en", "My own words.")
    newsroom.locator("[name=_save]").click()
    newsroom.wait_for_load_state()
    assert newsroom.locator(".conflict td", has_text="The words of the other.").count() == 1
    assert newsroom.input_value("#id_role_en") == "My own words."
    newsroom.locator("[name=_save]").click()
    newsroom.wait_for_url("**/partner/?*")
    assert newsroom.problems == []


def test_back_to_an_earlier_version_in_three_clicks(newsroom):
    address = open_partner(newsroom, "demtou")
    before = newsroom.input_value("#id_role_en")
    newsroom.fill("#id_role_en", "Something wrong.")
    newsroom.locator("[name=_continue]").click()
    newsroom.wait_for_load_state()
    newsroom.locator(".historylink").click()
    newsroom.locator("#versions tbody tr:nth-child(2) td:last-child a").click()
    newsroom.locator(".changes del", has_text="wrong").wait_for()
    newsroom.locator(".confirm button").click()
    newsroom.wait_for_url(address.partition("?")[0])
    assert newsroom.input_value("#id_role_en") == before
    assert newsroom.problems == []


def test_a_new_address_word_and_the_old_address_leads_on(newsroom, site):
    open_partner(newsroom, "befen")
    newsroom.fill("#id_slug", "befen-niger")
    newsroom.locator("[name=_save]").click()
    newsroom.wait_for_url("**/partner/?*")
    newsroom.goto("/fr/partenaires/befen/")
    assert newsroom.url == f"{site.url}/fr/partenaires/befen-niger/"
    open_partner(newsroom, "befen")
    newsroom.fill("#id_slug", "befen")
    newsroom.locator("[name=_save]").click()
    newsroom.wait_for_url("**/partner/?*")


def screens(page):
    """The pages that come with every record, and what stands between a click and its effect."""
    address = open_partner(page, "sos")
    history = page.locator(".historylink").get_attribute("href")
    yield "/admin/roles/"
    yield f"{PARTNER}deleted/"
    yield history
    page.goto(address)
    page.fill("#id_role_en", "A change to look at.")
    page.locator("[name=_continue]").click()
    page.wait_for_load_state()
    page.goto(history)
    yield page.locator("#versions tbody tr:nth-child(2) td:last-child a").get_attribute("href")
    page.goto(history)
    page.locator("form[action$='compare/'] button").click()
    page.wait_for_load_state()
    yield page.url


@pytest.mark.parametrize("width", [390, 1280])
def test_axe_finds_no_barrier_in_history_and_roles(width, newsroom):
    newsroom.set_viewport_size({"width": width, "height": 900})
    found = [barriers(newsroom, address) for address in screens(newsroom)]
    assert len(found) == 5
    assert not "\n".join(filter(None, found))
    assert newsroom.problems == []


def test_axe_finds_no_barrier_before_something_is_taken_off(newsroom):
    open_partner(newsroom, "alerte")
    newsroom.locator("[name=_step][value=archive]").click()
    newsroom.wait_for_load_state()
    newsroom.get_by_role("button", name="Archiver").wait_for()
    found = Axe().run(newsroom, options={"runOnly": {"type": "tag", "values": RULES}})
    assert not found.violations_count, found.generate_report()
    assert newsroom.problems == []
