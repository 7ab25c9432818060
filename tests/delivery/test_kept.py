"""What is worked out once is forgotten as soon as public content differs."""

import datetime

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from django.utils.translation import override

from alima_site.delivery import kept as kept_module
from alima_site.delivery.kept import content_state, kept, kept_part
from alima_site.editorial.models import Topic
from alima_site.editorial.preview import Bar, page_of
from programs.models import CountryProgramme
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


NIGER = "/fr/programmes/niger/"


def queries_of(address, **headers):
    with CaptureQueriesContext(connection) as queries:
        response = Client().get(address, headers=headers)
    return len(queries), response.content.decode()


def tell(story):
    programme = CountryProgramme.objects.get(slug="niger")
    programme.story_fr = story
    programme.save()


def test_a_page_is_put_together_from_its_part_until_content_changes():
    tell("A first story.")
    first, page = queries_of(NIGER)
    second, same = queries_of(NIGER)
    assert second < first
    assert same == page
    assert "A first story." in page
    tell("A second story.")
    assert "A second story." in queries_of(NIGER)[1]


@pytest.mark.parametrize(
    "headers", [{"host": "other.example"}, {"save-data": "on"}, {"x-forwarded-proto": "https"}]
)
def test_readers_of_another_kind_have_a_part_of_their_own(settings, headers):
    settings.ALLOWED_HOSTS = ["*"]
    settings.SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    make_topic(slug="another-state")
    queries_of(NIGER)
    from_the_part, _page = queries_of(NIGER)
    assert queries_of(NIGER, **headers)[0] > from_the_part
    assert queries_of(NIGER, **headers)[0] == from_the_part


def test_nothing_of_a_preview_is_kept(rf):
    programme = CountryProgramme.objects.get(slug="niger")
    programme.story_fr = "Nobody may read this yet."
    before = dict(kept_module._parts)
    page = page_of(programme, "fr", rf.get("/"), Bar("draft"))
    assert "Nobody may read this yet." in page.content.decode()
    assert kept_module._parts == before
    assert "Nobody may read this yet." not in queries_of(NIGER)[1]


def test_only_the_latest_parts_are_held(monkeypatch):
    monkeypatch.setattr(kept_module, "PARTS", 2)
    state = content_state()
    for key in ("a", "b", "a", "c"):
        kept_part(state, key, lambda: "first")
    found = {key: kept_part(state, key, lambda: "second") for key in ("a", "c", "b")}
    assert found == {"a": "first", "c": "first", "b": "second"}
