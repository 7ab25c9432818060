"""What the house adds to an answer, by its address and its status."""

import pytest
from django.http import HttpResponse

from alima_site.delivery.headers import PUBLIC_CACHE, PublicHeadersMiddleware


@pytest.fixture
def dressed(rf):
    def dressed(address, status=200, kind="text/html", **headers):
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        answer = HttpResponse(status=status, content_type=kind, headers=named)
        return PublicHeadersMiddleware(lambda request: answer)(rf.get(address))

    return dressed


def test_a_view_that_says_how_long_it_may_be_kept_is_heeded(dressed):
    answer = dressed("/fr/", Cache_Control="max-age=5")
    assert answer["Cache-Control"] == "max-age=5"
    assert "X-Accel-Expires" not in answer


@pytest.mark.parametrize("status", [201, 301, 302, 304])
def test_only_a_whole_good_answer_is_for_every_cache(dressed, status):
    assert "Cache-Control" not in dressed("/fr/", status=status)
    assert dressed("/fr/")["Cache-Control"] == PUBLIC_CACHE


@pytest.mark.parametrize("status", [400, 404, 503])
def test_an_error_is_kept_nowhere_whatever_its_view_says(dressed, status):
    assert dressed("/fr/", status, Cache_Control="public")["Cache-Control"] == "no-store"


@pytest.mark.parametrize("status", [200, 302, 404])
def test_nothing_of_the_newsroom_is_kept_or_told_to_others(dressed, status):
    answer = dressed("/admin/", status, Cache_Control="public", Referrer_Policy="unsafe-url")
    assert answer["Cache-Control"] == "no-store"
    assert answer["Referrer-Policy"] == "same-origin"


@pytest.mark.parametrize(
    ("address", "policy"),
    [
        ("/data/ledger.csv", "cross-origin"),
        ("/static/img/social-card-fr.png", "cross-origin"),
        ("/static/img/map.svg", "same-origin"),
        ("/fr/data/", "same-origin"),
        ("/media/a.jpg", "same-origin"),
    ],
)
def test_only_open_data_and_cards_are_for_pages_of_others(dressed, address, policy):
    assert dressed(address)["Cross-Origin-Resource-Policy"] == policy


def test_a_page_of_its_own_policy_keeps_it(dressed):
    assert dressed("/fr/", Permissions_Policy="camera=(self)")["Permissions-Policy"] == (
        "camera=(self)"
    )


@pytest.mark.parametrize(
    ("given", "differs"),
    [
        ({"address": "/fr/"}, True),
        ({"address": "/fr/nothing/", "status": 404}, True),
        ({"address": "/fr/", "status": 302}, False),
        ({"address": "/sitemap.xml", "kind": "application/xml"}, False),
        ({"address": "/admin/"}, False),
    ],
    ids=str,
)
def test_public_pages_differ_for_who_saves_data(dressed, given, differs):
    assert ("Save-Data" in dressed(**given).get("Vary", "")) is differs
