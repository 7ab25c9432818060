"""Lines between institutes and their alliances: none missing, none drawn twice."""

from itertools import pairwise
from types import SimpleNamespace

from django.utils.translation import override

from alima_site.portal.drawing import WORDS
from alima_site.portal.drawing.networks import NAME_LINE, NAME_PITCH, column, network


def body(name):
    return SimpleNamespace(short_name=name)


CORAL, ALERRT = body("CORAL"), body("ALERRT")


def institute(name, *alliances):
    return SimpleNamespace(record=body(name), alliances=list(alliances))


def names(places):
    return [" ".join(line["text"] for line in place["lines"]) for place in places]


def test_an_alliance_of_several_institutes_stands_once_with_a_line_from_each():
    drawn = network([institute("One", CORAL), institute("Two", CORAL, ALERRT)])
    assert names(drawn["left"]) == ["One", "Two"]
    assert names(drawn["right"]) == ["CORAL", "ALERRT"]
    ends = [(link["y1"], link["y2"]) for link in drawn["links"]]
    one, two = (place["y"] for place in drawn["left"])
    coral, alerrt = (place["y"] for place in drawn["right"])
    assert ends == [(one, coral), (two, coral), (two, alerrt)]


def test_the_lines_of_an_institute_have_one_colour_and_its_neighbours_another():
    drawn = network([institute(str(n), CORAL, ALERRT) for n in range(4)])
    colours = [link["colour"] for link in drawn["links"]]
    assert colours == [word for word in (*WORDS, WORDS[0]) for _ in range(2)]


def test_the_drawing_is_as_high_as_the_longer_column_needs():
    assert network([institute("One", CORAL, ALERRT)])["height"] == 2 * NAME_PITCH
    three = [institute(str(n), CORAL) for n in range(3)]
    assert network(three)["height"] == 3 * NAME_PITCH


def test_it_is_told_in_words_too():
    with override("en"):
        drawn = network([institute("One", CORAL, ALERRT), institute("Two", CORAL)])
    assert drawn["description"] == "One: CORAL, ALERRT; Two: CORAL"


def test_nobody_at_all_can_be_drawn():
    drawn = network([])
    assert (drawn["left"], drawn["links"], drawn["description"]) == ([], [], "")


def test_a_long_name_stands_on_several_lines_around_its_middle():
    ((place),) = column([body("Institut national de santé publique")], 96)
    tops = [line["y"] for line in place["lines"]]
    assert len(tops) == 3
    assert {below - above for above, below in pairwise(tops)} == {NAME_LINE}
    assert sum(tops) / len(tops) == place["y"] + 4


def test_names_are_spread_over_the_height():
    assert [place["y"] for place in column([CORAL, ALERRT], 96)] == [24, 72]
