"""The database stops, a worker is killed, the site is reloaded, all under load: nobody notices."""

import ssl
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from typing import NamedTuple

import pytest

from tests.always_up.load import READERS, Load, reading
from tests.always_up.servers import AS_PROXY, Gunicorn, addresses, needs, nginx, until
from tests.postgresql import Server


class Plan(NamedTuple):
    """When, in seconds: the database stops, a worker is killed, the database starts, all ends."""

    stops: float
    kill: float
    starts: float
    end: float
    pages: int | None  # how many of the site's pages; all


SHORT = Plan(stops=2, kill=4, starts=6, end=12, pages=60)
LONG = Plan(stops=20, kill=30, starts=40, end=60, pages=None)
PLANS = [
    pytest.param(SHORT, id="short"),
    pytest.param(LONG, id="long", marks=pytest.mark.audit),
]
FRESH_WITHIN = 5  # seconds


class Site(NamedTuple):
    """One way to reach the site: through nginx, or gunicorn alone."""

    gunicorn: Gunicorn
    url: str
    headers: dict[str, str]

    def load(self, pages: int | None = None):
        paths = addresses(self.gunicorn)[:pages]
        visit(self, paths)
        return reading(self.url, paths, self.headers)


def visit(site: Site, paths: list[str]) -> None:
    """Each page is seen once before."""
    load = Load(site.url, paths, site.headers)
    connection = load._connect()
    for path in paths:
        connection.request("GET", path, headers=load.headers)
        response = connection.getresponse()
        response.read()
        assert response.status == 200, path


@pytest.fixture
def behind_nginx(site, tmp_path) -> Iterator[Site]:
    needs("nginx", "openssl")
    with nginx(site, tmp_path) as url:
        yield Site(site, url, {})


@pytest.fixture
def alone(site) -> Site:
    return Site(site, site.url, AS_PROXY)


@contextmanager
def stopped(server: Server) -> Iterator[None]:
    server.stop()
    try:
        yield
    finally:
        server.start()


def kill_run(site: Site, server: Server, plan: Plan) -> Load:
    with site.load(plan.pages) as load:
        load.wait_until(plan.stops)
        with stopped(server):
            load.wait_until(plan.kill)
            site.gunicorn.kill_a_worker()
            load.wait_until(plan.starts)
        load.wait_until(plan.end)
    return load


@pytest.mark.parametrize("plan", PLANS)
def test_behind_nginx_every_answer_is_a_page(behind_nginx, postgresql, plan):
    load = kill_run(behind_nginx, postgresql, plan)
    assert not load.failed()
    assert load.saved(), "the copies say that they are copies"
    assert max(load.saved()) < plan.starts + FRESH_WITHIN
    assert len(load.answers) > plan.end * READERS


@pytest.mark.parametrize("plan", PLANS)
def test_gunicorn_alone_loses_only_what_the_killed_worker_held(alone, postgresql, plan):
    load = kill_run(alone, postgresql, plan)
    lost = load.failed()
    assert all(plan.kill <= answer.at < plan.kill + 1 for answer in lost), lost
    assert len(lost) <= READERS
    assert load.saved()
    assert max(load.saved()) < plan.starts + FRESH_WITHIN


@pytest.mark.parametrize("way", ["behind_nginx", "alone"])
@pytest.mark.parametrize("reloads", [1, pytest.param(5, marks=pytest.mark.audit)])
def test_a_reload_under_load_refuses_nobody(request, way, reloads):
    site = request.getfixturevalue(way)
    with site.load(pages=30) as load:
        for number in range(1, reloads + 1):
            before = set(site.gunicorn.workers())
            load.wait_until(number)
            site.gunicorn.reload()
            until(lambda: not before & set(site.gunicorn.workers()), 40, "the old workers leave")  # noqa: B023
        load.wait_until(load.now() + 1)
    assert not load.failed()


def test_without_its_database_the_newsroom_says_so(behind_nginx, postgresql):
    trusting = ssl._create_unverified_context()
    assert get(behind_nginx, "/admin/login/", trusting)[0] == 200
    with stopped(postgresql):
        status, text = get(behind_nginx, "/admin/login/", trusting)
        assert status == 503
        assert "momentanément indisponible" in text
    assert get(behind_nginx, "/admin/login/", trusting)[0] == 200


def get(site: Site, path: str, context: ssl.SSLContext) -> tuple[int, str]:
    try:
        with urllib.request.urlopen(site.url + path, timeout=30, context=context) as answer:
            return answer.status, answer.read().decode()
    except urllib.error.HTTPError as error:
        return error.code, error.read().decode()
