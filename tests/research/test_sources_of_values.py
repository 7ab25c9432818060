"""A value of a study may rest on a further source as well as on its main one."""

import pytest

from alima_site.editorial.models import Source
from research.chain import statistics_of
from research.models import Study
from tests.factories import make_indicator, make_source, make_statistic, make_study

pytestmark = pytest.mark.django_db


def test_a_value_rests_on_a_further_source_of_the_study_too():
    further, indicator = make_source(), make_indicator()
    study = make_study(indicator=indicator)
    study.further_sources.add(further)
    row = make_statistic(indicator=indicator, source=further)
    assert statistics_of([study]) == {study: [row]}
    Source.objects.filter(pk=further.pk).update(state="draft")
    assert statistics_of([Study.objects.get(pk=study.pk)]) == {study: []}


def test_a_value_may_name_the_source_of_the_study_as_a_further_one():
    study = make_study(indicator=make_indicator())
    row = make_statistic(indicator=study.indicator)
    row.further_sources.add(study.source)
    assert statistics_of([study]) == {study: [row]}


def test_what_is_counted_under_nothing_has_no_statistics():
    assert statistics_of([make_study()]) == {}
    assert statistics_of([]) == {}
