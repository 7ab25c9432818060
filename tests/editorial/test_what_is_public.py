"""What the public sees: to the minute, and the same for thousands."""

import datetime

import pytest
from django.apps import apps
from django.utils import timezone

from alima_site.editorial.models import Content, FigureVersion, Source, Topic
from programs.models import PatientStatistic, Project
from research.models import PracticeChange
from tests.factories import (
    make_country,
    make_practice_change,
    make_project,
    make_source,
    make_statistic,
    make_study,
    make_topic,
)

pytestmark = pytest.mark.django_db
NOW = timezone.now()
KINDS = [model for model in apps.get_models() if issubclass(model, Content)]


def test_a_record_is_public_from_its_moment_until_its_end(monkeypatch):
    begins = make_topic(publish_at=NOW)
    ends = make_topic(expire_at=NOW)
    assert begins in Topic.objects.published(at=NOW)
    assert ends not in Topic.objects.published(at=NOW)
    monkeypatch.setattr(timezone, "now", lambda: NOW)
    assert (begins.is_published, ends.is_published) == (True, False)


def test_what_is_public_and_what_is_hidden_are_all_there_is():
    make_statistic(programme=None), make_statistic(state="draft")
    make_statistic(programme=make_country(state="draft"))
    for model in (PatientStatistic, Source, FigureVersion):
        public, hidden = (
            set(found) for found in (model.objects.published(), model.objects.hidden())
        )
        assert not public & hidden
        assert public | hidden == set(model.objects.all())


def test_thousands_are_counted_by_the_same_rule():
    draft = make_source(state="draft")
    make_project(source=draft), make_project(programme=make_country(source=draft))
    make_project(state="draft"), make_practice_change(study=make_study(state="draft"))
    make_project(expire_at=NOW - datetime.timedelta(days=1))
    assert Project.objects.hidden().count() >= 4
    assert PracticeChange.objects.hidden().exists()
    for model in KINDS:
        one, other = model.objects.published(), model.objects.published_of_many()
        assert set(one.values_list("pk")) == set(other.values_list("pk")), model
