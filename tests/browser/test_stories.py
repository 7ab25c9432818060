"""The newsroom's stories as an editor lives them, under the strict content policy."""

import re
from datetime import datetime, timedelta

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from tests.browser.test_public_pages import RULES

WIDTHS = [(390, "light"), (1280, "dark")]


def write(page, name, text):
    """Type into a rich text."""
    editor = page.locator(f"#field-{name} [contenteditable]")
    editor.click()
    page.keyboard.type(text)


def choose(page, name, text):
    """Pick a record in a field that searches."""
    page.locator(f"#field-{name} .select2-selection").click()
    page.locator(".select2-search__field").last.fill(text)
    page.locator(".select2-results__option--highlighted").first.click()


class Clicks:
    """What a hand does: pressing a button or link, choosing, putting the cursor in a field."""

    def __init__(self, page):
        self.page, self.count = page, 0

    def press(self, locator):
        self.count += 1
        locator.click()

    def fill(self, name, text):
        self.count += 1
        self.page.fill(f"#id_{name}", text)

    def select(self, name, value):
        self.count += 2
        self.page.select_option(f"#id_{name}", value)

    def write(self, name, text):
        self.count += 1
        write(self.page, name, text)

    def choose(self, name, text):
        self.count += 2
        choose(self.page, name, text)


def step(page, name):
    return page.locator(f"button[name=_step][value={name}]").first


def saved(page):
    expect(page.locator(".messagelist .success").first).to_be_visible()


def test_a_newcomer_publishes_a_country_in_both_languages_with_a_figure(page, site):
    page.goto("/admin/")
    hand = Clicks(page)
    hand.fill("username", site.admin_user)
    hand.fill("password", site.admin_password)
    hand.press(page.locator("#login-form [type=submit]"))
    hand.press(page.locator("a[href='/admin/programs/countryprogramme/add/']"))
    hand.select("country", "TG")
    hand.select("status", "active")
    hand.fill("name_fr", "Togo")
    hand.fill("name_en", "Togo")
    hand.fill("summary_fr", "Un pays ajouté pour essayer.")
    hand.fill("summary_en", "A country added to try.")
    hand.write("story_fr", "Des patients : [[figure:patients-total]].")
    hand.write("story_en", "Patients: [[figure:patients-total]].")
    hand.choose("source", "ALIMA")
    hand.press(step(page, "publish"))
    saved(page)
    assert hand.count <= 25
    for language in ("fr", "en"):
        page.goto(f"/{language}/programmes/togo/")
        expect(page.locator(".figure-token")).to_have_count(1)
    assert page.problems == []


def test_write_preview_submit_publish(newsroom, site):
    page = newsroom
    page.goto("/admin/programs/countryprogramme/?q=mali")
    page.locator("#result_list tbody th a").first.click()
    form = page.url
    step(page, "redraft").click()
    page.wait_for_load_state()
    if page.locator("[name=_confirmed]").count():
        page.locator("[name=_confirmed]").first.click()
    saved(page)
    page.fill("#id_summary_fr", "Un résumé pas encore enregistré.")
    with page.context.expect_page() as opened:
        page.get_by_role("button", name="En français").click()
    preview = opened.value
    expect(preview.get_by_text("Un résumé pas encore enregistré.")).to_be_visible()
    expect(preview.locator(".preview-bar")).to_contain_text("brouillon")
    preview.close()
    with page.context.expect_page() as opened:
        page.get_by_role("button", name="Sur un téléphone").click()
    phone = opened.value.frame_locator("iframe")
    expect(phone.get_by_text("Un résumé pas encore enregistré.")).to_be_visible()
    assert opened.value.locator("iframe").bounding_box()["width"] == 390 + 16
    opened.value.close()
    page.fill("#id_summary_en", "A summary not saved yet.")
    step(page, "submit").click()
    saved(page)
    assert page.request.get(f"{site.url}/fr/programmes/mali/").status == 404
    page.goto(form)
    step(page, "publish").click()
    saved(page)
    page.goto("/fr/programmes/mali/")
    expect(page.get_by_text("Un résumé pas encore enregistré.")).to_be_visible()
    assert page.problems == []


def set_moment(page, name, moment):
    page.fill(f"#id_{name}_0", moment.strftime("%d/%m/%Y"))
    page.fill(f"#id_{name}_1", moment.strftime("%H:%M:%S"))


def test_what_is_scheduled_appears_at_its_moment(newsroom, site):
    page = newsroom
    page.goto("/admin/programs/countryprogramme/?q=niger")
    page.locator("#result_list tbody th a").first.click()
    public = f"{site.url}/fr/programmes/niger/"
    for moment, status in ((timedelta(minutes=1), 404), (timedelta(minutes=-1), 200)):
        set_moment(page, "publish_at", datetime.now() + moment)
        page.locator("[name=_continue]").first.click()
        saved(page)
        assert page.request.get(public).status == status
    assert page.problems == []


def test_what_blocks_stands_beside_the_form_one_click_from_its_field(newsroom):
    page = newsroom
    page.goto("/admin/programs/countryprogramme/?q=soudan")
    page.locator("#result_list tbody th a").first.click()
    french, english = page.input_value("#id_note_fr"), page.input_value("#id_note_en")
    page.fill("#id_note_fr", "")
    page.fill("#id_note_en", "Only in English.")
    page.locator("[name=_continue]").first.click()
    saved(page)
    block = page.locator(".preflight__block")
    expect(block).to_contain_text("le français manque")
    block.get_by_role("link").click()
    assert page.url.endswith("#field-note_fr")
    page.fill("#id_note_fr", french)
    page.fill("#id_note_en", english)
    page.locator("[name=_continue]").first.click()
    expect(page.locator(".preflight__block")).to_have_count(0)


def test_a_change_in_one_language_marks_the_other_until_it_is_said_to_be_up_to_date(newsroom):
    page = newsroom
    page.goto("/admin/programs/countryprogramme/?q=guin")
    page.locator("#result_list tbody th a").first.click()
    summary = page.input_value("#id_summary_fr")
    page.fill("#id_summary_fr", f"{summary} Un mot de plus.")
    page.locator("[name=_continue]").first.click()
    mark = page.locator("#field-summary_en .to-check")
    mark.locator("summary").click()
    expect(mark.locator("ins")).to_have_text(re.compile("Un mot de plus."))
    mark.get_by_role("checkbox").check()
    page.locator("[name=_continue]").first.click()
    saved(page)
    expect(page.locator(".to-check")).to_have_count(0)


@pytest.mark.parametrize(("width", "scheme"), WIDTHS)
def test_axe_finds_no_barrier_on_the_desk_the_form_the_guide_and_a_preview(width, scheme, newsroom):
    page = newsroom
    page.set_viewport_size({"width": width, "height": 900})
    page.emulate_media(color_scheme=scheme)
    page.goto("/admin/programs/countryprogramme/?q=tchad")
    form = page.locator("#result_list tbody th a").first.get_attribute("href").split("?")[0]
    found = []
    for address in ("/admin/", form, "/admin/guide/", f"{form}../preview/fr/"):
        page.goto(address)
        assert page.problems == []  # axe brings an inline style of its own
        result = Axe().run(page, options={"runOnly": {"type": "tag", "values": RULES}})
        if result.violations_count:
            found.append(f"{address}\n{result.generate_report()}")
        wide = page.evaluate("document.documentElement.scrollWidth - innerWidth")
        assert wide <= 0, f"{address} is {wide} px too wide"
        page.problems.clear()
    assert not found, "\n".join(found)
