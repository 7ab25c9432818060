"""A picture's life, as an editor and a reader see it."""

import datetime
from itertools import count

import pytest

from tests.browser.test_admin import barriers
from tests.editorial.pictures.files import SVG, encoded, exif

number = count(1)
NIGER = "/fr/programmes/niger/"
RESULT = "li.select2-results__option:not(.loading-results)"


def file(name, data):
    return {"name": name, "mimeType": "image/jpeg", "buffer": data}


def save(newsroom):
    """Press the button and wait for the message that follows."""
    newsroom.locator("[name=_save]").first.click()
    newsroom.wait_for_selector(".messagelist")


@pytest.fixture
def photo(newsroom):
    """The address of the form of a published picture."""
    newsroom.goto("/admin/editorial/photo/add/")
    newsroom.set_input_files(
        "#id_picture", file("a.jpg", encoded("JPEG", (1300, 900), exif=exif()))
    )
    newsroom.fill("#id_title", f"Bracelet {next(number)}")
    newsroom.fill("#id_credit", "Une photographe")
    newsroom.fill("#id_alt_fr", "Une infirmière mesure un bras")
    newsroom.fill("#id_alt_en", "A nurse measures an arm")
    newsroom.select_option("#id_people", "people")
    newsroom.fill("#id_consent_given_by", "Formulaire 12")
    newsroom.fill("#id_consent_given_on", "2024-05-01")
    newsroom.select_option("#id_consent_scope", "website")
    newsroom.fill("#id_consent_language", "haoussa")
    newsroom.locator("[name=_step][value=publish]").first.click()
    newsroom.wait_for_selector(".messagelist")
    assert "(GPS)" in newsroom.inner_text(".messagelist")
    return newsroom.url


def put_on_niger(newsroom):
    newsroom.goto("/admin/programs/countryprogramme/?q=niger")
    newsroom.locator("#result_list tbody th a").first.click()
    newsroom.locator(".field-photo .select2-selection").click()
    newsroom.locator(RESULT, has_text="Bracelet").click()
    save(newsroom)


def test_a_picture_is_uploaded_shown_and_gone_once_consent_is_withdrawn(photo, newsroom):
    put_on_niger(newsroom)
    newsroom.goto(NIGER)
    image = newsroom.get_by_role("img", name="Une infirmière mesure un bras")
    assert image.evaluate("image => image.decode().then(() => image.naturalWidth)") > 0
    address = image.evaluate("image => image.currentSrc")
    assert address.endswith(".avif")
    assert not barriers(newsroom, NIGER)

    newsroom.goto(photo)
    today = datetime.date.today().isoformat()
    newsroom.fill("#id_consent_withdrawn_on", today)
    save(newsroom)
    newsroom.goto(NIGER)
    newsroom.reload()  # this reader's browser keeps the page for a minute
    assert newsroom.get_by_role("img", name="Une infirmière mesure un bras").count() == 0
    assert newsroom.locator("h1").inner_text() == "Niger"
    assert newsroom.problems == []
    assert newsroom.request.get(address).status == 404


def test_the_focal_point_follows_the_mouse_and_the_arrow_keys(photo, newsroom):
    newsroom.goto(photo)
    image = newsroom.locator(".focus-picker__image")
    box = image.bounding_box()
    image.click(position={"x": box["width"] * 0.25, "y": box["height"] * 0.75})
    assert newsroom.input_value("#id_focus_x") == "25"
    newsroom.locator(".focus-picker__point").press("ArrowDown")
    newsroom.locator(".focus-picker__point").press("ArrowLeft")
    chosen = [newsroom.input_value(field) for field in ("#id_focus_x", "#id_focus_y")]
    assert chosen == ["20", "80"]
    assert newsroom.problems == []
    assert not barriers(newsroom, photo)


def test_a_refused_file_is_answered_in_the_form(newsroom):
    newsroom.goto("/admin/editorial/photo/add/")
    newsroom.set_input_files("#id_picture", file("logo.svg", SVG))
    newsroom.fill("#id_title", "Logo")
    newsroom.locator("[name=_save]").first.click()
    assert "Un fichier SVG peut contenir des programmes" in newsroom.inner_text(".errorlist")
    assert not barriers(newsroom, "/admin/editorial/photo/")
    assert newsroom.problems == []
