"""JSON-LD of every page, read by a parser of JSON-LD from the page as a browser gets it."""

import re
from html import unescape

import pytest
from django.test import Client
from pyld import jsonld

from alima_site.editorial.structured_data import as_json, thing
from partners.models import Partner
from research.models import Collaboration, Publication, Study
from tests.factories import make_collaboration, make_episode, make_publication, make_study
from tests.visitor import pages_from

pytestmark = [pytest.mark.django_db, pytest.mark.by_turns]
SCHEMA = "https://schema.org/"
CONTEXT = {"@context": {"@vocab": SCHEMA, "url": {"@type": "@id"}, "sameAs": {"@type": "@id"}}}
REQUIRED = {
    "BreadcrumbList": {"itemListElement"},
    "ListItem": {"position", "name", "item"},
    "ResearchOrganization": {"name"},
    "OrganizationRole": {"member"},
    "MedicalTrial": {"name", "url", "healthCondition", "trialDesign"},
    "ScholarlyArticle": {"headline", "url"},
    "PropertyValue": {"propertyID", "value"},
    "NGO": {"name", "url"},
    "WebSite": {"name", "url", "potentialAction"},
    "Episode": {"name", "url", "partOfSeries"},
}


def no_network(url, options):
    assert url.rstrip("/") == SCHEMA.rstrip("/")
    return {"contentType": "application/ld+json", "contextUrl": None, "documentUrl": url,
            "document": CONTEXT}  # fmt: skip


def expanded(html):
    options = {"documentLoader": no_network, "extractAllScripts": True}
    if "application/ld+json" not in html:
        return []
    document = jsonld.load_html(html, "http://testserver/", None, options)
    return jsonld.expand(document, options)


def things(data, kind=None):
    """Every object within, by type."""
    if isinstance(data, list):
        return [found for part in data for found in things(part, kind)]
    if not isinstance(data, dict):
        return []
    own = [data] if kind in (None, *data.get("@type", [])) and "@type" in data else []
    return own + [found for part in data.values() for found in things(part, kind)]


def of(html, kind):
    return things(expanded(html), SCHEMA + kind)


def value(data, name):
    part = data[SCHEMA + name][0]
    return part.get("@value", part.get("@id", part))


@pytest.mark.parametrize("start", ["/fr/", "/en/"])
def test_the_structured_data_of_every_page_is_whole(start):
    seen = set()
    for address, response in pages_from(start).items():
        if not response["Content-Type"].startswith("text/html"):
            continue
        html = response.content.decode()
        data = things(expanded(html))
        for each in data:
            kind = each["@type"][0].removeprefix(SCHEMA)
            seen.add(kind)
            missing = {n for n in REQUIRED.get(kind, ()) if SCHEMA + n not in each}
            assert not missing, (address, kind, missing)
        has_crumbs = 'class="page-header__crumbs"' in html
        assert len(of(html, "BreadcrumbList")) == has_crumbs, address
    assert seen >= REQUIRED.keys() - {"Episode"}


def test_the_breadcrumbs_are_those_of_the_page():
    page = Client().get("/en/research/studies/jiki/").content.decode()
    (trail,) = of(page, "BreadcrumbList")
    places = of(page, "ListItem")
    assert len(trail[SCHEMA + "itemListElement"]) == 3
    assert [value(p, "name") for p in places] == ["Research", "Studies", "JIKI"]
    assert value(places[-1], "item") == "http://testserver/en/research/studies/jiki/"


def test_every_study_is_a_trial_with_the_values_of_its_page():
    for study in Study.objects.published():
        page = Client().get(f"/en/research/studies/{study.slug}/").content.decode()
        (trial,) = of(page, "MedicalTrial")
        assert value(trial, "name") == study.title_en
        assert value(trial, "trialDesign") == study.design_en
        assert len(trial.get(SCHEMA + "studyLocation", [])) == len(study.countries)
        ids = [value(p, "value") for p in things(trial, SCHEMA + "PropertyValue")]
        assert ids == [study.registration_id] * bool(study.registration_id)


def test_every_publication_is_an_article_with_what_is_known_of_it():
    for publication in Publication.objects.published():
        address = f"/fr/recherche/publications/{publication.slug}/"
        (article,) = of(Client().get(address).content.decode(), "ScholarlyArticle")
        assert value(article, "headline") == publication.title
        assert (SCHEMA + "author" in article) == bool(publication.first_author)
        assert (SCHEMA + "datePublished" in article) == bool(publication.year)
        same = [s["@id"] for s in article.get(SCHEMA + "sameAs", [])]
        assert same == [publication.doi_url] * bool(publication.doi)


def test_every_collaboration_is_a_research_organisation_with_its_ror():
    for collaboration in Collaboration.objects.published():
        page = Client().get(f"/en/research/{collaboration.slug}/").content.decode()
        body = of(page, "ResearchOrganization")[0]
        assert value(body, "name") == collaboration.short_name_en
        assert (SCHEMA + "sameAs" in body) == bool(collaboration.ror)
    page = Client().get("/en/research/coral/").content.decode()
    assert value(of(page, "OrganizationRole")[0], "startDate") == "2016"
    assert "02vjkv261" in [value(p, "value") for p in of(page, "PropertyValue")]


def test_the_alliance_names_its_members_and_they_name_it():
    home = Client().get("/en/").content.decode()
    (alliance,) = (n for n in of(home, "NGO") if SCHEMA + "legalName" in n)
    members = [value(n, "url") for n in alliance[SCHEMA + "member"]]
    assert members == [
        f"http://testserver{p.get_absolute_url()}" for p in Partner.objects.published().members()
    ]
    assert "Niger" in [value(c, "name") for c in alliance[SCHEMA + "areaServed"]]
    template = value(of(home, "EntryPoint")[0], "urlTemplate")
    assert template == "http://testserver/en/search/?q={query}"
    befen = of(Client().get("/en/partners/befen/").content.decode(), "NGO")[0]
    assert value(befen[SCHEMA + "memberOf"][0], "name") == "ALIMA"
    other = of(Client().get("/en/partners/afod/").content.decode(), "NGO")[0]
    assert SCHEMA + "memberOf" not in other
    about = of(Client().get("/en/about/").content.decode(), "NGO")[0]
    assert value(about, "foundingDate") == "2009"


def test_an_episode_is_part_of_its_series():
    film = make_episode(title_en="A film", video_url="https://example.org/film")
    page = Client().get(f"/en/stronger-together/{film.slug}/").content.decode()
    (found,) = of(page, "Episode")
    assert value(found[SCHEMA + "partOfSeries"][0], "name") == film.series.title_en
    assert value(of(page, "VideoObject")[0], "contentUrl") == "https://example.org/film"


def test_the_statistics_say_what_they_count_where_and_when():
    page = Client().get("/data/", headers={"accept-language": "en"}).content.decode()
    (found,) = (d for d in of(page, "Dataset") if SCHEMA + "temporalCoverage" in d)
    assert "Niger" in [value(p, "name") for p in found[SCHEMA + "spatialCoverage"]]
    assert "Assisted births" in [v["@value"] for v in found[SCHEMA + "variableMeasured"]]
    for described in of(page, "Dataset"):
        assert 50 <= len(value(described, "description")) <= 5000


def test_a_text_cannot_end_the_block_it_stands_in():
    hostile = "</script><script>alert(1)</script><!-- & \u2028"
    make_study(slug="hostile", title_en=hostile)
    page = Client().get("/en/research/studies/hostile/").content.decode()
    assert page.count("</script>") == page.count('<script type="application/ld+json">') == 2
    (trial,) = of(page, "MedicalTrial")
    assert value(trial, "name") == hostile
    assert not set("<>&") & set(as_json(thing("Thing", name=hostile)))


def test_what_is_not_public_is_in_no_structured_data():
    hidden = make_collaboration(slug="hidden-body", state="draft", short_name_en="Zwischenruf")
    coral = Collaboration.objects.get(slug="coral")
    coral.memberships.create(member_fr="M", member_en="M", institution=hidden)
    page = Client().get("/en/research/coral/").content.decode()
    assert "hidden-body" not in page
    assert "Zwischenruf" not in Client().get("/en/research/").content.decode()


def test_reference_managers_find_the_publication():
    def tags(slug):
        page = Client().get(f"/en/research/publications/{slug}/").content.decode()
        pairs = re.findall(r'<meta name="(citation_\w+)" content="([^"]*)">', page)
        return {name: unescape(content) for name, content in pairs}

    jiki = tags("pub-jiki-2016")
    assert jiki["citation_title"].startswith("Experimental Treatment with Favipiravir")
    assert jiki["citation_author"] == "Sissoko, D"
    assert jiki["citation_publication_date"] == "2016/03/01"
    assert jiki["citation_journal_title"] == "PLOS Medicine"
    assert jiki["citation_doi"] == "10.1371/journal.pmed.1001967"
    assert "citation_pmid" not in jiki
    assert tags("pub-palm-2019") == {}  # its title is a summary
    report = tags("pub-pechayre-2017")
    assert report["citation_technical_report_institution"].startswith("Les Papiers du Fonds")
    unknown = make_publication(first_author="", year=None, title='"Q" & <A>')
    assert tags(unknown.slug) == {"citation_title": '"Q" & <A>', "citation_language": "en"}
