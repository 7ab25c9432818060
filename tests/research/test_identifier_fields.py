"""A form takes an identifier in any spelling, or says in words what is wrong."""

import pytest
from django.core.exceptions import ValidationError
from django.utils.translation import override

from research.fields import IdentifierField
from research.identifiers import checked
from research.schemes import DOI, ORCID, PUBMED, ROR, TRIAL_REGISTRIES


def reason(text, schemes, language="en"):
    with override(language), pytest.raises(ValidationError) as refused:
        checked(text, schemes)
    return refused.value


def test_nothing_is_taken_as_nothing():
    assert IdentifierField(schemes=(DOI,)).clean("", None) == ""


def test_what_is_taken_is_kept_in_its_one_spelling():
    field = IdentifierField(schemes=(ROR,))
    assert field.clean("https://ror.org/02VJKV261", None) == "02vjkv261"


def test_what_is_longer_than_its_column_is_refused():
    with pytest.raises(ValidationError):
        IdentifierField(schemes=(DOI,)).clean(f"10.1000/{'x' * 120}", None)


def test_a_migration_knows_it_as_plain_text():
    _name, path, _args, given = IdentifierField(schemes=(DOI,)).deconstruct()
    assert path == "django.db.models.CharField"
    assert given == {"max_length": 120, "blank": True}


def test_an_identifier_of_another_kind_is_called_by_its_name():
    error = reason("26930627", (DOI, ROR))
    assert error.messages == [
        "“26930627” is an identifier of PubMed; here one of DOI, ROR is meant."
    ]


def test_only_the_scheme_that_is_nearly_met_is_explained():
    (said,) = reason("ISRCTN123", TRIAL_REGISTRIES).messages
    assert "ISRCTN: ISRCTN and eight digits" in said
    assert "PACTR" not in said


def test_where_nothing_is_nearly_met_the_first_scheme_is_explained():
    (said,) = reason("nonsense", (PUBMED, DOI)).messages
    assert said.endswith("Expected: PubMed: one to eight digits, the first not 0.")


def test_a_wrong_check_digit_is_told_from_a_wrong_shape():
    wrong = reason("0000-0002-1825-0098", (ORCID,))
    assert wrong.code == "check_digit"
    assert "“0000-0002-1825-0098” looks like ORCID" in wrong.messages[0]
    assert reason("nonsense", (ORCID,)).code == "identifier"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("nonsense", "n’est pas un identifiant connu"),
        ("26930627", "est un identifiant PubMed"),
        ("0000-0002-1825-0098", "sa clé de contrôle est fausse"),
    ],
)
def test_the_reason_is_in_the_language_of_the_form(text, words):
    with override("fr"):
        assert words in reason(text, (ORCID,), "fr").messages[0]
