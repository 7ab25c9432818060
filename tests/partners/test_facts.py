"""How facts about the alliance print their value and their time."""

from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from django.utils.translation import override

from partners.models import AllianceFact
from tests.factories import make_fact


@pytest.mark.parametrize(
    ("number", "unit", "english", "french"),
    [
        ("2009", "year", "2009", "2009"),
        ("12.5", "%", "12.5%", "12,5\u202f%"),
        ("3", "order", "", ""),
        ("1500", "people", "1,500 people", "1\u202f500 personnes"),
        ("1500", "", "1,500", "1\u202f500"),
        ("0", "people", "0 people", "0 personnes"),
    ],
)
def test_a_number_is_printed_with_its_unit(number, unit, english, french):
    fact = AllianceFact(number=Decimal(number), unit=unit, value_en="words", value_fr="mots")
    for language, words in (("en", english), ("fr", french)):
        with override(language):
            assert fact.shown_value == words


def test_without_a_number_its_words_stand_there():
    fact = AllianceFact(value_en="Dakar and Paris", value_fr="Dakar et Paris", unit="year")
    with override("fr"):
        assert fact.shown_value == "Dakar et Paris"


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [
        ("", "", ""),
        ("2019", "", "2019"),
        ("2019", "2019", "2019"),
        ("2019", "2021", "2019 to 2021"),
        ("", "2021", "until 2021"),
    ],
)
def test_what_happened_once_has_a_date_and_what_ended_a_period(start, end, words):
    with override("en"):
        assert AllianceFact(date_from=start, date_to=end).when == words


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("given", "reason"),
    [
        ({"number": -1}, "below zero"),
        ({"date_from": "2021", "date_to": "2019"}, "before"),
        ({"unit": "dollars"}, "not a valid choice"),
    ],
)
def test_what_cannot_be_true_is_refused_with_the_reason(given, reason):
    fact = make_fact()
    for name, value in given.items():
        setattr(fact, name, value)
    with override("en"), pytest.raises(ValidationError, match=reason):
        fact.full_clean()


@pytest.mark.django_db
def test_facts_stand_by_category_and_date():
    made = [make_fact(category=c, date_from=d) for c, d in (("staff", ""), ("award", "2020"),
                                                             ("award", "2012-03"))]  # fmt: skip
    found = AllianceFact.objects.for_page().filter(pk__in=[fact.pk for fact in made])
    assert list(found) == [made[2], made[1], made[0]]
