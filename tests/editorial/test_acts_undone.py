"""What is undone leaves nothing of the act."""

import pytest
from django.contrib.auth.models import User

from alima_site.editorial.models import Topic, one_act, undone
from alima_site.editorial.models.acts import author
from tests.factories import make_topic

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor():
    return User.objects.create_user("editor")


def kinds(record):
    return [row.history_type for row in record.history.all()]


def test_what_is_undone_leaves_neither_record_nor_row(editor):
    topic = make_topic()
    with one_act(editor):
        with undone():
            topic.name_en = "Only looked at"
            topic.save()
            make_topic(slug="never-was")
        assert author() == editor
    assert kinds(topic) == ["+"]
    assert not Topic.objects.filter(slug="never-was").exists()
    assert not Topic.history.filter(slug="never-was").exists()
