"""What the explorer can be narrowed by: years that are reported on, names, nothing twice."""

import datetime

import pytest
from django.http import QueryDict
from django.utils.translation import override

from alima_site.portal.filter_options import Option, years
from alima_site.portal.filters import FilterForm, choice

THIS_YEAR = datetime.date.today().year


def reporter(first, last):
    days = (datetime.date(year, 6, 1) if year else None for year in (first, last))
    return Option("reporter", "ALIMA", "ALIMA", *days)


def test_years_run_from_the_latest_to_the_first_that_any_reporter_reports_on():
    found = [reporter(2014, 2016), reporter(2011, 2012)]
    assert years(found) == ["2016", "2015", "2014", "2013", "2012", "2011"]


def test_a_year_to_come_is_not_offered():
    assert years([reporter(THIS_YEAR - 1, THIS_YEAR + 9)])[0] == str(THIS_YEAR)


@pytest.mark.parametrize("found", [[], [reporter(None, None)], [Option("country", *"NE", 0, 0)]])
def test_without_a_dated_statistic_there_are_no_years(found):
    assert years(found) == []


def test_one_undated_reporter_does_not_hide_the_years_of_the_others():
    assert years([reporter(None, None), reporter(2020, 2020)]) == ["2020"]


class Form(FilterForm):
    country = choice("Country", "any country", choices=[("niger", "Niger")]).field
    year = choice("Year", "all years", choices=[("2020", "2020")]).field


def errors(query):
    with override("en"):
        form = Form(QueryDict(query))
        return {name: [str(e) for e in found] for name, found in form.errors.items()}


def test_what_is_known_and_what_is_left_empty_is_no_error():
    assert errors("country=niger&year=") == {}
    assert errors("") == {}


def test_what_is_asked_for_twice_is_refused_by_the_name_of_its_field():
    assert errors("country=niger&country=niger&year=2020") == {
        "country": ["This was given more than once. Choose one."]
    }


def test_a_value_that_is_not_known_is_not_repeated_to_the_reader():
    (words,) = errors("country=<script>")["country"]
    assert words == "This value is not known here. Choose another one."
