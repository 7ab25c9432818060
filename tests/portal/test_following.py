"""Feeds, the sitemap, robots.txt: how others follow the portal."""

import datetime
import re

import feedparser
import pytest
from django.test import Client
from django.utils import timezone
from lxml import etree

from alima_site.editorial.languages import missing_names
from alima_site.editorial.models import Figure
from partners.models import Partner
from tests.factories import make_episode, make_figure, make_partner, make_study, make_version
from tests.visitor import kind_of, pages_from

pytestmark = [pytest.mark.django_db, pytest.mark.by_turns]
SITE = "http://testserver"
NAMES = {
    "s": "http://www.sitemaps.org/schemas/sitemap/0.9",
    "x": "http://www.w3.org/1999/xhtml",
}


def sitemap():
    """Address → (lastmod, alternates by language)."""
    response = Client().get("/sitemap.xml")
    assert response.headers["Content-Type"] == "application/xml; charset=utf-8"
    found = {}
    for url in etree.fromstring(response.content).findall("s:url", NAMES):
        links = url.findall("x:link", NAMES)
        address = url.findtext("s:loc", namespaces=NAMES)
        assert address not in found
        found[address] = (
            url.findtext("s:lastmod", namespaces=NAMES),
            {link.get("hreflang"): link.get("href") for link in links},
        )
    return found


def is_a_page(address, response):
    html = response.headers["Content-Type"].startswith("text/html")
    return html and "?" not in address and b'content="noindex"' not in response.content


def editions_linked_from(pages, language):
    """Figures name their editions by the address that has no language."""
    links = {
        link
        for r in pages.values()
        for link in re.findall(r'"(/f/[^"]+/\d+/)"', r.content.decode())
    }
    return {Client().get(link, headers={"accept-language": language})["Location"] for link in links}


@pytest.mark.audit
def test_the_sitemap_names_every_public_page_and_nothing_else():
    crawled = set()
    for language in ("fr", "en"):
        pages = pages_from(f"/{language}/", sample=None)
        found = {address for address, response in pages.items() if is_a_page(address, response)}
        crawled |= {SITE + address for address in found | editions_linked_from(pages, language)}
    # The open data have one address for both languages.
    assert set(sitemap()) == crawled | {f"{SITE}/data/"}


def test_the_languages_of_a_page_name_each_other_as_the_page_itself_does():
    found = sitemap()
    for address, (_changed, alternates) in found.items():
        for code in {"fr", "en"} & alternates.keys():
            assert found[alternates[code]][1] == alternates
        if alternates:
            assert address in (alternates["fr"], alternates["en"])
            assert alternates["x-default"] == alternates["fr"]
    links = r'<link rel="alternate" hreflang="([^"]+)" href="([^"]+)">'
    for path in ("/fr/partenaires/befen/", "/en/figures/patients-total/", "/fr/"):
        page = Client().get(path).content.decode()
        assert dict(re.findall(links, page)) == found[SITE + path][1]


def test_a_page_that_is_not_whole_in_a_language_is_left_out_in_it():
    partner = make_partner(slug="half", name_en="")
    assert not missing_names(partner, "fr")
    assert missing_names(partner, "en")
    found = sitemap()
    french = f"{SITE}/fr/partenaires/half/"
    assert found[french][1] == {"fr": french, "x-default": french}
    assert f"{SITE}/en/partners/half/" not in found
    links = r'<link rel="alternate" hreflang="([^"]+)" href="([^"]+)">'
    page = Client().get("/fr/partenaires/half/").content.decode()
    assert dict(re.findall(links, page)) == found[french][1]
    assert not re.findall(links, Client().get("/en/partners/half/").content.decode())


def test_the_sitemap_names_nothing_hidden():
    make_partner(slug="hidden", state="draft")
    make_partner(slug="later", publish_at=timezone.now() + datetime.timedelta(hours=1))
    assert not [address for address in sitemap() if "hidden" in address or "later" in address]


def test_the_last_change_is_that_of_what_the_page_shows():
    def changed(address):
        return datetime.datetime.fromisoformat(sitemap()[SITE + address][0])

    long_ago = datetime.datetime(2020, 1, 1, tzinfo=datetime.UTC)
    version = make_version(figure=make_figure(slug="made"))
    for records in (Figure.objects.filter(slug="made"), type(version).objects.all()):
        records.update(updated_at=long_ago)
    Partner.objects.update(updated_at=long_ago)
    assert changed("/fr/chiffres/made/") == long_ago
    assert changed("/fr/partenaires/") == long_ago
    before = timezone.now().replace(microsecond=0)
    version.save()
    Partner.objects.get(slug="befen").save()
    assert changed("/fr/chiffres/made/") >= before
    assert changed("/fr/partenaires/") >= before
    assert changed("/en/partners/befen/") >= before
    assert changed("/en/partners/keoogo/") == long_ago


def test_robots_may_read_all_but_the_newsroom_and_the_search():
    response = Client().get("/robots.txt")
    assert response.headers["Content-Type"] == "text/plain; charset=utf-8"
    assert response.content.decode().splitlines() == [
        "User-agent: *",
        "Disallow: /admin/",
        "Disallow: /fr/rechercher/",
        "Disallow: /en/search/",
        "",
        "Sitemap: http://testserver/sitemap.xml",
    ]


FEEDS = ["/fr/atom.xml", "/en/atom.xml", "/fr/chiffres/corrections/atom.xml",
         "/en/figures/corrections/atom.xml"]  # fmt: skip


@pytest.mark.parametrize("address", FEEDS)
def test_feed_readers_understand_the_feeds(address):
    version = make_version(is_current=True)
    version.value = 1300
    version.save()
    response = Client().get(address)
    headers = {"content-type": response.headers["Content-Type"]}
    feed = feedparser.parse(response.content, response_headers=headers)
    assert not feed.bozo
    assert feed.version == "atom10"
    assert feed.feed.language == address[1:3]
    assert feed.feed.author == "ALIMA"
    assert feed.entries
    ids = [entry.id for entry in feed.entries]
    assert len(ids) == len(set(ids))
    for entry in feed.entries:
        assert entry.title
        assert entry.updated_parsed
    paths = [entry.link.removeprefix(SITE) for entry in feed.entries]
    for path in {kind_of(path): path for path in paths}.values():
        assert Client().get(path).status_code == 200


def titles(language):
    feed = feedparser.parse(Client().get(f"/{language}/atom.xml").content)
    return [entry.title for entry in feed.entries]


def test_the_news_are_new_figures_corrections_studies_and_episodes():
    version = make_version(label_fr="Vaches", label_en="Cows", value=1200)
    version.value = 1300
    version.save()
    make_study(short_title_fr="ÉTUDE", title_fr="Une étude")
    make_episode(title_fr="Un film")
    news = titles("fr")
    assert "Étude\u00a0: ÉTUDE – Une étude" in news
    assert any(title.startswith("Épisode\u00a0:") and "Un film" in title for title in news)
    assert any(title.startswith("Chiffre\u00a0: Vaches\u00a0: 1\u202f300") for title in news)
    assert any(title.startswith("Correction\u00a0: Vaches") for title in news)
    assert any(title.startswith("Figure: Cows: 1,300") for title in titles("en"))


def test_the_news_tell_nothing_hidden():
    make_study(short_title_en="Zwingli", state="draft")
    make_episode(title_en="Zwingli", state="archived")
    make_version(label_en="Zwingli", figure=make_figure(state="draft"))
    later = timezone.now() + datetime.timedelta(hours=1)
    make_version(label_en="Zwingli", publish_at=later)
    assert "Zwingli" not in Client().get("/en/atom.xml").content.decode()


@pytest.mark.parametrize("language", ["fr", "en"])
def test_every_page_names_the_feed_of_its_language(language):
    for address, response in pages_from(f"/{language}/").items():
        if response.headers["Content-Type"].startswith("text/html"):
            page = response.content.decode()
            assert 'rel="alternate" type="application/atom+xml"' in page, address
            assert f'href="/{language}/atom.xml"' in page, address
