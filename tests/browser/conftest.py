"""
The site as visitors meet it (gunicorn, hashed files, real content), and a browser.

A test asks for `page`, a new visitor whose addresses are relative to the site:
`page.goto("/fr/")`. What goes wrong on the way gathers in `page.problems`.
"""

import fcntl
import os
import socket
import sqlite3
import subprocess
import sys
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, Request, sync_playwright

from tests.browser import chromium

HERE = Path(__file__).parent
ROOT = HERE.parent.parent


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark the tests here; run them last, as Django refuses its database beside an open browser."""
    for item in items:
        if item.path.is_relative_to(HERE):
            item.add_marker("browser")
    items.sort(key=lambda item: item.path.is_relative_to(HERE))


@dataclass(frozen=True)
class Site:
    url: str
    admin_user: str
    admin_password: str
    environment: dict[str, str]


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """A site of the worker's own, with the content."""
    with copy_of(filled(tmp_path_factory), tmp_path_factory.mktemp("site")) as copy:
        yield copy


def filled(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """Content and an account, to be copied; the worker that comes first makes it for all."""
    directory = tmp_path_factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        directory = directory.parent
    database, password = directory / "db.sqlite3", "a long password of nobody"
    environment = os.environ | {
        "DJANGO_SETTINGS_MODULE": "alima_site.settings",
        "DATABASE_URL": f"sqlite:///{database}",
        "CACHE_URL": f"filecache://{directory / 'cache'}",
        "DJANGO_SUPERUSER_PASSWORD": password,
    }
    # Here the files have their hashed names, as in production.
    del environment["STATICFILES_STORAGE"]

    def run(*arguments: str) -> None:
        subprocess.run([sys.executable, *arguments], cwd=ROOT, env=environment, check=True)

    with (directory / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not database.exists():
            if not (ROOT / "var" / "static" / "staticfiles.json").exists():
                run("manage.py", "collectstatic", "--noinput", "--verbosity=0")
            run("-m", "tests.browser.content")
    return Site("", "admin", password, environment)


@contextmanager
def copy_of(site: Site, directory: Path) -> Iterator[Site]:
    """Another site with the same content and accounts, to use or to spoil."""
    copy = directory / "db.sqlite3"
    original = site.environment["DATABASE_URL"].removeprefix("sqlite:///")
    with closing(sqlite3.connect(original)) as source, closing(sqlite3.connect(copy)) as target:
        source.backup(target)
    environment = site.environment | {
        "DATABASE_URL": f"sqlite:///{copy}",
        "CACHE_URL": f"filecache://{directory / 'cache'}",
        "MEDIA_ROOT": str(directory / "media"),
    }
    with gunicorn(environment, directory / "gunicorn.log") as url:
        yield Site(url, site.admin_user, site.admin_password, environment)


@contextmanager
def gunicorn(environment: dict[str, str], log: Path) -> Iterator[str]:
    """The address of a server that answers."""
    command = [sys.executable, "-m", "gunicorn", "alima_site.wsgi", "--no-control-socket"]
    command += ["--workers=2", "--worker-class=gthread", "--threads=4"]
    # It is handed an open socket: no port to lose to another process, nothing to poll for.
    with socket.create_server(("127.0.0.1", 0)) as listener, log.open("w") as output:
        url = f"http://127.0.0.1:{listener.getsockname()[1]}"
        handle = listener.fileno()
        server = subprocess.Popen(
            [*command, f"--bind=fd://{handle}"],
            cwd=ROOT,
            env=environment,
            pass_fds=[handle],
            stdout=output,
            stderr=output,
        )
    try:
        wait_for_answer(f"{url}/fr/", log)
        yield url
    finally:
        server.terminate()
        try:
            server.wait(10)
        except subprocess.TimeoutExpired:
            server.kill()


def wait_for_answer(url: str, log: Path) -> None:
    try:
        urllib.request.urlopen(url, timeout=30).close()
    except urllib.error.HTTPError:
        pass  # An answer, too: the tests will say what is wrong with it.
    except OSError as error:
        pytest.fail(f"The site did not start ({error}):\n{log.read_text()[-3000:]}")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    path = chromium()
    if path is None:
        pytest.skip("Chromium is not installed")
    # No sandbox: it does not start as root. The rest keeps it from calling its maker.
    options = [
        "--no-sandbox",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-gpu",
        "--disable-quic",
        "--disable-sync",
        "--no-first-run",
    ]
    with sync_playwright() as playwright:
        chrome = playwright.chromium.launch(executable_path=path, args=options)
        yield chrome
        chrome.close()


@pytest.fixture
def page(browser: Browser, site: Site) -> Iterator[Page]:
    with new_page(browser, site) as page:
        yield page


@contextmanager
def new_page(browser: Browser, site: Site, **options: Any) -> Iterator[Page]:
    context = browser.new_context(base_url=site.url, locale="fr-FR", **options)
    page = context.new_page()
    page.problems = problems = []

    def console(message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            problems.append(f"{message.type}: {message.text} ({message.location['url']})")

    def failed(request: Request) -> None:
        # A page that is left gives up what it was still loading.
        if request.failure != "net::ERR_ABORTED":
            problems.append(f"{request.method} {request.url}: {request.failure}")

    page.on("console", console)
    page.on("pageerror", lambda error: problems.append(f"script: {error}"))
    page.on("requestfailed", failed)
    yield page
    context.close()


@pytest.fixture
def newsroom(page: Page, site: Site) -> Page:
    """The admin's page after signing in, in French."""
    return sign_in(page, site)


def sign_in(page: Page, site: Site) -> Page:
    page.goto("/admin/")
    page.fill("#id_username", site.admin_user)
    page.fill("#id_password", site.admin_password)
    page.click("#login-form [type=submit]")
    page.wait_for_url(f"{site.url}/admin/")
    return page
