"""A deleted record comes back as far as others let it."""

import pytest
from django.core.exceptions import ValidationError
from django.utils.translation import override

from alima_site.editorial.authorship import reason_of
from alima_site.editorial.models import Topic, one_act
from alima_site.editorial.past_versions import deleted, restore
from programs.models import Project
from tests.factories import make_project, make_topic

pytestmark = pytest.mark.django_db


def gone(record):
    key = record.pk
    with one_act():
        record.delete()
    return type(record).history.filter(id=key).first()


def test_a_deleted_record_whose_word_is_taken_stays_where_it_is():
    row = gone(make_topic(slug="taken"))
    make_topic(slug="taken")
    with override("en"), pytest.raises(ValidationError, match="taken already"):
        restore(row)
    assert row in deleted(Topic)


def test_what_came_back_is_deleted_no_more_and_says_so():
    topic = make_topic()
    project = make_project(slug="back")
    project.topics.add(topic)
    row = gone(project)
    with one_act():
        restore(row)
    assert row not in deleted(Project)
    again = Project.objects.get(slug="back")
    assert list(again.topics.all()) == [topic]
    with override("fr"):
        assert reason_of(again.history.first()) == "Rétabli après suppression."
