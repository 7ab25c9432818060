"""Records that come along: none, one, or a list that is made when somebody looks at it."""

import datetime

import pytest
from django.db.models import OuterRef

from alima_site.editorial.models import Source, Topic
from alima_site.editorial.related import OUTER, CountOf, Records, revived, row_of, rows_of
from programs.models import PatientStatistic
from tests.factories import make_source, make_statistic, make_topic


def test_a_list_is_made_once_and_only_when_somebody_looks():
    made = []

    def make():
        made.append("once")
        return [3, 1, 2]

    records = Records(make)
    assert made == []
    assert (records[0], records[1:], len(records), list(records)) == (3, [1, 2], 3, [3, 1, 2])
    assert records == [3, 1, 2]
    assert made == ["once"]


@pytest.mark.parametrize("text", ["2024-02-29T10:00:00", "2024-02-29T10:00:00+00:00"])
def test_a_moment_without_a_zone_is_that_of_the_database(text):
    row = {field.attname: None for field in Topic._meta.concrete_fields} | {"updated_at": text}
    moment = datetime.datetime(2024, 2, 29, 10, tzinfo=datetime.UTC)
    assert revived(Topic, row, "default").updated_at == moment


@pytest.mark.django_db
def test_one_record_comes_as_itself_and_none_as_none():
    topic, lonely = make_topic(also="made"), make_topic()
    same = Topic.objects.filter(pk=OuterRef("pk"), also="made")
    found = Topic.objects.annotate(same=row_of(same)).in_bulk([topic.pk, lonely.pk])
    assert found[topic.pk].same == topic
    assert found[lonely.pk].same is None


@pytest.mark.django_db
def test_what_a_record_is_read_with_may_be_missing():
    source = make_source()
    make_statistic(source=source, programme=None)
    rows = PatientStatistic.objects.filter(source=OUTER).select_related("programme", "indicator")
    found = Source.objects.annotate(its=rows_of(rows)).get(pk=source.pk)
    (statistic,) = found.its
    assert statistic.programme is None
    assert statistic.indicator.unit == "people"


@pytest.mark.django_db
def test_rows_keep_the_order_they_were_asked_in():
    source = make_source()
    for value in (20, 30, 10):
        make_statistic(source=source, value=value)
    rows = PatientStatistic.objects.filter(source=OUTER).order_by("-value")
    found = Source.objects.annotate(its=rows_of(rows)).get(pk=source.pk)
    assert [statistic.value for statistic in found.its] == [30, 20, 10]


@pytest.mark.django_db
def test_rows_are_counted_up_to_where_they_end():
    source, lonely = make_source(), make_source()
    for _n in range(3):
        make_statistic(source=source)
    rows = PatientStatistic.objects.filter(source=OuterRef("pk")).order_by().values("pk")
    counts = {"all_of_them": CountOf(rows), "two": CountOf(rows[:2])}
    found = Source.objects.annotate(**counts).in_bulk([source.pk, lonely.pk])
    assert (found[source.pk].all_of_them, found[source.pk].two) == (3, 2)
    assert found[lonely.pk].all_of_them == 0
