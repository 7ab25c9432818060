"""What is worked out once is forgotten as soon as public content differs."""

import datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from django.utils.translation import override

from alima_site.delivery.kept import kept
from alima_site.editorial.models import Topic
from tests.factories import make_topic

pytestmark = pytest.mark.django_db


def slugs():
    return sorted(Topic.objects.published().values_list("slug", flat=True))


def known():
    return kept("slugs", slugs)


def test_it_is_asked_for_once_and_again_after_a_change():
    make_topic(slug="first")
    assert "first" in known()
    with CaptureQueriesContext(connection) as queries:
        known()
    assert len(queries) == 1
    assert "SELECT" in queries[0]["sql"]
    make_topic(slug="second")
    assert "second" in known()
    Topic.objects.filter(slug="first").update(state="draft")
    assert "first" not in known()


def test_it_ends_at_the_minute_at_which_something_becomes_public(monkeypatch):
    now = timezone.now()
    make_topic(slug="soon", publish_at=now + datetime.timedelta(minutes=1))
    assert "soon" not in known()
    later = now + datetime.timedelta(minutes=1, seconds=1)
    monkeypatch.setattr(timezone, "now", lambda: later)
    assert "soon" in known()
    monkeypatch.setattr(timezone, "now", lambda: now)
    assert "soon" not in known()


def test_each_language_has_its_own():
    with override("fr"):
        assert kept("language", lambda: "fr") == "fr"
    with override("en"):
        assert kept("language", lambda: "en") == "en"
    with override("fr"):
        assert kept("language", lambda: "anything") == "fr"
