"""The value of a fact is a number or words, never both."""

import pytest

from alima_site.editorial.content_files import Row
from alima_site.editorial.content_load import Run
from partners.loaders.facts import FactLoader, FactNumber, FactWords, is_number

NUMBER, ENGLISH, FRENCH = FactNumber("value"), FactWords("value"), FactWords("value_fr")


def row(value, **cells):
    return Row("organisation.csv", 2, {"value": value} | cells)


@pytest.mark.parametrize("text", ["0", "2009", "-3", "12.5"])
def test_digits_are_a_number(text):
    assert is_number(text)


@pytest.mark.parametrize("text", ["", "12,5", "1 000", "2009 or 2010", "12.", ".5", "5%", "1e3"])
def test_anything_else_is_words(text):
    assert not is_number(text)


def test_a_number_stands_in_its_field_and_no_words_beside_it():
    given = row("2009", value_fr="deux mille neuf")
    assert (str(NUMBER.parse(given)), ENGLISH.parse(given), FRENCH.parse(given)) == ("2009", "", "")


def test_words_stand_in_both_languages_and_no_number():
    given = row("none so far", value_fr="aucun : rien")
    assert NUMBER.parse(given) is None
    assert ENGLISH.parse(given) == "none so far"
    assert FRENCH.parse(given) == "aucun\u00a0: rien"


def test_words_that_are_the_same_in_french_need_no_addition():
    assert FRENCH.parse(row("Dakar")) == "Dakar"


@pytest.mark.parametrize(
    ("category", "state"), [("leadership", "in_review"), ("office", "published")]
)
def test_names_of_leaders_wait_until_they_are_confirmed(category, state):
    cell = FactLoader(Run()).cells["state"]
    assert cell.parse(row("1", category=category)) == state
