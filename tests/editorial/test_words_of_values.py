"""A value of any field in the words of a version: readers of a history see no codes."""

import datetime

import pytest
from django.utils import timezone
from django.utils.translation import override

from alima_site.editorial.models import FigureVersion, Source
from alima_site.editorial.values_in_words import value_in_words
from partners.models import Partner
from programs.models import CountryProgramme, PatientStatistic

pytestmark = pytest.mark.usefixtures("in_english")


def words(model, name, value):
    return value_in_words(model._meta.get_field(name), value)


def test_nothing_is_no_words_and_zero_is_a_value():
    assert words(Source, "title", "") == ""
    assert words(FigureVersion, "countries", None) == ""
    assert words(FigureVersion, "countries", 0) == "0"
    assert words(CountryProgramme, "country", None) == ""


def test_a_choice_is_named_and_one_that_is_no_more_stands_as_it_was():
    assert words(PatientStatistic, "qualifier", "more_than") == "more than"
    assert words(PatientStatistic, "qualifier", "roughly") == "roughly"


def test_yes_and_no_are_words():
    assert words(FigureVersion, "is_current", True) == "yes"
    assert words(FigureVersion, "is_current", False) == "no"


def test_a_country_is_named_in_the_language_of_the_reader():
    assert words(Partner, "country", "TD") == "Chad"
    with override("fr"):
        assert words(Partner, "country", "TD") == "Tchad"


def test_a_moment_is_told_in_the_time_of_the_newsroom():
    moment = datetime.datetime(2024, 7, 1, 22, 30, tzinfo=datetime.UTC)
    zone = datetime.timezone(datetime.timedelta(hours=2))
    with timezone.override(zone):
        assert words(Source, "publish_at", moment) == "July 2, 2024, 12:30 a.m."


def test_numbers_and_days_are_written_as_the_language_writes_them():
    assert words(FigureVersion, "period_start", datetime.date(2024, 2, 1)) == "Feb. 1, 2024"
    with override("fr"):
        assert words(FigureVersion, "period_start", datetime.date(2024, 2, 1)) == "1 février 2024"
