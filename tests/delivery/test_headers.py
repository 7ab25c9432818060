"""The headers of the house on every kind of answer, and what they are worth."""

import re

import pytest
from django.contrib.auth.models import User
from django.test import Client

from tests.factories import make_message

pytestmark = pytest.mark.django_db

# One address of each kind, with the status it answers with.
KINDS = {
    "/": 302,
    "/fr/": 200,
    "/en/contact/": 200,
    "/en/partners/nobody/": 404,
    "/nothing/../here": 404,
    "/en/sources/?page=99": 404,
    "/data/": 200,
    "/data/datapackage.json": 200,
    "/en/figures/patients-total/citation.bib": 200,
    "/en/figures/corrections/atom.xml": 200,
    "/f/patients-total/": 302,
    "/media/nothing.jpg": 404,
    "/static/nothing.css": 404,
    "/admin/": 302,
    "/admin/login/": 200,
    "/admin/portal/message/": 302,
    "/.well-known/security.txt": 404,
    "/healthz": 200,
    "/readyz": 200,
    "/broken/": 500,
}
HOUSE = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Cross-Origin-Opener-Policy": "same-origin",
}


def broken(request):
    raise ValueError("a secret of the house")


@pytest.fixture
def client(settings):
    """A visitor of a site in production, one page of which is broken."""
    import alima_site.urls as urls

    settings.SECURE_SSL_REDIRECT, settings.SECURE_HSTS_SECONDS = True, 31536000
    from django.urls import path

    urls.urlpatterns.append(path("broken/", broken))
    client = Client(raise_request_exception=False)
    client.defaults["wsgi.url_scheme"] = "https"
    yield client
    urls.urlpatterns.pop()


def observatory(headers) -> int:
    """The arithmetic of MDN's Observatory for what a response can earn or lose."""
    policy = headers["Content-Security-Policy"]
    directives = dict(part.strip().partition(" ")[::2] for part in policy.split(";"))
    unsafe = any("unsafe" in directives[name] for name in ("default-src", "script-src"))
    strict = directives["default-src"] == "'none'" and "'unsafe-inline'" not in directives.get(
        "style-src", ""
    )
    return (
        100
        - (25 if unsafe else 0)
        + (10 if strict else 0)
        + (5 if directives["frame-ancestors"] == "'none'" else 0)
        + (5 if headers["Referrer-Policy"] in REFERRER else 0)
        + (10 if headers["Cross-Origin-Resource-Policy"] in ("same-origin", "cross-origin") else 0)
    )


REFERRER = ("no-referrer", "same-origin", "strict-origin", "strict-origin-when-cross-origin")


@pytest.mark.parametrize(("address", "status"), KINDS.items())
def test_every_kind_of_answer_is_worth_130_points(address, status, client):
    response = client.get(address, secure=True)
    assert response.status_code == status
    for name, value in HOUSE.items():
        assert response[name] == value
    assert "camera=()" in response["Permissions-Policy"]
    assert response["Strict-Transport-Security"].startswith("max-age=31536000; includeSubDomains")
    assert ("X-Request-ID" in response) == (status >= 400)
    assert observatory(response) >= 130
    assert not response.cookies or address.startswith("/admin/")


def test_the_way_to_https_is_dressed_as_well(client):
    response = client.get("/fr/", secure=False)
    assert response["Location"].startswith("https://")
    assert "default-src 'none'" in response["Content-Security-Policy"]


@pytest.mark.parametrize("host", ["evil.example", "testserver:80:80", "a b", "x" * 5000])
def test_a_foreign_host_is_refused_calmly(host, client):
    response = client.get("/fr/", headers={"host": host})
    assert response.status_code == 400
    assert "Request not understood" in response.content.decode()
    assert "default-src 'none'" in response["Content-Security-Policy"]


@pytest.mark.parametrize("address", ["/fr/", "/en/figures/", "/data/datapackage.json"])
def test_public_answers_may_be_kept_for_a_minute(address, client):
    response = client.get(address, secure=True)
    assert response["Cache-Control"] == "public, max-age=60, stale-if-error=604800"
    assert response["X-Accel-Expires"] == "1"


@pytest.mark.parametrize("address", ["/broken/", "/fr/nothing/", "/admin/login/", "/readyz"])
def test_errors_and_the_newsroom_are_kept_nowhere(address, client):
    assert "no-store" in client.get(address, secure=True)["Cache-Control"]


def test_only_open_data_are_for_other_sites(client):
    assert client.get("/data/", secure=True)["Access-Control-Allow-Origin"] == "*"
    for address in ("/fr/", "/healthz", "/fr/nothing/"):
        assert "Access-Control-Allow-Origin" not in client.get(address, secure=True)


def test_the_newsroom_with_all_its_scripts_is_worth_it_too(client):
    client.force_login(User.objects.create_superuser("somebody"))
    address = f"/admin/portal/message/{make_message().pk}/change/"
    response = client.get(address, secure=True)
    assert response.status_code == 200
    policy = response["Content-Security-Policy"]
    assert not re.search(r"script-src[^;]*unsafe", policy)
    assert observatory(response) >= 130
    assert response["Referrer-Policy"] == "same-origin"


def test_no_script_reads_a_cookie(client):
    cookies = client.get("/admin/login/", secure=True).cookies
    assert cookies
    assert all(cookie["httponly"] for cookie in cookies.values())
