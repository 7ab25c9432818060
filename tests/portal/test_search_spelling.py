"""Which words are one typing error away."""

import pytest

from alima_site.portal.search.spelling import one_edit_from


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("malria", "malaria"),
        ("malariaa", "malaria"),
        ("malarja", "malaria"),
        ("mlaaria", "malaria"),
        ("alaria", "malaria"),
        ("malari", "malaria"),
        ("covid", "covid9"),
    ],
)
def test_a_letter_missing_too_many_wrong_or_swapped_is_one_edit(typed, meant):
    assert meant in one_edit_from(typed)


@pytest.mark.parametrize("other", ["mlria", "malariaaa", "airalam"])
def test_two_errors_are_too_many(other):
    assert "malaria" not in one_edit_from(other)


def test_a_word_is_no_error_of_itself():
    assert "malaria" not in one_edit_from("malaria")
    assert "nanny" not in one_edit_from("nanny")


@pytest.mark.parametrize("word", ["", "mas", "2019", "covid19", "x" * 31])
def test_short_endless_and_numbered_words_have_no_neighbours(word):
    assert one_edit_from(word) == set()


def test_words_of_four_and_of_thirty_letters_still_have_some():
    assert "niger" in one_edit_from("nige")
    assert "x" * 29 in one_edit_from("x" * 30)
