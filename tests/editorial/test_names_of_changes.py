"""A history names what each version changed: fields, relations and rows of the form."""

import pytest
from django.utils.translation import override

from alima_site.editorial.models import Topic, one_act
from alima_site.editorial.past_versions import what_changed
from tests.factories import make_country, make_presence, make_project, make_topic

pytestmark = pytest.mark.django_db


def told(record):
    with override("en"):
        return what_changed(type(record), list(record.history.all()))


def test_each_version_names_its_fields_with_their_language():
    topic = make_topic()
    topic.name_fr, topic.also = "Changé", "other words"
    topic.save()
    topic.save()
    assert told(topic) == [[], ["Name [fr]", "Other wordings"]]
    assert what_changed(Topic, []) == []


def test_a_version_names_relations_and_rows_that_changed():
    country, project = make_country(), make_project()
    with one_act():
        make_presence(country, "2011")
        project.topics.add(make_topic())
    assert told(country) == [["Presences"]]
    assert told(project) == [["Topics"]]
