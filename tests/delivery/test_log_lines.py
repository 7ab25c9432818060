"""The log is read by programs; a request has one name from the proxy to the traceback."""

import json
import logging

import pytest

from alima_site.delivery.log_lines import JsonLines
from alima_site.delivery.request_ids import RequestIdFilter

NAME = "0123456789abcdef0123456789abcdef"


def line(**changes):
    given = {
        "name": "site",
        "level": logging.ERROR,
        "pathname": "",
        "lineno": 1,
        "msg": "It is %s.",
    }
    record = logging.LogRecord(**(given | {"args": ("so\n",), "exc_info": None} | changes))
    RequestIdFilter().filter(record)
    return JsonLines().format(record)


def test_a_message_is_one_json_object_on_one_line():
    text = line()
    assert "\n" not in text
    said = json.loads(text)
    assert said["message"] == "It is so\n."
    assert said["level"] == "error"
    assert said.keys() >= {"time", "request_id", "logger"}


def test_an_error_brings_its_traceback():
    error = ValueError("broken")
    said = json.loads(line(exc_info=(ValueError, error, None)))
    assert "ValueError: broken" in said["error"]


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("behind_proxy", "given", "is_taken"),
    [(True, NAME, True), (False, NAME, False), (True, '"}evil', False), (True, "", False)],
)
def test_the_name_of_a_request_comes_from_the_sites_own_proxy_only(
    client, settings, behind_proxy, given, is_taken
):
    settings.BEHIND_PROXY = behind_proxy
    answer = client.get("/en/nowhere/", headers={"X-Request-ID": given})
    assert (answer["X-Request-ID"] == given) is is_taken
