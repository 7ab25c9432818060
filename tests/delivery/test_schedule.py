"""The moments at which public pages change by themselves, and what counts as one."""

import datetime

import pytest

from alima_site.delivery.models import ContentState
from alima_site.delivery.state import Schedule, moments, schedule, watched_models
from alima_site.editorial.models import Topic
from alima_site.portal.models import Message
from tests.factories import make_message, make_partner, make_topic

NOON = datetime.datetime(2026, 3, 1, 12, tzinfo=datetime.UTC)
MINUTE = datetime.timedelta(minutes=1)


@pytest.mark.parametrize(
    ("ahead", "now", "holds"),
    [
        (None, NOON, True),
        (None, NOON + 1000 * MINUTE, True),
        (NOON + MINUTE, NOON, True),
        (NOON + MINUTE, NOON + MINUTE, False),
        (None, NOON - MINUTE, False),
    ],
)
def test_it_holds_from_when_it_was_asked_to_the_next_moment(ahead, now, holds):
    assert Schedule("a stamp", NOON, None, ahead).holds(now) is holds


@pytest.mark.django_db
def test_it_knows_the_latest_moment_that_passed_and_the_next_one_of_all_kinds():
    make_partner(publish_at=NOON - 3 * MINUTE, expire_at=NOON + 9 * MINUTE)
    make_topic(publish_at=NOON - 2 * MINUTE, expire_at=NOON + 5 * MINUTE)
    found = schedule(NOON)
    assert (found.passed, found.ahead) == (NOON - 2 * MINUTE, NOON + 5 * MINUTE)


@pytest.mark.django_db
def test_the_moment_itself_has_passed():
    make_topic(publish_at=NOON)
    assert schedule(NOON).passed == NOON


@pytest.mark.django_db
def test_where_nothing_was_ever_changed_there_is_a_schedule_all_the_same():
    ContentState.objects.all().delete()
    assert schedule(NOON).stamp == ""


def test_when_something_was_written_down_is_no_moment_at_which_pages_change():
    names = {field.name for _model, field in moments()}
    assert names >= {"publish_at", "expire_at"}
    assert not names & {"created_at", "updated_at", "history_date"}


def test_what_visitors_write_is_no_page():
    assert Topic in watched_models()
    assert Message not in watched_models()


@pytest.mark.django_db
def test_a_message_of_a_visitor_voids_no_page():
    make_topic()
    stamp = schedule(NOON).stamp
    make_message().delete()
    assert schedule(NOON).stamp == stamp
