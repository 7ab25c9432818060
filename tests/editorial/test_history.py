"""Every change leaves one row of history, with its author and its relations."""

import pytest
from django.apps import apps
from django.contrib.auth.models import User

from alima_site.editorial.models import Content, Source, Topic, one_act
from alima_site.editorial.models.history import Remembered
from programs.models import Project
from tests.factories import (
    make_country,
    make_partner,
    make_presence,
    make_project,
    make_statistic,
    make_topic,
    make_voice,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor():
    return User.objects.create_user("editor")


def rows(record):
    return [(row.history_type, row.history_user) for row in record.history.all()]


def test_every_public_model_is_remembered():
    contents = [model for model in apps.get_models() if issubclass(model, Content)]
    assert len(contents) > 15
    assert all(issubclass(model, Remembered) for model in contents)


def test_what_one_act_does_to_a_record_is_one_row(editor):
    with one_act(editor, "because"):
        project = make_project()
        project.topics.add(make_topic(), make_topic())
        project.save()
    assert rows(project) == [("+", editor)]
    row = project.history.get()
    assert row.history_change_reason == "because"
    assert row.topics.count() == 2


def test_an_act_that_changes_nothing_leaves_no_row(editor):
    topic = make_topic()
    with one_act(editor):
        topic.save()
        topic.name_en = "Changed"
        topic.save()
        topic.name_en = "A topic (en)"
        topic.save()
    assert rows(topic) == [("+", None)]


def test_an_act_that_fails_leaves_neither_change_nor_row(editor):
    topic = make_topic()

    def fail():
        with one_act(editor):
            topic.name_en = "Changed"
            topic.save()
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()
    topic.refresh_from_db()
    assert topic.name_en == "A topic (en)"
    assert rows(topic) == [("+", None)]


def test_a_changed_relation_is_a_change_from_either_end(editor):
    project, topic = make_project(), make_topic()
    with one_act(editor):
        topic.projects.add(project)
    assert rows(project)[0] == ("~", editor)
    with one_act(editor):
        topic.projects.remove(project)
    assert project.history.first().topics.count() == 0
    assert project.history.all()[1].topics.count() == 1


def test_both_records_that_disagree_remember_it(editor):
    one, other = make_statistic(), make_statistic()
    with one_act(editor):
        one.conflicts_with.add(other)
    assert other.history.first().conflicts_with.count() == 1


def test_a_deleted_record_keeps_its_relations_and_others_remember_the_loss(editor):
    topic, partner = make_topic(), make_partner()
    project, voice = make_project(), make_voice(partner=partner)
    project.topics.add(topic)
    project.partners.add(partner)
    key = project.pk
    with one_act(editor):
        partner.delete()
    assert rows(project)[0] == rows(voice)[0] == ("~", editor)
    with one_act(editor):
        project.delete()
    last = Project.history.filter(id=key).first()
    assert last.history_type == "-"
    assert [tie.topic for tie in last.topics.all()] == [topic]


def test_rows_of_a_form_are_remembered(editor):
    with one_act(editor):
        presence = make_presence(make_country(), "2011")
    assert rows(presence) == [("+", editor)]


def test_a_record_whose_rows_changed_has_changed(editor):
    country = make_country()
    with one_act(editor):
        presence = make_presence(country, "2011")
    with one_act(editor):
        presence.delete()
    assert rows(country) == [("~", editor), ("~", editor), ("+", None)]
    assert country.history.first().history_date == type(presence).history.first().history_date


def test_loaded_content_has_one_row_each_without_author():
    for model in (Source, Topic, Project):
        for record in model.objects.all():
            assert [row.history_user for row in record.history.all()] == [None]
    assert Topic.history.first().history_change_reason == "Update of the content files."
