"""The way back to a version of a record, as far as others let it."""

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError
from django.utils.translation import override

from alima_site.editorial.authorship import reason_of
from alima_site.editorial.models import Topic, one_act
from alima_site.editorial.past_versions import needs_reason, revert, takes_back
from tests.factories import make_project, make_topic, make_version

pytestmark = pytest.mark.django_db


def test_only_a_published_number_that_changes_asks_for_a_reason():
    version = make_version(value=10, state="draft")
    row = version.history.first()
    assert not needs_reason(version, row)
    version.value = 12
    version.save()
    assert not needs_reason(version, row)
    version.state = "published"
    version.save()
    assert needs_reason(version, row)
    assert not needs_reason(version, version.history.first())
    assert not needs_reason(make_topic(), make_topic().history.first())


def test_a_version_brings_back_ties_as_far_as_the_others_are_there():
    project, kept, lost = make_project(), make_topic(), make_topic()
    with one_act():
        project.topics.add(kept, lost)
    row = project.history.first()
    lost.delete()
    with one_act():
        project.topics.clear()
    with one_act():
        revert(project, row, {})
    assert list(project.topics.all()) == [kept]
    with override("en"):
        assert reason_of(project.history.first()).startswith("Back to the version of ")


def test_what_others_took_meanwhile_is_said_in_a_sentence(monkeypatch):
    def overtaken(*args, **kwargs):
        raise IntegrityError

    topic = make_topic()
    monkeypatch.setattr(Topic, "save", overtaken)
    with override("en"), pytest.raises(ValidationError, match="no longer fits"):
        revert(topic, topic.history.first(), {})


def test_a_version_says_nothing_of_when_a_record_is_public():
    topic = make_topic(state="draft")
    topic.state, topic.name_en = "archived", "Changed"
    topic.save()
    again = takes_back(topic, topic.history.last())
    assert (again.state, again.name_en) == ("archived", "A topic (en)")
