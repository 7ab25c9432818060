"""What a page shows of a picture, and what it is without it."""

import pytest
from django.utils import timezone

from alima_site.editorial.models import Photo
from tests.factories import make_partner, make_photo

pytestmark = pytest.mark.django_db
TODAY = timezone.localdate()


def test_a_page_shows_the_picture_with_size_words_and_focal_point(niger, client):
    html = client.get("/en/programmes/niger/").content.decode()
    assert f'src="{niger.src}"' in html
    for expected in (
        'type="image/avif"', 'type="image/webp"', 'width="1200" height="831"',
        "focus-x-20 focus-y-80", 'alt="A nurse measures an arm (en)"', "At the clinic",
        "Photo: A photographer", "1200w",
    ):  # fmt: skip
        assert expected in html
    assert "Au centre" in client.get("/fr/programmes/niger/").content.decode()
    assert "Form 12" not in html


def test_a_page_without_its_picture_is_the_page_it_was(niger, client):
    before = client.get("/fr/programmes/mali/").content
    photo_page = client.get("/fr/programmes/niger/").content.decode()
    start, end = photo_page.index('<figure class="photo'), photo_page.index("</figure>") + 9
    niger.consent_withdrawn_on = TODAY
    niger.save()
    after = client.get("/fr/programmes/niger/").content.decode()
    assert after.split() == (photo_page[:start] + photo_page[end:]).split()
    assert client.get("/fr/programmes/mali/").content == before


def test_who_saves_data_gets_no_picture(niger, client):
    html = client.get("/fr/programmes/niger/", headers={"save-data": "on"}).content.decode()
    assert "<picture" not in html
    assert niger.key not in html


def test_a_partner_shows_its_logo_beside_its_name(client):
    logo = make_photo(kind="logo", people="nobody")
    Photo.objects.filter(pk=logo.pk).update(sizes=[[120, 40]])
    partner = make_partner(acronym="NAMED", logo=logo)
    for address in (f"/fr/partenaires/{partner.slug}/", "/fr/partenaires/"):
        html = client.get(address).content.decode()
        assert 'alt="Logo de NAMED"' in html
        saving = client.get(address, headers={"save-data": "on"}).content.decode()
        assert logo.key not in saving
        assert "NAMED" in saving
