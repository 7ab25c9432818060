import datetime
from decimal import Decimal

import pytest
from django.utils.translation import override

from alima_site.editorial import wording
from alima_site.editorial.typography import french_spacing


@pytest.mark.parametrize(
    ("value", "french", "english"),
    [
        (999, "999", "999"),
        (1098873, "1\u202f098\u202f873", "1,098,873"),
        (Decimal("0.500"), "0,5", "0.5"),
        (Decimal("9999393.75"), "9\u202f999\u202f393,75", "9,999,393.75"),
        (0, "0", "0"),
    ],
)
def test_numbers_have_the_signs_of_the_language(value, french, english):
    with override("fr"):
        assert wording.number(value) == french
    with override("en"):
        assert wording.number(value) == english


@pytest.mark.parametrize(
    ("value", "french", "english"),
    [
        (13_000_000, "13\u00a0millions", "13\u00a0million"),
        (1_500_000, "1,5\u00a0million", "1.5\u00a0million"),
        (1_098_873, "1\u202f098\u202f873", "1,098,873"),
        (900_000, "900\u202f000", "900,000"),
    ],
)
def test_round_millions_are_said_in_words(value, french, english):
    with override("fr"):
        assert wording.short_number(value) == french
    with override("en"):
        assert wording.short_number(value) == english


@pytest.mark.parametrize(
    ("value", "french", "english"),
    [
        ("2024", "2024", "2024"),
        ("2024-02", "février 2024", "February 2024"),
        ("2024-02-01", "1er\u00a0février 2024", "1\u00a0February 2024"),
        ("2024-02-27", "27\u00a0février 2024", "27\u00a0February 2024"),
    ],
)
def test_dates_are_as_precise_as_they_are_known(value, french, english):
    with override("fr"):
        assert wording.partial_date(value) == french
    with override("en"):
        assert wording.partial_date(value) == english


@pytest.mark.parametrize(
    ("start", "end", "said"),
    [
        ("2013-05-01", "2014-04-30", "May 2013 to April 2014"),
        ("2014-04-01", "2016-12-31", "April 2014 to 2016"),
        ("2021-01-01", "2024-01-31", "2021 to January 2024"),
        ("2022-01-01", "2022-11-30", "January 2022 to November 2022"),
        ("2020-02-01", "2020-12-10", "February 2020 – 10\u00a0December 2020"),
        ("2015-09-18", "2015-10-05", "18\u00a0September 2015 to 5\u00a0October 2015"),
    ],
)
def test_a_day_that_only_opens_or_closes_a_period_is_not_printed(start, end, said):
    from_day, to_day = map(datetime.date.fromisoformat, (start, end))
    with override("en"):
        assert wording.counted_period(from_day, to_day) == said


def test_a_whole_year_is_named_as_a_year():
    day = datetime.date
    with override("en"):
        assert wording.counted_period(day(2022, 1, 1), day(2022, 12, 31)) == "2022"
        assert wording.counted_period(day(2015, 1, 1), day(2016, 12, 31)) == "2015 to 2016"
        assert wording.counted_period(day(2014, 12, 1), None) == "since December 2014"
        assert wording.counted_period(day(2009, 1, 1), None) == "since 2009"
        assert wording.counted_period(day(2010, 1, 12), None) == "since 12\u00a0January 2010"
        assert wording.counted_period(None, None) == ""


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
