"""The map of Africa: each country once, as a link or as land."""

from alima_site.portal.drawing.maps import africa_map
from alima_site.portal.outlines import africa

NIGER = {"code": "NE", "name": "Niger", "url": "/en/programmes/niger/", "kind": "alliance"}


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
