"""The day an episode is dated by, and the day from which it is shown."""

import datetime

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from partners.models import Episode


def episode(**given):
    return Episode(
        **{"number": 3, "slug": "a-film", "title_fr": "Un film", "title_en": "A film"} | given
    )


def test_a_printed_date_is_stronger_than_the_moment_the_page_appeared():
    moment = datetime.datetime(2024, 5, 1, 12, tzinfo=datetime.UTC)
    assert episode(released="2024-02", publish_at=moment).release == "2024-02"
    assert episode(publish_at=moment).release == "2024-05-01"
    assert episode().release == ""


def test_a_film_of_today_needs_not_wait():
    film = episode(released=timezone.localdate().isoformat())
    film._wait_for_release()
    assert film.publish_at is None


def test_a_page_that_appears_after_the_release_is_right():
    tomorrow = timezone.now() + datetime.timedelta(days=1)
    film = episode(released=timezone.localdate(tomorrow).isoformat(), publish_at=tomorrow)
    film._wait_for_release()
    assert film.publish_at == tomorrow


def test_a_page_that_appears_before_the_release_is_refused_at_its_field():
    film = episode(released="2999-01-01", publish_at=timezone.now())
    with pytest.raises(ValidationError) as caught:
        film._wait_for_release()
    assert list(caught.value.message_dict) == ["publish_at"]
