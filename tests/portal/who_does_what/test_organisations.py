"""The table of a country: one line for each organisation, in the order of the kinds."""

from types import SimpleNamespace

import pytest
from django.utils.translation import override

from alima_site.portal.who_does_what.activity import KINDS, Activity
from alima_site.portal.who_does_what.organisations import by_organisation

pytestmark = pytest.mark.usefixtures("in_english")


def activity(name="BEFEN", kind="local-ngo", of=None, url="", sources=("main",), french=""):
    record = SimpleNamespace(public_sources=list(sources))
    names = {"en": name, "fr": french or name}
    return Activity("a-slug", None, kind, names, {"en": "x"}, record, of, url)


def test_kinds_come_in_their_order_and_organisations_by_name():
    rows = [activity("B", "donor"), activity("Z", "local-ngo"), activity("A", "local-ngo")]
    rows += [activity("ALIMA", "international-ngo"), activity("M", "government")]
    lines = by_organisation(rows)
    assert [line.name for line in lines] == ["ALIMA", "M", "A", "Z", "B"]
    assert lines[-1].kind == KINDS["donor"]


def test_what_an_organisation_does_here_and_there_stands_on_one_line():
    rows = [activity(), activity("OTHER"), activity(of="a project"), activity(of="a study")]
    befen, other = by_organisation(rows)
    assert (befen.general, befen.projects) == ([rows[0]], [rows[2], rows[3]])
    assert (other.general, other.projects) == ([rows[1]], [])


def test_one_name_of_two_kinds_is_two_organisations():
    lines = by_organisation([activity("X", "research"), activity("X", "local-ngo")])
    assert [line.kind for line in lines] == [KINDS["local-ngo"], KINDS["research"]]


def test_the_first_address_that_is_known_is_that_of_the_organisation():
    (line,) = by_organisation([activity(url=""), activity(url="/befen/"), activity(url="/other/")])
    assert line.url == "/befen/"
    assert by_organisation([activity(url="")])[0].url == ""


def test_the_line_names_the_main_sources_of_what_is_general_once():
    rows = [activity(sources=["a", "b"]), activity(sources=["a"]), activity(sources=["c"])]
    rows += [activity(of="a project", sources=["of the project"]), activity(sources=[])]
    (line,) = by_organisation(rows)
    assert line.sources == ["a", "c"]


def test_the_order_is_that_of_the_readers_language():
    rows = [activity("Germany", french="Allemagne"), activity("Canada")]
    assert [line.name for line in by_organisation(rows)] == ["Canada", "Germany"]
    with override("fr"):
        assert [line.name for line in by_organisation(rows)] == ["Allemagne", "Canada"]


def test_a_country_without_activities_has_an_empty_table():
    assert by_organisation([]) == []
