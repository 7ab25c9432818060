"""A visitor who follows every link from the home pages, and what they find on the way."""

import re
from itertools import pairwise
from urllib.parse import urljoin, urlsplit

import pytest
from django.apps import apps
from django.utils.translation import override

from alima_site.editorial.models import Content
from partners.models import Representative
from tests.visitor import pages_from

pytestmark = pytest.mark.django_db
ID = re.compile(r'\bid="([^"]+)"')
LINK = re.compile(r'href="([^"]+)"')


@pytest.mark.parametrize("start", ["/fr/", "/en/"])
def test_every_link_leads_to_a_page(start):
    broken = {a: r.status_code for a, r in pages_from(start).items() if r.status_code != 200}
    assert not broken


@pytest.mark.parametrize("start", ["/fr/", "/en/"])
def test_every_link_to_a_place_in_a_page_finds_it(start):
    pages = pages_from(start)
    ids = {address: set(ID.findall(r.content.decode())) for address, r in pages.items()}
    for address, response in pages.items():
        for link in LINK.findall(response.content.decode()):
            target = urlsplit(urljoin(address, link.replace("&amp;", "&")))
            page = target._replace(fragment="").geturl()
            if target.fragment and page in ids:
                assert target.fragment in ids[page], f"{address} links to {link}"


@pytest.mark.audit
@pytest.mark.parametrize("start", ["/fr/", "/en/"])
def test_every_published_record_can_be_reached(start):
    pages = pages_from(start, sample=None)
    ids = {address: set(ID.findall(r.content.decode())) for address, r in pages.items()}
    missing = []
    with override(start.strip("/")):
        for model in apps.get_models():
            # Representatives stand on their partner's page.
            if not issubclass(model, Content) or model is Representative:
                continue
            for record in model.objects.published():
                target = urlsplit(record.get_absolute_url())
                if target.path not in pages or target.fragment not in ids[target.path] | {""}:
                    missing.append(record.get_absolute_url())
    assert not missing


@pytest.mark.parametrize("start", ["/fr/", "/en/"])
def test_no_page_prints_a_period_that_no_source_prints(start):
    invented = re.compile(r"2009\s*(–|-|to|à|and|et)\s*2023")
    for address, response in pages_from(start).items():
        assert not invented.search(response.content.decode()), address


@pytest.mark.parametrize("start", ["/fr/", "/en/"])
def test_public_pages_know_no_cookie_and_no_third_party(start):
    for address, response in pages_from(start).items():
        assert not response.cookies, address
        assert "Cookie" not in response.headers.get("Vary", ""), address
        assert not re.findall(r'<(?:script|img|iframe)[^>]+src="(?!/)', response.content.decode())


@pytest.mark.parametrize("start", ["/fr/", "/en/"])
def test_pages_bring_no_inline_style_or_script(start):
    for address, response in pages_from(start).items():
        html = response.content.decode()
        assert " style=" not in html, address
        # Blocks of data are not run.
        assert "<script" not in html.replace('<script type="application/ld+json">', ""), address


@pytest.mark.parametrize("start", ["/fr/", "/en/"])
def test_every_page_has_one_title_and_headings_in_order(start):
    for address, response in pages_from(start).items():
        if not response["Content-Type"].startswith("text/html"):
            continue
        levels = [int(level) for level in re.findall(r"<h([1-6])", response.content.decode())]
        assert levels.count(1) == 1, address
        assert all(b <= a + 1 for a, b in pairwise(levels)), (address, levels)


@pytest.mark.parametrize("start", ["/fr/", "/en/"])
def test_people_who_were_not_confirmed_are_named_on_no_page(start):
    for address, response in pages_from(start).items():
        html = response.content.decode()
        assert "Dr Susan Shepherd" not in html, address
        assert "Coordinator of BEFEN in Niger (earlier page)" not in html, address
