"""Steps: what each role may do with a record in each state."""

import pytest

from alima_site.editorial.models import Topic
from tests.editorial.steps import state_of, step
from tests.factories import make_topic
from tests.newsroom import address, opened, somebody

pytestmark = pytest.mark.django_db


def test_a_record_goes_from_draft_to_archive_and_back():
    publisher, topic = somebody("publisher"), make_topic(state="draft")
    for name, state in (
        ("submit", "in_review"), ("publish", "published"), ("archive", "archived"),
        ("unarchive", "draft"),
    ):  # fmt: skip
        more = {"_confirmed": "1"} if name == "archive" else {}
        assert step(publisher, topic, name, **more).status_code == 302
        assert state_of(topic) == state


def test_a_writer_submits_but_does_not_publish_by_any_door():
    writer, topic = somebody("writer"), make_topic(state="draft")
    assert step(writer, topic, "submit").status_code == 302
    assert step(writer, topic, "publish").status_code == 403
    url = address(topic, "change")
    writer.post(url, opened(writer, url) | {"state": "published"})
    action = {"action": "publish", "_selected_action": topic.pk, "index": "0"}
    writer.post(address(topic, "changelist"), action)
    assert state_of(topic) == "in_review"


def test_a_writer_reads_what_is_published_and_cannot_touch_it():
    writer, topic = somebody("writer"), make_topic()
    url = address(topic, "change")
    assert writer.get(url).status_code == 200
    assert writer.post(url, {"name_en": "Mine"}).status_code == 403
    for name in ("redraft", "archive"):
        writer.post(
            address(topic, "changelist"),
            {"action": name, "_selected_action": topic.pk, "index": "0", "_confirmed": "1"},
        )
    assert state_of(topic) == "published"


def test_only_administrators_delete():
    topic = make_topic()
    assert somebody("publisher").post(address(topic, "delete"), {"post": "y"}).status_code == 403
    somebody("administrator").post(address(topic, "delete"), {"post": "y"})
    assert not Topic.objects.filter(pk=topic.pk).exists()
