"""The name of a request: what is taken for one, where it is said, and how long it is known."""

import re

import pytest
from django.http import HttpResponse

from alima_site.delivery.request_ids import RequestIdMiddleware, current, name_of


@pytest.mark.parametrize(
    ("given", "is_taken"),
    [("a1b2c3d4", True), ("0" * 32, True), ("a1b2c3d", False), ("0" * 33, False),
     ("A1B2C3D4", False), ("a1b2c3d4\n", False), ("a1b2c3dg", False)],
)  # fmt: skip
def test_our_proxy_gives_8_to_32_hexadecimal_digits(rf, settings, given, is_taken):
    settings.BEHIND_PROXY = True
    request = rf.get("/", HTTP_X_REQUEST_ID=given)
    assert (name_of(request) == given) is is_taken


def test_without_a_given_name_each_request_has_its_own(rf):
    first, second = name_of(rf.get("/")), name_of(rf.get("/"))
    assert first != second
    assert re.fullmatch("[0-9a-f]{10}", first)


@pytest.mark.parametrize(
    ("status", "is_said"), [(200, False), (302, False), (399, False), (400, True), (503, True)]
)
def test_only_an_error_says_it_as_a_good_answer_may_be_kept_for_many(rf, status, is_said):
    answer = RequestIdMiddleware(lambda request: HttpResponse(status=status))(rf.get("/"))
    assert ("X-Request-ID" in answer) is is_said


def test_it_is_known_during_the_request_and_not_after(rf):
    known = []
    RequestIdMiddleware(lambda request: known.append(current.get()) or HttpResponse())(rf.get("/"))
    assert len(known[0]) == 10
    assert current.get() == "-"


def test_a_request_that_breaks_leaves_no_name_behind(rf):
    def breaks(request):
        raise ValueError("ours")

    with pytest.raises(ValueError, match="ours"):
        RequestIdMiddleware(breaks)(rf.get("/"))
    assert current.get() == "-"
