"""The database stops, a worker is killed, the site is reloaded, all under load: nobody notices."""

import os
import signal
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from typing import NamedTuple

import pytest

from tests.always_up.load import READERS, Load, Site, reading
from tests.always_up.proxy import CERTIFICATE, nginx
from tests.always_up.servers import (
    AS_PROXY,
    addresses,
    children,
    environment,
    gunicorn,
    needs,
    until,
)
from tests.postgresql import Server


class Plan(NamedTuple):
    """
    When, in seconds: the database stops, a worker is killed, the database starts, all ends; and
    how soon after it started pages are fresh again. The short run measures no speed.
    """

    stops: float
    kill: float
    starts: float
    end: float
    pages: int | None  # how many of the site's pages; all
    fresh_within: float


SHORT = Plan(stops=1, kill=2.5, starts=4, end=8, pages=60, fresh_within=40)
LONG = Plan(stops=20, kill=30, starts=40, end=60, pages=None, fresh_within=5)
PLANS = [
    pytest.param(SHORT, id="short"),
    pytest.param(LONG, id="long", marks=pytest.mark.audit),
]
FRESH_WITHIN = LONG.fresh_within


def load(site: Site, pages: int | None = None) -> AbstractContextManager[Load]:
    """Readers of so many pages, each of which was seen once before."""
    paths = addresses(site.gunicorn)[:pages]
    for path in paths:
        assert site.get(path)[0] == 200, path
    return reading(site, paths)


@pytest.fixture
def behind_nginx(site, tmp_path) -> Iterator[Site]:
    needs("nginx", "openssl")
    with nginx(site, tmp_path) as url:
        yield Site(site, url, {}, str(tmp_path / CERTIFICATE))


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


@contextmanager
def frozen(server: Server) -> Iterator[None]:
    """It is there, and neither answers nor refuses."""
    main = int((server.directory / "data" / "postmaster.pid").read_text().split()[0])
    processes = [main, *children(main)]
    for process in processes:
        os.kill(process, signal.SIGSTOP)
    try:
        yield
    finally:
        for process in processes:
            os.kill(process, signal.SIGCONT)


def kill_run(site: Site, server: Server, plan: Plan) -> Load:
    with load(site, plan.pages) as run:
        run.wait_until(plan.stops)
        with stopped(server):
            run.wait_until(plan.kill)
            site.gunicorn.kill_a_worker()
            run.wait_until(plan.starts)
        run.wait_until(plan.end)
        until(
            lambda: run.now() - max(run.saved(), default=0) > 1,
            plan.fresh_within,
            "pages are fresh",
        )
    return run


@pytest.mark.parametrize("plan", PLANS)
def test_behind_nginx_every_answer_is_a_page(behind_nginx, postgresql, plan):
    run = kill_run(behind_nginx, postgresql, plan)
    assert not run.failed()
    assert run.saved(), "the copies say that they are copies"
    assert max(run.saved()) < plan.starts + plan.fresh_within
    assert len(run.answers) > plan.end * READERS


@pytest.mark.parametrize("plan", PLANS)
def test_gunicorn_alone_loses_only_what_the_killed_worker_held(alone, postgresql, plan):
    run = kill_run(alone, postgresql, plan)
    lost = run.failed()
    assert all(plan.kill <= answer.at < plan.kill + 1 for answer in lost), lost
    assert len(lost) <= READERS
    assert run.saved()
    assert max(run.saved()) < plan.starts + plan.fresh_within


@pytest.mark.parametrize(
    ("way", "reloads"),
    [
        ("behind_nginx", 1),
        pytest.param("behind_nginx", 5, marks=pytest.mark.audit),
        pytest.param("alone", 5, marks=pytest.mark.audit),
    ],
)
def test_a_reload_under_load_refuses_nobody(request, way, reloads):
    site = request.getfixturevalue(way)
    with load(site, pages=30) as run:
        for number in range(1, reloads + 1):
            before = set(site.gunicorn.workers())
            run.wait_until(number)
            site.gunicorn.reload()
            until(lambda: not before & set(site.gunicorn.workers()), 40, "the old workers leave")  # noqa: B023
            until(lambda: len(site.gunicorn.workers()) >= 2, 40, "new ones are there")
            assert site.gunicorn.is_a_new_program()
        run.wait_until(run.now() + 1)
    assert not run.failed()


def test_without_its_database_the_newsroom_says_so(behind_nginx, postgresql):
    assert behind_nginx.get("/admin/login/")[0] == 200
    with stopped(postgresql):
        status, text = behind_nginx.get("/admin/login/")
        assert status == 503
        assert "momentanément indisponible" in text
    assert behind_nginx.get("/admin/login/")[0] == 200


@pytest.mark.audit
@pytest.mark.parametrize("way", ["behind_nginx", "alone"])
def test_a_database_that_hangs_keeps_neither_readers_nor_staff_waiting(request, postgresql, way):
    site = request.getfixturevalue(way)
    with load(site, pages=60) as run:
        run.wait_until(1)
        with frozen(postgresql):
            froze = run.now()
            assert site.get("/admin/login/")[0] == 503
            run.wait_until(froze + 15)
        thawed = run.now()
        run.wait_until(thawed + 2 * FRESH_WITHIN)
    assert not run.failed()
    assert min(run.saved()) < froze + FRESH_WITHIN
    assert max(run.saved()) < thawed + FRESH_WITHIN


@pytest.mark.audit
def test_pages_that_nobody_asked_for_were_made_at_the_start(database, postgresql, tmp_path):
    settings = environment(tmp_path, database, WARM="1")
    with gunicorn(settings, tmp_path) as started:
        site = Site(started, started.url, AS_PROXY)
        paths = addresses(started)
        until(lambda: not started.is_warming(), 900, "warming ends")
        with stopped(postgresql):
            answers = {path: site.get(path) for path in paths}
    assert [path for path, (status, _text) in answers.items() if status != 200] == []
    assert all("notice--saved" in text for _status, text in answers.values())
