"""The small maps: true neighbours, names within the picture, nothing for what is not on them."""

import re

import pytest
from django.test import Client
from django.utils.translation import override

from alima_site.portal.drawing.maps import country_map
from alima_site.portal.outlines import all_codes, around, holds, neighbours, place_for_name

MAPPED = ["BF", "CD", "CF", "CM", "ET", "GN", "ML", "MR", "NE", "NG", "SD", "SN", "SS", "TD"]


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("NE", {"DZ", "LY", "TD", "NG", "BJ", "BF", "ML"}),
        ("BF", {"ML", "NE", "BJ", "TG", "GH", "CI"}),
        ("TD", {"LY", "SD", "CF", "CM", "NG", "NE"}),
        ("MG", set()),
    ],
)
def test_neighbours_are_those_of_the_atlas(code, expected):
    assert set(neighbours(code)) == expected


def test_to_be_neighbours_is_mutual():
    for code in all_codes():
        for other in neighbours(code):
            assert code in neighbours(other)


@pytest.mark.parametrize("code", MAPPED)
def test_names_stand_in_their_country_and_in_the_picture(code):
    box = around(code)
    for other in (code, *neighbours(code)):
        spot = place_for_name(other, box)
        assert spot is None or holds(other, spot)
    with override("fr"):
        drawn = country_map(code, code)
    for name in drawn["names"]:
        for line in name["lines"]:
            assert box.left <= float(line["x"]) <= box.left + box.width
            assert box.top <= float(line["y"]) <= box.top + box.height


@pytest.mark.django_db
def test_the_map_says_in_words_what_it_shows_and_carries_the_disclaimer():
    page = Client().get("/en/partners/befen/").content.decode()
    (label,) = re.findall(r'<svg class="country-map"[^>]*aria-label="([^"]*)"', page)
    assert label.startswith("Map of Niger and its neighbours: Algeria, ")
    assert "imply no opinion of ALIMA" in page


@pytest.mark.django_db
def test_a_country_outside_africa_has_no_map_and_no_hole():
    page = Client().get("/en/programmes/haiti/").content.decode()
    assert "country-map" not in page
    assert "imply no opinion" not in page
