"""What a preview takes from the request of an editor, and what becomes of the records it shows."""

import pytest
from django.http import HttpResponse
from django.urls import ResolverMatch

from alima_site.editorial import preview
from alima_site.editorial.models import Source
from programs.models import CountryProgramme, Presence
from tests.factories import make_country, make_source

pytestmark = pytest.mark.django_db


@pytest.fixture
def seen(monkeypatch):
    """The requests that reach the public view."""
    requests = []

    def view(request, *args, **kwargs):
        requests.append(request)
        return HttpResponse("public")

    monkeypatch.setattr(preview, "resolve", lambda path: ResolverMatch(view, (), {}, path))
    return requests


def test_the_public_view_sees_no_cookie_query_or_body_of_the_editor(seen, rf):
    headers = {"accept": "text/x", "host": "localhost:8000"}
    request = rf.post("/admin/x/?secret=1", {"typed": "x"}, headers=headers)
    request.META["HTTP_COOKIE"] = "sessionid=1"
    preview.page_of(make_country(), "en", request, None)
    (public,) = seen
    assert (public.method, public.META.get("QUERY_STRING", "")) == ("GET", "")
    assert not public.COOKIES
    assert not public.POST
    assert not hasattr(public, "user")
    assert "HTTP_ACCEPT" not in public.META
    assert public.get_host() == "localhost:8000"


def test_it_is_told_that_it_is_a_preview(seen, rf):
    bar = preview.Bar("draft")
    preview.page_of(make_country(slug="made-land"), "fr", rf.get("/"), bar)
    assert seen[0].preview is bar
    assert seen[0].path == "/fr/programmes/made-land/"


def test_what_a_draft_stands_on_is_public_in_its_preview_only(monkeypatch, rf):
    source = make_source(state="draft")
    country = make_country(state="archived", source=source, slug="made-land")
    states = []

    def answer(*args):
        states.append(Source.objects.get(pk=source.pk).state)
        states.append(CountryProgramme.objects.published().filter(pk=country.pk).exists())
        return HttpResponse()

    monkeypatch.setattr(preview, "_answer", answer)
    preview.page_of(country, "en", rf.get("/"), None)
    assert states == ["published", True]
    assert Source.objects.get(pk=source.pk).state == "draft"
    assert CountryProgramme.objects.get(pk=country.pk).state == "archived"


def test_a_record_whose_page_is_not_found_says_so_in_words(monkeypatch, rf):
    monkeypatch.setattr(preview, "_publish", lambda record: None)
    answer = preview.page_of(make_country(state="draft"), "en", rf.get("/"), None)
    assert answer.status_code == 404
    assert "would have no page" in answer.content.decode()


def test_only_what_has_an_address_of_its_own_has_a_preview():
    assert preview.has_page(CountryProgramme)
    assert not preview.has_page(Presence)
