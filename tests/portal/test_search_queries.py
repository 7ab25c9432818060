"""What is kept of a question before it is asked."""

import pytest

from alima_site.portal.search.finding import LONGEST_QUERY, MOST_WORDS, Search, begun, cleaned


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("  two \t words\n", "two words"),
        ("a\0b", "a b"),
        ("\u202eabc\ufeff", "abc"),
        ("e\u0301te\u0301", "été"),
        ("", ""),
    ],
)
def test_a_question_is_printable_composed_and_on_one_line(typed, kept):
    assert cleaned(typed) == kept


def test_a_question_is_not_endless():
    assert len(cleaned("x" * 10_000)) == LONGEST_QUERY


def test_small_words_are_not_asked_for_in_their_language():
    assert Search("the health of the child", "en").words == ["health", "child"]
    assert Search("la santé de l’enfant", "fr").words == ["sante", "enfant"]
    assert Search("the", "fr").words == ["the"]


def test_a_word_is_asked_for_once_and_only_so_many_are():
    assert Search("ebola EBOLA Ébola", "en").words == ["ebola"]
    many = " ".join(f"word{number}" for number in range(MOST_WORDS + 1))
    assert len(Search(many, "en").words) == MOST_WORDS


@pytest.mark.parametrize("typed", ["", "the", "—", "of the"])
def test_a_question_without_a_word_finds_nothing_and_asks_nothing(typed):
    found = Search(typed, "en").found()
    assert (found.hits, found.complete, found.suggestion) == ([], True, "")


@pytest.mark.parametrize(
    "typed", ["10.1186/s13690", "doi:10.1186/s13690", "https://doi.org/10.1186/s13690"]
)
def test_a_doi_may_be_typed_with_its_address(typed):
    assert Search(typed, "en").whole == "101186s13690"


def test_two_letters_begin_no_word():
    assert begun(["ma", "mal", ""]) == ["mal"]
