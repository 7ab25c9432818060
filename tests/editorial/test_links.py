"""Which links of a text lead to this site, and which of them lead nowhere."""

import pytest

from alima_site.editorial.links import Link, Pages, internal, rich_fields
from partners.models import Partner
from programs.models import CountryProgramme
from tests.factories import make_country


def a(address):
    return f'<p>See <a class="x" href="{address}">this</a>.</p>'


@pytest.mark.parametrize(
    "address",
    ["/fr/x/", "x/", "../x/?page=1#top", "http://testserver/x/", "https://localhost/",
     "//testserver/x"],
)  # fmt: skip
def test_an_address_of_this_site_is_ours(address):
    assert internal(a(address)) == [address]


@pytest.mark.parametrize(
    "address",
    ["https://example.org/fr/x/", "//example.org/x/", "mailto:a@example.org", "tel:+33170382800",
     "#here", "", "?page=2", "javascript:alert(1)"],
)  # fmt: skip
def test_what_leads_elsewhere_or_stays_on_the_page_is_not_looked_at(address):
    assert internal(a(address)) == []


@pytest.mark.parametrize(
    "html", ["", None, "<p>text</p>", '<img src="/x/">', '<abbr href="/x/">x</abbr>']
)
def test_a_text_without_links_has_none(html):
    assert internal(html) == []


def test_links_are_found_in_their_order_in_whatever_way_they_are_written():
    html = '<A HREF=\'/one/\'>1</A> <a\nid="x" href="/two/">2</a>'
    assert internal(html) == ["/one/", "/two/"]


def test_only_rich_texts_hold_links():
    assert rich_fields(CountryProgramme) == ["story_fr", "story_en"]
    assert "role_fr" not in rich_fields(Partner)


@pytest.mark.django_db
def test_what_is_broken_is_told_by_field():
    html = a("/en/no-such-page/") + a("/en/partners/") + a("https://example.org/")
    country = make_country(story_en=html)
    assert Pages().broken(country) == [Link("story_en", "/en/no-such-page/")]


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("address", "leads"),
    [
        ("/fr/programmes/made-land/", True),
        ("/en/programmes/made-land/?x=1#top", True),
        ("/fr/programs/made-land/", False),
        ("/fr/programmes/hidden-land/", False),
        ("/en/partners/", True),
        ("/admin/", False),
        ("/fr/programmes/made%2Dland/", True),
    ],
)
def test_a_link_leads_to_public_pages_only(address, leads):
    make_country(slug="made-land")
    make_country(slug="hidden-land", state="draft")
    assert Pages().leading_nowhere([address]) == ([] if leads else [address])
