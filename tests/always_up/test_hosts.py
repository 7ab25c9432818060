"""Two hosts that share a database, and a Redis or not: an edit on one is seen on both."""

import time
import urllib.request
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from functools import partial

import pytest

from alima_site.delivery.state import LOOK_EVERY
from tests.always_up.editor import Editor, prepare
from tests.always_up.servers import LOCAL, Gunicorn, environment, gunicorn, needs, redis

PAGES = ("/en/topics/made-0/", "/fr/themes/made-0/")
SEEN_WITHIN = 1.0  # seconds
ASKED = 6  # times, each on a connection of its own, so that every worker is asked


@pytest.fixture(params=["redis", pytest.param("files of their own", marks=pytest.mark.audit)])
def hosts(request, database, tmp_path):
    """Two application processes with folders of their own."""
    with ExitStack() as stack:
        shared = {}
        if request.param == "redis":
            needs("redis-server")
            shared = {"CACHE_URL": stack.enter_context(redis(tmp_path))}
        found = []
        for name in ("first", "second"):
            directory = tmp_path / name
            directory.mkdir()
            settings = environment(directory, database, **LOCAL, **shared)
            found.append(stack.enter_context(gunicorn(settings, directory)))
        yield found, prepare(settings)[0]


def text(host: Gunicorn, path: str) -> str:
    with urllib.request.urlopen(host.url + path, timeout=30) as answer:
        return answer.read().decode()


@pytest.mark.parametrize("edits", [4, pytest.param(200, marks=pytest.mark.audit)])
def test_an_edit_on_one_host_is_on_both_within_a_second(hosts, edits):
    hosts, path = hosts
    first = Editor(hosts[0].url)
    editors = [first, Editor(hosts[1].url, first)]
    oldest = 0.0
    for number in range(edits):
        name = f"The topic at edit {number}."
        status, said = editors[number % 2].edit(path, name_en=name, name_fr=name)
        saved = time.monotonic()
        assert status == 302, said
        with ThreadPoolExecutor() as both:
            oldest = max(oldest, *both.map(partial(seen_after, name=name, saved=saved), hosts))
        assert all(
            name in text(host, page) for host in hosts for page in PAGES for _ in range(ASKED)
        )
    assert oldest < SEEN_WITHIN


def seen_after(host: Gunicorn, *, name: str, saved: float) -> float:
    """How long after it was saved somebody who asked a host was still told the old name."""
    last_old = saved
    while (asked := time.monotonic()) < max(saved, last_old) + LOOK_EVERY:
        if name not in text(host, PAGES[0]):
            last_old = asked
    return last_old - saved
