"""The forms of a word have one stem; what is no ending is left alone."""

import pytest

from alima_site.portal.search.words import stem, tokens


@pytest.mark.parametrize("word", ["viz", "2019", "covid19s"])
def test_short_words_and_those_with_digits_keep_their_ending(word):
    assert stem(word, "en") == word


@pytest.mark.parametrize("word", ["virus", "crisis"])
def test_an_ending_that_is_no_plural_stays(word):
    assert stem(word, "en") == word


def test_a_stem_keeps_three_letters():
    assert stem("bees", "en") == "bee"
    assert stem("used", "en") == "used"


@pytest.mark.parametrize(
    ("language", "forms"),
    [
        ("fr", ["national", "nationale", "nationaux", "nationales"]),
        ("fr", ["soigné", "soignée", "soignés", "soignées"]),
        ("fr", ["infirmier", "infirmière", "infirmières"]),
        ("fr", ["malien", "malienne", "maliens", "maliennes"]),
        ("fr", ["hôpital", "hôpitaux"]),
        ("fr", ["actif", "actives"]),
        ("fr", ["nutrition", "nutritionnel", "nutritionnelles"]),
        ("en", ["study", "studies"]),
        ("en", ["child", "children"]),
        ("en", ["train", "trained", "training"]),
        ("en", ["paediatric", "pediatrics"]),
        ("en", ["centre", "center", "centers"]),
        ("en", ["programme", "programs"]),
        ("en", ["vaccination", "vaccinations"]),
    ],
)
def test_the_forms_of_a_word_have_one_stem(language, forms):
    assert len({stem(tokens(form)[0].word, language) for form in forms}) == 1


def test_a_short_irregular_plural_has_the_stem_of_its_singular():
    assert stem("men", "en") == stem("man", "en")
