"""A visitor who follows every link from the home pages finds a page, a place and every record."""

import re
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
