"""A correction tells the old and the new number, but none that the site withholds."""

import pytest

from alima_site.editorial.models import Correction
from programs.models import PatientStatistic
from tests.factories import make_indicator, make_source, make_statistic

pytestmark = pytest.mark.django_db


def corrected(row, value):
    row = PatientStatistic.objects.get(pk=row.pk)
    row.value = value
    row.save()
    correction = Correction.objects.get(field="value")
    return correction.old, correction.new


def test_a_number_that_was_always_told_is_told_in_its_correction():
    assert corrected(make_statistic(value=100), 120) == ("100", "120")


def test_a_count_that_was_small_is_told_from_then_on():
    assert corrected(make_statistic(value=5), 50) == ("", "50")


def test_a_count_that_becomes_small_is_no_longer_told():
    assert corrected(make_statistic(value=50), 5) == ("", "")


def test_none_is_no_small_count():
    assert corrected(make_statistic(value=0), 50) == ("0", "50")


def test_a_number_that_covers_a_small_one_is_not_told():
    same = {"indicator": make_indicator(), "source": make_source()}
    whole = make_statistic(value=100, **same)
    make_statistic(value=5, subset_of=whole, **same)
    cover = make_statistic(value=95, subset_of=whole, **same)
    assert corrected(cover, 96) == ("", "")
