"""Which page an error leads to, and what stands on it."""

import pytest
from django.core.exceptions import PermissionDenied
from django.db import InterfaceError, OperationalError

from alima_site.delivery import request_ids
from alima_site.delivery.failures import MARK, bad_request, page, permission_denied, server_error


def answer_to(error, request):
    """As Django asks for it: while the error is being handled."""
    try:
        raise error
    except type(error):
        return server_error(request)


@pytest.mark.parametrize("error", [OperationalError("gone"), InterfaceError("closed")], ids=repr)
def test_a_database_that_does_not_answer_passes(error, rf):
    answer = answer_to(error, rf.get("/"))
    assert (answer.status_code, answer["Retry-After"]) == (503, "60")


def test_a_mistake_of_ours_does_not_pass_by_waiting(rf):
    answer = answer_to(ValueError("ours"), rf.get("/"))
    assert answer.status_code == 500
    assert "Retry-After" not in answer


def test_what_is_not_understood_and_what_is_not_allowed_say_so(rf):
    assert bad_request(rf.get("/"), ValueError()).status_code == 400
    assert permission_denied(rf.get("/"), PermissionDenied()).status_code == 403


@pytest.mark.parametrize("name", ["400.html", "403.html", "500.html", "503.html"])
def test_every_page_names_the_request_in_both_languages(name):
    token = request_ids.current.set("0123456789")
    text = page(name)
    request_ids.current.reset(token)
    assert "<code>0123456789</code>" in text
    assert '<span lang="en">Reference:</span>' in text
    assert MARK not in text
