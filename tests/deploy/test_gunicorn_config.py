"""How the server starts, and what it does before anybody asks."""

import signal
import sys

import pytest

from alima_site.deploy import gunicorn_config
from alima_site.deploy.gunicorn_config import when_ready


@pytest.fixture
def started(monkeypatch):
    """The commands that were begun."""
    commands = []
    monkeypatch.setattr(
        gunicorn_config.subprocess, "Popen", lambda command, **options: commands.append(command)
    )
    monkeypatch.delenv("WARM", raising=False)
    monkeypatch.delenv("OLD_WORKERS", raising=False)
    return commands


def test_every_page_is_made_before_anybody_asks(started):
    when_ready(None)
    assert [command[-3:] for command in started] == [[sys.executable, "manage.py", "warm"]]


def test_a_server_that_is_told_not_to_makes_none(started, monkeypatch):
    monkeypatch.setenv("WARM", "0")
    when_ready(None)
    assert not started


def test_the_workers_of_the_generation_before_are_sent_home_once(started, monkeypatch):
    sent = []

    def kill(number, sign):
        sent.append((number, sign))
        if number == 11:
            raise ProcessLookupError  # it has gone by itself

    monkeypatch.setattr(gunicorn_config.os, "kill", kill)
    monkeypatch.setenv("OLD_WORKERS", "11 12")
    when_ready(None)
    when_ready(None)
    assert sent == [(11, signal.SIGTERM), (12, signal.SIGTERM)]
