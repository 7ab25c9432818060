"""Where a word of the search begins and ends: numbers, compounds, articles, small words."""

import pytest

from alima_site.portal.search.words import compounds, is_stop_word, tokens


def words(text):
    return [token.word for token in tokens(text)]


@pytest.mark.parametrize("text", ["1,234,567", "1 234 567", "1.234.567", "1\u202f234\u202f567"])
def test_a_long_number_is_one_word_with_any_separator(text):
    assert words(text) == ["1234567"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("2019, 2020", ["2019", "2020"]),
        ("12 34", ["12", "34"]),
        ("1,5", ["1", "5"]),
        ("12,3456", ["12", "3456"]),
        ("snake_case", ["snake", "case"]),
    ],
)
def test_what_only_looks_like_thousands_stays_apart(text, found):
    assert words(text) == found


def test_an_accent_written_on_its_own_does_not_cut_a_word():
    assert words("e\u0301bola") == ["ebola"]


def test_words_that_hold_together_are_found_as_one():
    assert compounds("AMCP-SP et COVID-19 à N’Djamena") == ["AMCP-SP", "COVID-19", "N’Djamena"]


@pytest.mark.parametrize("text", ["l’enfant", "D'Afrique", "qu’elle", "one two"])
def test_a_word_with_its_article_is_no_compound(text):
    assert compounds(text) == []


def test_a_small_word_is_left_out_in_its_own_language_only():
    assert is_stop_word("the", "en")
    assert is_stop_word("les", "fr")
    assert not is_stop_word("les", "en")
    assert not is_stop_word("the", "fr")


def test_a_number_is_found_with_and_without_its_spaces():
    assert {token.word for token in tokens("28 400, 28,400 28400 28 400")} == {"28400"}
