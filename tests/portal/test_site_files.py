from io import BytesIO
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders
from django.test import Client
from PIL import Image

pytestmark = pytest.mark.django_db


def test_the_manifest_names_icons_that_exist_in_their_size():
    manifest = Client().get("/site.webmanifest").json()
    assert manifest["short_name"] == "ALIMA"
    for icon in manifest["icons"]:
        with Image.open(finders.find(icon["src"].removeprefix("/static/"))) as image:
            assert f"{image.width}x{image.height}" == icon["sizes"]


def test_the_old_favicon_address_leads_to_the_icon():
    response = Client().get("/favicon.ico")
    assert response.status_code == 302
    assert finders.find(response["Location"].removeprefix("/static/"))


@pytest.mark.parametrize("language", ["fr", "en"])
def test_a_page_without_a_card_of_its_own_has_one_of_that_size_and_weight(language):
    page = Client().get(f"/{language}/nothing/").content.decode()
    assert f'og:image" content="http://testserver/static/img/social-card-{language}.png"' in page
    content = Path(finders.find(f"img/social-card-{language}.png")).read_bytes()
    assert len(content) <= 100_000
    assert Image.open(BytesIO(content)).size == (1200, 630)
