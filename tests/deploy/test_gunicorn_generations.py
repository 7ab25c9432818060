"""The next generation of the server takes over from the one before."""

from types import SimpleNamespace

import pytest

from alima_site.deploy import gunicorn_config
from alima_site.deploy.gunicorn_config import on_reload


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
