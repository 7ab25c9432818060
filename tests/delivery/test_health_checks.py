"""The bounds of what makes the site fit to serve, and who may ask."""

import shutil
from collections import namedtuple

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from alima_site.delivery.health import disk_has_room, holds

MEGABYTE = 1024 * 1024


@pytest.mark.parametrize(
    ("free", "has_room"), [(200 * MEGABYTE, True), (200 * MEGABYTE - 1, False), (0, False)]
)
def test_the_disk_has_room_up_to_the_last_megabyte_asked_for(settings, monkeypatch, free, has_room):
    settings.MIN_FREE_DISK_MB = 200
    usage = namedtuple("usage", "free")(free)
    monkeypatch.setattr(shutil, "disk_usage", lambda path: usage)
    assert disk_has_room() is has_room


def test_a_check_that_cannot_be_made_does_not_hold_and_is_told_in_the_log(caplog):
    def breaks():
        raise OSError("no such disk")

    assert holds(breaks) is False
    assert "no such disk" in caplog.text


@pytest.mark.django_db
@pytest.mark.parametrize("address", ["/healthz", "/readyz"])
def test_it_is_never_kept_and_only_asked(address):
    client = Client()
    assert "no-store" in client.get(address)["Cache-Control"]
    assert client.head(address).status_code == 200
    assert client.post(address).status_code == 405


@pytest.mark.django_db
def test_that_the_process_lives_is_asked_of_nothing_else():
    with CaptureQueriesContext(connection) as queries:
        answer = Client().get("/healthz")
    assert (answer.content, len(queries)) == (b"ok\n", 0)
