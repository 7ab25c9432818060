"""The map of Africa: each country once, as a link or as land."""

import pytest
from django.utils.translation import override

from alima_site.portal.drawing.maps import (
    MAP_LETTERS,
    africa_map,
    country_map,
    is_on_the_map,
    lines_at,
)
from alima_site.portal.outlines import Box, africa

NIGER = {"code": "NE", "name": "Niger", "url": "/en/programmes/niger/", "kind": "alliance"}
BOX = Box(0, 0, 260, 260)
SIZE = BOX.width / MAP_LETTERS


def test_a_country_with_a_programme_is_a_link_and_no_land():
    drawn = africa_map([NIGER])
    shape = africa()["countries"]["NE"]["d"]
    assert drawn["linked"] == [NIGER | {"d": shape}]
    assert shape not in drawn["land"]
    assert africa()["countries"]["TD"]["d"] in drawn["land"]


def test_a_country_outside_africa_is_passed_over():
    assert africa_map([NIGER | {"code": "HT"}])["linked"] == []


def test_an_island_is_a_dot_whether_it_is_linked_or_not():
    islands = {code for code, shape in africa()["countries"].items() if "dot" in shape}
    code = min(islands)
    assert len(africa_map([])["islands"]) == len(islands)
    drawn = africa_map([NIGER | {"code": code}])
    assert len(drawn["islands"]) == len(islands) - 1
    assert drawn["linked"][0]["dot"] not in drawn["islands"]


@pytest.mark.parametrize("code", ["HT", "CV", "XX", ""])
def test_what_has_no_outline_has_no_map_of_its_own(code):
    assert not is_on_the_map(code)
    with pytest.raises(ValueError, match="not on the map"):
        country_map(code, "Somewhere")


def test_the_country_is_named_as_this_site_names_it_and_its_neighbours_in_the_language():
    with override("fr"):
        drawn = country_map("NE", "Le Niger")
    here = [each for each in drawn["names"] if each["here"]]
    assert [[line["text"] for line in each["lines"]] for each in here] == [["Le Niger"]]
    assert drawn["description"].startswith("Carte\u00a0: Le Niger et ses voisins (Algérie, ")


def test_the_neighbours_are_told_by_name_in_order():
    with override("en"):
        described = country_map("BF", "Burkina Faso")["description"]
    told = described.partition(": ")[2].split(", ")
    assert len(told) == 6
    assert told == sorted(told)


def test_the_country_is_drawn_once_and_its_neighbours_are_land():
    drawn, shapes = country_map("NE", "Niger"), africa()["countries"]
    assert drawn["shape"] == shapes["NE"]["d"]
    assert shapes["NE"]["d"] not in drawn["land"]
    assert shapes["TD"]["d"] in drawn["land"]
    assert shapes["ZA"]["d"] not in drawn["land"]


def test_a_long_name_is_broken_between_its_words_and_centred_on_its_spot():
    lines = lines_at("Central African Republic", (130, 130), BOX)
    assert [line["text"] for line in lines] == ["Central", "African", "Republic"]
    tops = [float(line["y"]) for line in lines]
    assert tops == sorted(tops)
    assert tops[1] == pytest.approx(130 + SIZE / 3, abs=0.1)


def test_a_word_is_never_broken():
    assert [line["text"] for line in lines_at("Bobodioulassoville", (130, 130), BOX)] == [
        "Bobodioulassoville"
    ]


@pytest.mark.parametrize("spot", [(0, 0), (260, 260), (0, 260), (260, 0)])
def test_a_name_at_the_edge_is_moved_into_the_picture(spot):
    for line in lines_at("Equatorial Guinea", spot, BOX):
        half = len("Equatorial") * SIZE * 0.32
        assert half <= float(line["x"]) <= BOX.width - half
        assert float(line["y"]) <= BOX.height - SIZE * 0.5
