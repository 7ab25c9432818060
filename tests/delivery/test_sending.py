"""A kept answer is sent in the form this reader takes, or not at all where they have it."""

import brotli
import pytest
from django.http import HttpResponse

from alima_site.delivery.answers import is_known, kept, send

ANSWER = kept(HttpResponse(b"a page", headers={"Vary": "Save-Data"}), "a state")


def sent(method="GET", **headers):
    said = []
    environ = {"REQUEST_METHOD": method} | {f"HTTP_{name}": v for name, v in headers.items()}
    body = send(ANSWER, environ, lambda status, lines: said.extend((status, dict(lines))))
    return (*said, b"".join(body))


def test_who_takes_nothing_packed_gets_it_plain_and_no_packing_is_named():
    status, headers, body = sent()
    assert (status, body) == ("200 OK", b"a page")
    assert "Content-Encoding" not in headers


def test_a_packed_answer_names_its_packing_and_the_length_of_that():
    _status, headers, body = sent(ACCEPT_ENCODING="gzip, br")
    assert headers["Content-Encoding"] == "br"
    assert headers["Content-Length"] == str(len(body))
    assert brotli.decompress(body) == b"a page"


def test_head_hears_of_the_packed_length_as_get_would():
    get, head = sent(ACCEPT_ENCODING="gzip"), sent("HEAD", ACCEPT_ENCODING="gzip")
    assert head == (*get[:2], b"")


def test_who_has_it_hears_how_answers_differ_and_no_length_of_a_body_that_does_not_come():
    status, headers, body = sent(IF_NONE_MATCH=ANSWER.etag, ACCEPT_ENCODING="gzip")
    assert (status, body) == ("304 Not Modified", b"")
    assert headers["ETag"] == ANSWER.etag
    assert headers["Vary"] == "Accept-Encoding, Save-Data"
    assert not headers.keys() & {"Content-Length", "Content-Encoding"}


@pytest.mark.parametrize(
    ("tags", "known"),
    [
        ('W/"one"', True),
        ('"one"', True),
        ('"two", W/"one"', True),
        ('"two",W/"one" ', True),
        ("*", True),
        ('"two"', False),
        ('W/"on"', False),
        ("one", False),
    ],
)
def test_a_tag_is_known_in_either_strength_and_only_whole(tags, known):
    assert is_known(tags, 'W/"one"') is known
