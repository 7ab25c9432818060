"""A donor's way from the model page to records, and the sheets of paper they take away."""

import re
import shutil
import subprocess

import pytest

QUESTIONS = {
    "Who are the partners, and since when?": ("/en/partners/befen/", "2009"),
    "Which countries are co-managed?": ("/en/programmes/niger/", "BEFEN"),
    "Who sits in governance?": ("/en/about/#gov-local-seats", "represented directly on the Board"),
    "How much money goes to local NGOs?": ("/en/figures/grand-bargain-target/", "25%"),
    "What was achieved in a given country and year?": (None, "2022"),
    "What research came out of it?": ("/en/research/studies/jiki/", "JIKI"),
}


@pytest.mark.parametrize(("question", "expected"), QUESTIONS.items())
def test_a_donors_question_is_answered_within_two_clicks(question, expected, page):
    address, words = expected
    page.goto("/en/model/")
    page.locator(".questions__item", has_text=question).get_by_role("link").click()
    if question.startswith("How much"):
        assert page.locator("#ledger").get_by_text("not published").count() == 6
    if address:
        page.locator(f'main a[href^="{address.split("#")[0]}"]').first.click()
        page.wait_for_url(f"**{address.split('#')[0]}*")
    else:
        page.get_by_label("Country").select_option("niger")
        page.get_by_label("Year").select_option("2022")
        page.get_by_role("button", name="Show").click()
        page.wait_for_url("**country=niger**")
    main = page.locator("main")
    assert words in main.inner_text()
    assert main.locator('a[href^="/en/sources/"]').count() > 0
    assert page.problems == []


def test_the_timeline_is_narrowed_without_script(browser, site):
    context = browser.new_context(base_url=site.url, java_script_enabled=False)
    page = context.new_page()
    page.goto("/fr/chronologie/")
    everything = page.locator(".timeline__entry").count()
    page.get_by_label("Pays").select_option("HT")
    page.get_by_role("button", name="Afficher").click()
    page.wait_for_url("**/fr/chronologie/?country=HT*")
    assert 0 < page.locator(".timeline__entry").count() < everything
    context.close()


SHEETS = ["/fr/programmes/niger/", "/en/partners/alerte-sante/", "/fr/modele/"]
ALL_SHEETS = [
    *(f"/en/partners/{slug}/" for slug in ("befen", "amcp-sp", "keoogo", "demtou", "afod")),
    *(f"/en/programmes/{slug}/" for slug in ("chad", "mali", "haiti", "ukraine", "guinea")),
]


def paper(page, address, path):
    """The words of each sheet of a page's PDF."""
    page.goto(address)
    page.pdf(path=path, prefer_css_page_size=True)
    said = subprocess.run(["pdfinfo", path], capture_output=True, text=True, check=True).stdout
    assert "A4" in said
    text = subprocess.run(
        ["pdftotext", "-layout", path, "-"], capture_output=True, text=True, check=True
    ).stdout
    return [sheet for sheet in text.split("\f") if sheet.strip()]


@pytest.mark.skipif(not shutil.which("pdftotext"), reason="poppler is not installed")
@pytest.mark.parametrize(
    "address", [*SHEETS, *(pytest.param(each, marks=pytest.mark.audit) for each in ALL_SHEETS)]
)
def test_a_page_prints_as_clean_a4(address, page, tmp_path):
    """Every figure of the page is on paper, with its short address on the same sheet."""
    sheets = paper(page, address, tmp_path / "page.pdf")
    words = [re.sub(r"\s+", " ", sheet) for sheet in sheets]
    for link in page.locator("a[data-short]").all():
        short, parts = link.get_attribute("data-short"), []
        if link.locator("xpath=parent::td").count():
            parts = link.inner_text().split()
        assert any(all(part in sheet for part in (short, *parts)) for sheet in words), short
    headings = {" ".join(row.inner_text().split()) for row in page.locator("thead tr").all()}
    for sheet in sheets:
        assert " ".join(sheet.strip().splitlines()[-1].split()) not in headings
    title = page.locator("h1").inner_text()
    assert title in words[0]
    assert all(len(sheet) > 150 for sheet in words[:-1])
    page.emulate_media(media="print")
    page.set_viewport_size({"width": 680, "height": 900})
    assert page.evaluate("document.documentElement.scrollWidth") <= 680
    assert not page.get_by_role("navigation").first.is_visible()
