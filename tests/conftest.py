import logging

import pytest
from django.db import connection
from django.test import override_settings
from django.utils.translation import override

from alima_site.editorial.content_load import Run


def pytest_addoption(parser):
    words = "of the cases of tables, take the even (0) or the odd (1); see tests/__main__.py"
    parser.addoption("--turn", type=int, choices=[0, 1], help=words)


def runs_by_turns(item):
    is_a_case = hasattr(item, "callspec") and item.get_closest_marker("database")
    return is_a_case or item.get_closest_marker("by_turns")


def pytest_collection_modifyitems(config, items):
    for item in items:
        if item.get_closest_marker("django_db") or "db" in item.fixturenames:
            item.add_marker("database")
    turn = config.getoption("turn")
    if turn is not None:
        alike = [item for item in items if runs_by_turns(item)]
        others = set(alike[1 - turn :: 2])
        config.hook.pytest_deselected(items=others)
        items[:] = [item for item in items if item not in others]


@pytest.fixture(scope="session", autouse=True)
def quickly():
    """A password need not be hard to guess, nor all static files be known before the first page."""
    hasher = "django.contrib.auth.hashers.MD5PasswordHasher"
    with override_settings(PASSWORD_HASHERS=[hasher], WHITENOISE_AUTOREFRESH=True):
        yield


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup, django_db_blocker):
    """Every test starts on the real content; what a test adds or changes goes with it."""
    with django_db_blocker.unblock():
        Run().load()
        # No test commits, so that PostgreSQL would learn late, if ever, how large its tables are.
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")
        # Asked once a process: no test that counts queries shall count the asking.
        assert connection.features.supports_json_field


@pytest.fixture
def in_english():
    with override("en"):
        yield


@pytest.fixture
def no_log():
    """pytest would keep every line, with its request, for as long as the test."""
    logging.disable(logging.CRITICAL)
    yield
    logging.disable(logging.NOTSET)
