"""Outside an act each change is a row at once."""

import pytest

from tests.factories import make_country, make_presence, make_project, make_topic

pytestmark = pytest.mark.django_db


def kinds(record):
    return [row.history_type for row in record.history.all()]


def test_outside_an_act_each_change_is_a_row_at_once():
    project, topic = make_project(), make_topic()
    project.topics.add(topic)
    assert kinds(project) == ["~", "+"]
    topic.projects.clear()
    topic.projects.add(project)
    assert kinds(topic) == ["+"]
    assert project.history.first().topics.count() == 1


def test_outside_an_act_a_new_row_of_a_form_changes_its_record_too():
    country = make_country()
    make_presence(country, "2011")
    assert kinds(country) == ["~", "+"]
