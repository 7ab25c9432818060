"""The map of one country: named, drawn once, with its neighbours as land."""

import pytest
from django.utils.translation import override

from alima_site.portal.drawing.maps import country_map, is_on_the_map
from alima_site.portal.outlines import africa


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
