"""A column is known by any of its names, however they are written."""

import pytest
from django.utils.translation import override

from alima_site.editorial.spreadsheets import Column
from alima_site.editorial.spreadsheets.columns import plain_word

COUNTRY = Column("country", "Code pays", "Country code", "#country+code+v_iso3", aliases=("Œil",))


@pytest.mark.parametrize(
    ("written", "compared"),
    [
        ("Année", "annee"), ("ANNÉE ", "annee"), ("Code_pays", "code pays"), ("œuvre", "oeuvre"),
        ("Œuvre", "oeuvre"), ("N° d’ordre", "n d ordre"), ("Valeur (%)", "valeur"),
        ("Straße", "strasse"), (2024, "2024"), ("—", ""),
    ],
)  # fmt: skip
def test_names_are_compared_without_accents_capitals_and_punctuation(written, compared):
    assert plain_word(written) == compared


def test_a_column_is_known_by_its_key_its_labels_and_its_other_names():
    assert COUNTRY.names == {"country", "code pays", "country code", "oeil"}


@pytest.mark.parametrize(("language", "label"), [("fr", "Code pays"), ("en", "Country code")])
def test_its_label_is_in_the_language_of_the_reader(language, label):
    with override(language):
        assert COUNTRY.label == label


def test_the_attributes_of_a_tag_may_stand_in_any_order():
    other = Column("place", "Lieu", "Place", "#Country +v_iso3 +code")
    assert COUNTRY.tags == other.tags
    assert COUNTRY.tags != Column("place", "Lieu", "Place", "#country+code").tags
