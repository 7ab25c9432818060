"""French text gets its spaces when it is saved, and nothing else is touched."""

import pytest

from alima_site.editorial.typography import french_spacing


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("Cofondatrice ; apporte", "Cofondatrice\u202f; apporte"),
        ("Avec BEFEN : soins", "Avec BEFEN\u00a0: soins"),
        ("« ces derniers mois »", "«\u00a0ces derniers mois\u00a0»"),
        ("près de 20 000 enfants, 75,4 %", "près de 20\u202f000 enfants, 75,4\u202f%"),
        ("https://alima.ngo/?p=1", "https://alima.ngo/?p=1"),
        ("de 2019 à 2020", "de 2019 à 2020"),
    ],
)
def test_french_text_gets_its_spaces_once(typed, kept):
    assert french_spacing(typed) == kept
    assert french_spacing(kept) == kept


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("Vraiment   ?", "Vraiment\u202f?"),
        ("Vraiment\u00a0!", "Vraiment\u202f!"),
        ("Soins\u202f: gratuits", "Soins\u00a0: gratuits"),
        ("«mot»", "«\u00a0mot\u00a0»"),
        ("«   mot\u202f»", "«\u00a0mot\u00a0»"),
        ("1 098 873 patients", "1\u202f098\u202f873 patients"),
        ("1\u00a0098 patients", "1\u202f098 patients"),
    ],
)
def test_whatever_space_was_typed_the_right_one_is_kept(typed, kept):
    assert french_spacing(typed) == kept


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Oui? Non! 10% des cas; voilà: rien",  # no space was typed, none is made up
        "01 70 38 28 00",
        "en 2019 5 000000",
        "voir https ://example.org",
        "deux  mots",
    ],
)
def test_what_needs_no_space_is_left_as_it_is(text):
    assert french_spacing(text) == text
