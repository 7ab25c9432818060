"""A query is made ready in a world of its own: outside of it, moments are moments."""

import datetime

import pytest
from django.utils import timezone

from alima_site.editorial.models import Topic
from alima_site.editorial.prepared import Parameter, day_of, prepared, this_moment
from tests.factories import make_topic


def test_outside_of_a_query_now_is_now():
    before = timezone.now()
    assert before <= this_moment() <= timezone.now()


def test_a_query_that_cannot_be_built_leaves_nothing_behind():
    @prepared
    def broken():
        assert isinstance(this_moment(), Parameter)
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        broken()
    assert isinstance(this_moment(), datetime.datetime)


def test_the_day_of_a_moment_is_that_of_the_newsroom():
    late = datetime.datetime(2024, 6, 30, 23, 30, tzinfo=datetime.UTC)
    with timezone.override(datetime.timezone(datetime.timedelta(hours=2))):
        assert day_of(late) == datetime.date(2024, 7, 1)


@pytest.mark.django_db
def test_a_query_asks_of_the_day_it_runs(monkeypatch):
    @prepared
    def until_today():
        return Topic.objects.filter(slug="made", updated_at__date__lte=day_of(this_moment()))

    make_topic(slug="made")
    day = datetime.timedelta(days=1)
    now = timezone.now()
    found = []
    for moment in (now - day, now + day):
        monkeypatch.setattr(timezone, "now", lambda moment=moment: moment)
        found.append(len(until_today()))
    assert found == [0, 1]


@pytest.mark.django_db
def test_what_is_asked_by_other_names_is_another_query():
    @prepared
    def topics(**values):
        return Topic.objects.filter(**values).order_by("slug")

    one, other = make_topic(slug="one"), make_topic(slug="other")
    assert list(topics(slug="one")) == [one]
    assert list(topics(pk=other.pk)) == [other]
    assert list(topics(slug="other", pk=other.pk)) == [other]
    assert not list(topics(slug="one", pk=other.pk))


@pytest.mark.django_db
def test_each_run_reads_anew():
    @prepared
    def topic(slug):
        return Topic.objects.filter(slug=slug)

    first = topic(slug="late")
    assert list(first) == []
    make_topic(slug="late")
    assert list(first) == []
    assert len(topic(slug="late")) == 1
