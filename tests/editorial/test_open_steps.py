"""Which steps are open to whom, by the state of a record and the rights of a user."""

import datetime

import pytest
from django.utils import timezone
from django.utils.translation import override

from alima_site.editorial.models import AuditEntry, Topic
from alima_site.editorial.states import BY_NAME, in_words, is_locked_for, steps_for


class Somebody:
    def __init__(self, *actions):
        self.rights = {f"editorial.{action}_topic" for action in actions}

    def has_perm(self, name):
        return name in self.rights


WRITER = Somebody("add", "change")
PUBLISHER = Somebody("add", "change", "publish")


@pytest.mark.parametrize(
    ("state", "writer", "publisher"),
    [
        ("draft", ["submit", "archive"], ["submit", "publish", "archive"]),
        ("in_review", ["redraft", "archive"], ["publish", "redraft", "archive"]),
        ("published", [], ["redraft", "archive"]),
        ("archived", ["unarchive"], ["unarchive"]),
    ],
)
def test_each_state_opens_its_steps_and_what_is_public_is_for_publishers(state, writer, publisher):
    topic = Topic(pk=1, state=state)
    assert [step.name for step in steps_for(WRITER, topic)] == writer
    assert [step.name for step in steps_for(PUBLISHER, topic)] == publisher


def test_a_new_record_is_submitted_by_who_may_add_and_a_saved_one_by_who_may_change():
    submit = BY_NAME["submit"]
    assert submit.is_open_to(Somebody("add"), Topic())
    assert not submit.is_open_to(Somebody("change"), Topic())
    assert submit.is_open_to(Somebody("change"), Topic(pk=1))
    assert not submit.is_open_to(Somebody("add"), Topic(pk=1))


def test_who_may_only_publish_sends_nothing_to_review():
    assert [step.name for step in steps_for(Somebody("publish"), Topic(pk=1))] == ["publish"]


def test_only_what_is_on_the_site_is_taken_off_it():
    public, draft = Topic(state="published"), Topic(state="draft")
    taken = [name for name, step in BY_NAME.items() if step.takes_off_the_site(public)]
    assert taken == ["submit", "redraft", "archive", "unarchive"]
    assert not any(step.takes_off_the_site(draft) for step in BY_NAME.values())


def test_what_is_published_is_locked_for_those_who_do_not_publish():
    assert is_locked_for(WRITER, Topic(state="published"))
    assert not is_locked_for(PUBLISHER, Topic(state="published"))
    assert not is_locked_for(WRITER, Topic(state="in_review"))
    assert not is_locked_for(WRITER, AuditEntry())


@pytest.mark.parametrize(
    ("state", "publish_in", "expire_in", "words"),
    [
        ("published", None, None, "published"),
        ("published", 1, None, "scheduled"),
        ("published", -2, -1, "taken down"),
        ("published", 1, 2, "scheduled"),
        ("draft", 1, None, "draft"),
        ("archived", -2, -1, "archived"),
    ],
)
def test_a_state_is_told_as_readers_meet_it(state, publish_in, expire_in, words):
    def moment(days):
        return days and timezone.now() + datetime.timedelta(days=days)

    topic = Topic(state=state, publish_at=moment(publish_in), expire_at=moment(expire_in))
    with override("en"):
        assert in_words(topic) == words
