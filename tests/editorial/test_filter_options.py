"""The options of a filter: which are listed, in which order, and how many records each leaves."""

from types import SimpleNamespace

import pytest
from django.utils.translation import override

from alima_site.editorial import filters
from alima_site.editorial.filters import CountedFilterSet, counted, filter_helper, listed, named


@pytest.fixture
def many():
    return {f"option-{n}": f"Option {n}" for n in range(filters.MOST + 3)}


def test_a_long_list_of_options_is_cut(many):
    assert listed(many, "") == list(many.items())[: filters.MOST]


def test_an_option_beyond_the_list_is_there_for_who_asked_for_it(many):
    options = listed(many, f"option-{filters.MOST + 1}")
    assert options[-1] == (f"option-{filters.MOST + 1}", f"Option {filters.MOST + 1}")
    assert len(options) == filters.MOST + 1


@pytest.mark.parametrize("asked", ["option-0", "no-such-option"])
def test_what_is_listed_already_or_is_no_option_adds_none(many, asked):
    assert len(listed(many, asked)) == filters.MOST
    assert listed({}, asked) == []


def test_rows_that_stand_for_one_option_are_counted_together():
    rows = [("ebola", "Ebola", 2), ("malaria", "Malaria", 1), ("ebola", "Ebola", 3)]
    left = counted({"disease": rows, "year": []})
    assert left["disease"] == {"ebola": 5, "malaria": 1}
    assert left["disease"]["no-such"] == left["year"]["2024"] == 0


@pytest.mark.parametrize(
    ("name", "rows", "order"),
    [
        ("year", [("2022", "2022", 1), ("2024", "2024", 1)], ["2024", "2022"]),
        ("country", [("t", "Tchad", 1), ("e", "Éthiopie", 1), ("m", "Mali", 1)], ["e", "m", "t"]),
    ],
)
def test_years_go_from_the_latest_and_names_by_the_alphabet(name, rows, order):
    assert list(CountedFilterSet.ordered(SimpleNamespace(), name, rows)) == order


@pytest.mark.parametrize(
    ("language", "french", "english", "said"),
    [
        ("fr", "Tchad", "Chad", "Tchad"),
        ("en", "Tchad", "Chad", "Chad"),
        ("en", "Tchad", "", "Tchad"),
        ("fr", "", "", ""),
    ],
)
def test_an_option_has_its_name_in_the_readers_language_or_the_other(
    language, french, english, said
):
    with override(language):
        assert named("chad", french, english) == {"chad": said}


@pytest.mark.parametrize("slug", [None, ""])
def test_a_record_that_is_not_there_is_no_option(slug):
    assert named(slug, "", "") == {}


def test_a_form_that_narrows_a_list_adds_nothing_but_its_fields_to_the_address():
    helper = filter_helper("year", "country")
    assert helper.form_method == "get"
    assert helper.disable_csrf
    assert helper.layout.get_field_names()[0].name == "year"
    button = helper.layout.fields[-1]
    assert "name" not in button.flat_attrs
