"""Words as the search compares them: without case, accents and apostrophes."""

import pytest

from alima_site.portal.search.words import LONGEST, compressed, fold, tokens


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("ÉTÉ à N’Djaména", "ete a n'djamena"),
        ("cœur", "coeur"),
        ("Straße", "strasse"),
        ("Łódź", "lodz"),
        ("e\u0301", "e"),
    ],
)
def test_case_accents_and_ligatures_make_no_difference(text, folded):
    assert fold(text) == folded


def test_a_typed_and_a_printed_apostrophe_are_the_same():
    assert fold("N’Djamena") == fold("N'Djamena")


def test_an_identifier_is_compared_by_its_letters_and_digits():
    assert compressed("10.1186/s13690-016-0149-5") == "101186s1369001601495"
    assert compressed("— !") == ""


def test_no_word_is_longer_than_the_index_keeps_it():
    assert len(compressed("x" * (LONGEST + 1))) == LONGEST


def test_a_token_says_where_it_stands():
    text = "à l’Hôpital"
    (hospital,) = [token for token in tokens(text) if token.word == "hopital"]
    assert text[hospital.start : hospital.end] == "Hôpital"
