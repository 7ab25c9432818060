"""What stands for a page where it is shared: OpenGraph words, and the picture of a card."""

import re
from html import unescape
from io import BytesIO

import pytest
from django.test import Client
from PIL import Image

from alima_site.portal.share import picture
from alima_site.portal.share.cards import Card
from tests.factories import make_figure, make_partner, make_study, make_version
from tests.visitor import pages_from

pytestmark = [pytest.mark.django_db, pytest.mark.by_turns]
SITE = "http://testserver"
REQUIRED = {
    "og:site_name", "og:type", "og:url", "og:title", "og:description", "og:locale",
    "og:locale:alternate", "og:image", "og:image:width", "og:image:height", "og:image:alt",
    "twitter:card",
}  # fmt: skip


def tags(page):
    found = re.findall(r'<meta (?:property|name)="((?:og|twitter):[^"]+)" content="([^"]*)">', page)
    return {name: unescape(content) for name, content in found}


def card_of(address):
    """The words of a page, and the answer to the address of its picture."""
    words = tags(Client().get(address).content.decode())
    return words, Client().get(words["og:image"].removeprefix(SITE))


@pytest.mark.parametrize("language", ["fr", "en"])
def test_every_page_says_how_it_is_shared(language):
    for address, response in pages_from(f"/{language}/").items():
        if response.headers["Content-Type"].startswith("text/html"):
            words = tags(response.content.decode())
            assert words.keys() == REQUIRED, address
            assert all(words.values()), address


ADDRESSES = [
    "/fr/", "/en/", "/fr/sources/", "/en/partners/", "/fr/partenaires/befen/",
    "/en/programmes/niger/", "/fr/programmes/niger/ne-mirriah/", "/en/figures/patients-total/",
    "/fr/recherche/coral/", "/en/research/studies/muac-mothers/", "/fr/themes/malnutrition/",
    "/fr/recherche/publications/pub-muac-2016/", "/en/figures/indicators/sam_children/",
    "/fr/sources/alima-model-2024/", "/en/stronger-together/",
]  # fmt: skip


@pytest.mark.parametrize("address", ADDRESSES)
def test_the_picture_has_its_size_and_weight(address):
    words, response = card_of(address)
    assert response.status_code == 200
    assert response.headers["Content-Type"] == "image/png"
    assert response.headers["Cache-Control"] == "public, max-age=31536000, immutable"
    assert response.headers["Cross-Origin-Resource-Policy"] == "cross-origin"
    assert len(response.content) <= 100_000
    assert Image.open(BytesIO(response.content)).size == (1200, 630)
    assert words["og:image:alt"].startswith("ALIMA. ")


def test_a_card_says_the_figure_of_the_page_in_its_language():
    assert "13\u00a0million" in card_of("/en/figures/patients-total/")[0]["og:image:alt"]
    french = card_of("/fr/figures/patients-total/".replace("figures", "chiffres"))[0]
    assert "plus de 13\u00a0millions" in french["og:image:alt"]
    assert french["og:locale"] == "fr_FR"


def test_another_content_has_another_address_and_the_old_one_is_gone():
    version = make_version(figure=make_figure(slug="made"), value=1200, is_current=True)
    old, response = card_of("/en/figures/made/")
    assert response.status_code == 200
    version.value = 1300
    version.save()
    new, response = card_of("/en/figures/made/")
    assert response.status_code == 200
    assert old["og:image"] != new["og:image"]
    assert Client().get(old["og:image"].removeprefix(SITE)).status_code == 404


def test_a_picture_is_drawn_once(monkeypatch):
    address = card_of("/en/partners/keoogo/")[0]["og:image"].removeprefix(SITE)
    assert Client().get(address).status_code == 200
    monkeypatch.setattr(picture.Image, "new", None)
    assert Client().get(address).status_code == 200


def test_the_card_of_what_is_not_public_is_not_there():
    partner = make_partner(slug="made")
    address = card_of("/en/partners/made/")[0]["og:image"].removeprefix(SITE)
    assert Client().get(address).status_code == 200
    partner.state = "archived"
    partner.save()
    assert Client().get(address).status_code == 404


@pytest.mark.parametrize(
    "address",
    [
        "/share/fr/partner/befen.0000000000000000.png",
        "/share/fr/partner/nobody.0000000000000000.png",
        "/share/fr/nothing/befen.0000000000000000.png",
        "/share/fr/page/portal-nothing.0000000000000000.png",
        "/share/fr/page/x.0.png",
        "/share/xx/partner/befen.0000000000000000.png",
        "/share/fr/user/1.0.png",
    ],
)
def test_an_unknown_card_is_not_found(address):
    assert Client().get(address).status_code == 404


@pytest.mark.parametrize(
    "title",
    [
        "A",
        "word " * 80,
        "Nonexistentlylongword" * 8,
        "Été\u202f: « 1\u202f098\u202f873 »",
        "العربية 🤒",
    ],
)
def test_any_words_fit_on_a_card(title):
    make_study(slug="made", title_en=title[:250], short_title_en=title[:60])
    _words, response = card_of("/en/research/studies/made/")
    assert response.status_code == 200
    card = Card(title=title, strip="x", subtitle=title, value="1,234,567,890 people", caption=title)
    assert Image.open(BytesIO(picture.as_png(card))).size == picture.SIZE
