"""Two versions of a record are compared, and only those it has."""

import pytest

from tests.editorial.versions import renamed
from tests.factories import make_topic
from tests.newsroom import address, somebody

pytestmark = pytest.mark.django_db


@pytest.fixture
def publisher():
    return somebody("publisher")


def test_two_versions_are_compared_the_older_first_however_asked(publisher):
    topic = make_topic()
    first, second = renamed(topic, "First"), renamed(topic, "Second")
    for a, b in ((first, second), (second, first)):
        page = publisher.get(address(topic, "compare"), {"a": a, "b": b})
        (change,) = page.context["changes"]
        assert (change.before, change.after) == ("First", "Second")


@pytest.mark.parametrize("numbers", [{}, {"a": "x", "b": "²"}, {"a": "0"}], ids=str)
def test_versions_that_are_none_are_not_found(publisher, numbers):
    assert publisher.get(address(make_topic(), "compare"), numbers).status_code == 404


def test_a_version_of_another_record_is_not_found(publisher):
    other = make_topic().history.first().history_id
    topic = make_topic()
    assert publisher.get(address(topic, "compare"), {"a": other}).status_code == 404
    assert publisher.get(address(topic, "version", other)).status_code == 404
