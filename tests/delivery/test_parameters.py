"""What of an address a page reads; everything else makes no page of its own."""

import pytest

from alima_site.delivery.parameters import meaningful, parameters_of, reads

STUDIES = "/fr/recherche/etudes/"


def test_parameters_are_read_in_one_order():
    assert meaningful(STUDIES, "year=2019&a=b&disease=ebola") == "disease=ebola&year=2019"
    assert meaningful(STUDIES, "disease=ebola&year=2019") == "disease=ebola&year=2019"
    assert meaningful("/fr/", "disease=ebola") == meaningful("/nowhere/", "a=b") == ""


def test_several_values_of_one_parameter_keep_their_order():
    assert meaningful(STUDIES, "disease=b&year=1&disease=a") == "disease=b&disease=a&year=1"


def test_two_spellings_of_one_value_are_one_page():
    assert meaningful(STUDIES, "disease=a%20b") == meaningful(STUDIES, "disease=a+b")
    assert meaningful(STUDIES, "disease=%65bola") == "disease=ebola"


def test_a_value_cannot_smuggle_in_another_parameter():
    assert meaningful(STUDIES, "disease=a%26year%3D2019") == "disease=a%26year%3D2019"


def test_a_parameter_without_a_value_is_kept_as_the_page_may_tell():
    assert meaningful(STUDIES, "disease=") == "disease="


@pytest.mark.parametrize(("number", "is_read"), [(200, True), (201, False)])
def test_more_parameters_than_a_reader_chooses_are_none(number, is_read):
    query = "&".join(f"x{n}=1" for n in range(number - 1)) + "&disease=ebola"
    assert bool(meaningful(STUDIES, query)) is is_read


def test_both_languages_of_a_page_read_the_same():
    assert parameters_of(STUDIES) == parameters_of("/en/research/studies/")
    assert "disease" in parameters_of(STUDIES)


def test_a_view_that_names_none_reads_none():
    assert parameters_of("/fr/modele/") == frozenset()


def test_a_mark_names_what_its_view_reads_and_leaves_the_view_as_it_is():
    def view(request):
        return "an answer"

    assert reads("page", "q")(view) is view
    assert view.parameters == {"page", "q"}
