"""How the server starts, is replaced by its next generation, and what it writes down."""

import json
import logging
import signal
import sys
from types import SimpleNamespace

import pytest
from gunicorn.config import Config

from alima_site.deploy import gunicorn_config
from alima_site.deploy.gunicorn_config import logger_class, on_reload, when_ready


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


@pytest.fixture
def next_one(monkeypatch, tmp_path):
    """The environment of the program that takes a server's place, by how it got its sockets."""

    def next_one(systemd):
        found, moved = [], []
        monkeypatch.setattr(gunicorn_config.os, "execve", lambda _p, _c, env: found.append(env))
        monkeypatch.setattr(gunicorn_config.os, "dup2", lambda old, new: moved.append((old, new)))
        monkeypatch.setattr(gunicorn_config.os, "chdir", lambda folder: None)
        listeners = [SimpleNamespace(fileno=lambda number=n: number) for n in (9, 7)]
        on_reload(
            SimpleNamespace(
                WORKERS={11: None, 12: None}, LISTENERS=listeners, systemd=systemd,
                START_CTX={"cwd": tmp_path}, cfg=SimpleNamespace(env_orig={"LANG": "C"}),
            )
        )  # fmt: skip
        return found[0], moved

    return next_one


def test_the_next_generation_takes_the_sockets_and_knows_whom_to_send_home(next_one):
    environment, moved = next_one(systemd=False)
    assert environment["GUNICORN_FD"] == "7,9"
    assert environment["OLD_WORKERS"] == "11 12"
    assert environment["LANG"] == "C"
    assert not moved


def test_under_systemd_the_sockets_are_counted_from_the_third(next_one):
    environment, moved = next_one(systemd=True)
    assert moved == [(7, 3), (9, 4)]
    assert environment["LISTEN_FDS"] == "2"
    assert "GUNICORN_FD" not in environment


def test_a_warning_is_one_json_object_without_the_visitors_address(monkeypatch):
    lines = []
    logger = logger_class(Config())
    for handler in logger.error_log.handlers:
        monkeypatch.setattr(
            handler, "emit", lambda record, by=handler: lines.append(by.format(record))
        )
    logger.error_log.setLevel(logging.WARNING)
    logger.warning("Invalid request from ip=41.202.1.1: %s", "no method")
    said = json.loads(lines[0])
    assert said["message"] == "Invalid request from somebody: no method"
