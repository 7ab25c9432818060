"""One act leaves one row for each record."""

import pytest
from django.contrib.auth.models import User

from alima_site.editorial.models import one_act
from alima_site.editorial.models.acts import author, because
from tests.factories import make_project, make_topic

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor():
    return User.objects.create_user("editor")


def kinds(record):
    return [row.history_type for row in record.history.all()]


def test_an_act_within_an_act_is_part_of_it(editor):
    topic = make_topic()
    with one_act(editor, "outer"):
        with one_act(User.objects.create_user("other"), "inner"):
            topic.name_en = "Once"
            topic.save()
        topic.name_en = "Twice"
        topic.save()
    assert kinds(topic) == ["~", "+"]
    last = topic.history.first()
    assert (last.name_en, last.history_user, last.history_change_reason) == (
        "Twice", editor, "outer",
    )  # fmt: skip


def test_everything_an_act_touched_has_its_moment(editor):
    one, other = make_topic(), make_project()
    with one_act(editor) as act:
        one.name_en = other.name_en = "Changed"
        one.save(), other.save()
    assert one.history.first().history_date == other.history.first().history_date == act.at


def test_an_act_can_say_why_while_it_goes_on(editor):
    because("nothing is being done")
    with one_act(editor, "first"):
        assert author() == editor
        because("a better reason")
        topic = make_topic()
    assert topic.history.get().history_change_reason == "a better reason"
    assert author() is None


def test_a_record_made_and_changed_in_one_act_was_made(editor):
    with one_act(editor):
        topic = make_topic()
        topic.name_en = "Changed"
        topic.save()
    assert [(row.history_type, row.name_en) for row in topic.history.all()] == [("+", "Changed")]
