import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from programs.comparable_years import latest_figures
from programs.models import CountryProgramme, PatientStatistic
from programs.yearly_series import yearly_series
from tests.factories import make_country, make_indicator, make_statistic

pytestmark = pytest.mark.django_db


def test_a_statistic_is_not_a_subset_of_itself():
    statistic = make_statistic()
    with pytest.raises(IntegrityError), transaction.atomic():
        PatientStatistic.objects.filter(pk=statistic.pk).update(subset_of=statistic.pk)
    statistic.subset_of = statistic
    with pytest.raises(ValidationError, match="subset_of"):
        statistic.full_clean()


def test_subsets_never_form_a_circle():
    whole = make_statistic()
    part = make_statistic(subset_of=whole)
    smaller = make_statistic(subset_of=part)
    whole.subset_of = smaller
    with pytest.raises(ValidationError, match="subset_of"):
        whole.full_clean()


def niger_series():
    niger = CountryProgramme.objects.get(slug="niger")
    return yearly_series(PatientStatistic.objects.for_table().filter(programme=niger))


def test_the_series_of_niger_has_gaps_and_no_place_mixed_in():
    points = {point.year: point for point in niger_series().drawn.points}
    published = {year: point.value for year, point in points.items() if point.value is not None}
    assert published == {2015: 40000, 2022: 47269, 2024: 113209}
    assert list(points) == list(range(2015, 2025))
    assert points[2015].inferred
    assert not points[2024].inferred


def test_an_indicator_with_two_values_for_a_year_forms_no_series():
    country, indicator = make_country(), make_indicator()
    for year, value in ((2020, 5), (2021, 6), (2021, 7)):
        make_statistic(
            programme=country, indicator=indicator, value=value,
            period_start=f"{year}-01-01", period_end=f"{year}-12-31",
        )  # fmt: skip
    assert yearly_series(PatientStatistic.objects.for_table().filter(programme=country)) is None


def test_a_country_page_begins_with_its_latest_figures():
    niger = CountryProgramme.objects.get(slug="niger")
    rows = latest_figures(PatientStatistic.objects.for_table().filter(programme=niger))
    assert [row.slug for row in rows[:2]] == ["ne-2024-benef", "ne-2024-sam"]


def test_disagreements_are_recorded_on_both_sides():
    one = PatientStatistic.objects.get(slug="td-2022-sam")
    other = PatientStatistic.objects.get(slug="td-2022-as-am")
    assert other in one.conflicts_with.all()
    assert one in other.conflicts_with.all()
