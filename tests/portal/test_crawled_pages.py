"""What a visitor who follows every link finds on each page, and what on none."""

import re
from itertools import pairwise

import pytest

from tests.visitor import pages_from

pytestmark = pytest.mark.django_db


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
