"""The header of a table is found below its titles, by labels or by HXL tags."""

import pytest

from alima_site.editorial.spreadsheets import Column, Line, Refused
from alima_site.editorial.spreadsheets.headers import find_header

COLUMNS = [
    Column("country", "Code pays", "Country code", "#country+code", aliases=("lieu", "pays")),
    Column("place", "Lieu", "Place", "#loc+name"),
    Column("value", "Valeur", "Value", "#value+num"),
]


def header(*rows):
    return find_header([Line(n, list(cells)) for n, cells in enumerate(rows, 1)], COLUMNS)


def test_the_line_that_names_most_columns_is_the_header():
    rows = [["Valeur par pays"], ["Pays", "Valeur"], ["Value", "Place", "Country code"]]
    assert header(*rows) == (2, {"country": 2, "place": 1, "value": 0})


def test_of_two_lines_that_name_as_many_the_first_is_the_header():
    assert header(["Pays", "Valeur"], ["Value", "Place"]) == (0, {"country": 0, "value": 1})


def test_a_column_may_be_named_in_either_language():
    assert header(["VALEUR", "country_code"])[1] == {"country": 1, "value": 0}


def test_the_label_of_a_column_is_not_taken_for_another_name_of_the_one_before():
    assert header(["Lieu", "Pays", "Valeur"])[1] == {"country": 1, "place": 0, "value": 2}


def test_one_place_is_not_given_to_two_columns():
    twice = [COLUMNS[1], Column("site", "Site", "Site", "#loc", aliases=("lieu",)), COLUMNS[2]]
    places = find_header([Line(1, ["Lieu", "Valeur"])], twice)[1]
    assert places == {"place": 0, "value": 1}


def test_tags_are_a_header_where_no_label_is_known():
    rows = [["A", "B", "C"], ["#COUNTRY +code", "#VALUE+num", ""], ["NE", 5, ""]]
    assert header(*rows) == (1, {"country": 0, "value": 1})


def test_tags_that_are_fewer_than_texts_make_no_row_of_tags():
    with pytest.raises(Refused):
        header(["#country+code", "#value+num", "A", "B"])


def test_without_a_header_the_columns_are_named():
    with pytest.raises(Refused, match=r"No header was found.*Country code, Place, Value"):
        header(["NE", "Mirriah", 5], ["Valeur", "x"])


@pytest.mark.parametrize(("titles", "found"), [(29, True), (30, False)])
def test_titles_may_be_many_but_not_endless(titles, found):
    rows = [["A title"]] * titles + [["Pays", "Valeur"]]
    if found:
        assert header(*rows)[0] == titles
    else:
        with pytest.raises(Refused):
            header(*rows)


def test_a_table_of_one_column_needs_one_name():
    assert find_header([Line(1, ["Valeur"])], COLUMNS[2:]) == (0, {"value": 0})
