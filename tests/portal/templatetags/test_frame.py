"""The header and the footer, written once: each reader still gets the own page and language."""

import pytest
from django.template import Context
from django.test import RequestFactory
from django.urls import resolve
from django.utils.translation import override

from alima_site.portal.models import SiteSettings
from alima_site.portal.templatetags.frame import PLACE, site_footer, site_header


def context(path, language="en", **site):
    request = RequestFactory().get(path)
    with override(language):
        request.resolver_match = resolve(request.path)
    return Context({"request": request, "site": SiteSettings(**site)})


def header(path, language="en"):
    with override(language):
        return site_header(context(path, language))


def footer(language="en", **site):
    with override(language):
        return site_footer(context("/en/model/", **site))


def test_the_language_link_is_that_of_the_page_though_the_header_is_kept():
    assert 'href="/fr/modele/"' in header("/en/model/")
    assert 'href="/fr/a-propos/"' in header("/en/about/")
    assert PLACE not in header("/en/about/")


def test_an_address_in_the_header_is_escaped():
    html = header("/en/sources/?kind=journal&q=%22")
    assert 'href="/fr/sources/?kind=journal&amp;q=%22"' in html


@pytest.mark.parametrize(
    ("path", "mark"), [("/en/partners/", "page"), ("/en/partners/befen/", "true")]
)
def test_the_room_of_the_page_is_marked_and_no_other(path, mark):
    html = header(path)
    assert html.count("aria-current") == 1
    assert f'href="/en/partners/" aria-current="{mark}"' in html


def test_an_error_page_without_a_request_has_a_header_that_leads_home():
    with override("en"):
        html = site_header(Context({}))
    assert 'href="/fr/"' in html
    assert "aria-current" not in html


def test_the_footer_leads_where_staff_set_it_and_nowhere_else():
    url = "https://jobs.example/?a=1&b=2"
    assert "https://jobs.example/?a=1&amp;b=2" in footer(jobs_url_en=url)
    assert "jobs.example" not in footer()
    assert "donate.example" in footer(donate_url_en="https://donate.example/")


def test_a_link_that_staff_gave_in_one_language_stands_in_the_other_too():
    assert "https://don.example/" in footer(donate_url_fr="https://don.example/")
