"""The series: an announcement today, an episode at its minute later."""

from datetime import timedelta
from unittest.mock import patch

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from partners.models import Series
from tests.factories import make_episode

pytestmark = pytest.mark.django_db
ADDRESS = "/en/stronger-together/"


def made(**given):
    return make_episode(series=Series.objects.get(), slug="first", number=1, **given)


def test_the_page_says_that_only_the_announcement_is_known(client):
    page = client.get(ADDRESS).content.decode()
    assert "Announced, not found" in page
    assert "none yet" in page


def test_an_episode_appears_at_its_minute_and_not_before(client):
    minute = timezone.now() + timedelta(days=3)
    episode = made(title_en="Zwischenruf", publish_at=minute)
    for moment, status in ((minute - timedelta(seconds=1), 404), (minute, 200)):
        with patch.object(timezone, "now", return_value=moment):
            assert client.get(f"{ADDRESS}first/").status_code == status
            listed = "Zwischenruf" in client.get(ADDRESS).content.decode()
            assert listed == (status == 200)
    assert episode.release == timezone.localdate(minute).isoformat()


def test_an_episode_shows_what_is_known_of_it(client):
    made(
        released="2024-02-22", speakers="Awa; Moussa", length=12, english_captions=True,
        video_url="https://www.video.example/1", transcript_en="<p>Word for word</p>",
    )  # fmt: skip
    page = client.get(f"{ADDRESS}first/").content.decode()
    for words in ("22\xa0February 2024", "Awa · Moussa", "12 minutes", "English", "Word for word"):
        assert words in page
    assert "Watch the film on video.example" in page
    assert "<iframe" not in page
    assert "Captions" in page


def test_an_episode_without_film_and_transcript_says_so(client):
    made()
    page = client.get(f"{ADDRESS}first/").content.decode()
    assert "The address of the film is not published." in page
    assert page.count("not published") >= 5


def test_a_film_of_a_day_to_come_waits_for_its_day():
    tomorrow = (timezone.localdate() + timedelta(days=1)).isoformat()
    episode = made(released=tomorrow)
    episode.full_clean()
    assert timezone.localtime(episode.publish_at).isoformat().startswith(f"{tomorrow}T00:00")
    episode.publish_at = timezone.now()
    with pytest.raises(ValidationError, match="before the film is released"):
        episode.full_clean()


@pytest.mark.parametrize("released", ["", "2019", "2024-02", "2024-02-22"])
def test_a_past_or_unknown_release_keeps_nobody_waiting(released):
    episode = made(released=released)
    episode.full_clean()
    assert episode.publish_at is None
