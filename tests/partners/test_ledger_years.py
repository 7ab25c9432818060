"""The years, words and bounds of a row of the ledger, and what is said of a wrong one."""

import datetime

import pytest
from django.core.exceptions import ValidationError
from django.utils.translation import override

from partners.models import LedgerRow


def said_of(**given):
    """What is wrong with a row, field by field."""
    row = LedgerRow(**{"measure": "funds", "year": 2023, "value": 1} | given)
    with override("en"):
        try:
            row.clean()
        except ValidationError as error:
            return error.message_dict
    return {}


@pytest.mark.parametrize("year", [2009, 2023, datetime.date.today().year])
def test_from_the_founding_to_this_year_all_is_well(year):
    assert said_of(year=year) == {}


@pytest.mark.parametrize("year", [2008, datetime.date.today().year + 1])
def test_another_year_is_refused_with_the_bounds(year):
    [words] = said_of(year=year)["year"]
    assert words == f"A year from 2009 to {datetime.date.today().year}."


@pytest.mark.parametrize("missing", ["text_fr", "text_en"])
def test_a_step_is_told_in_both_languages(missing):
    words = {"text_fr": "Une subvention", "text_en": "A grant", missing: ""}
    assert said_of(measure="step", value=None, **words) == {missing: ["Say which step it was."]}


@pytest.mark.parametrize("measure", ["seats", "projects", "trainings"])
def test_what_is_counted_is_whole(measure):
    assert said_of(measure=measure, value=1.5) == {"value": ["This is a whole number."]}
    assert said_of(measure=measure, value=2.0) == {}


@pytest.mark.parametrize("measure", ["funds", "share"])
def test_money_and_shares_may_have_parts(measure):
    assert said_of(measure=measure, value=1.5) == {}


def test_a_row_without_year_or_value_is_left_to_its_fields():
    assert said_of(year=None, value=None, measure="seats") == {}
