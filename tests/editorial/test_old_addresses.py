"""A changed address leads on for good: in both languages, in one step, to public pages only."""

import pytest

from tests.factories import make_country, make_figure, make_partner, make_project, make_version

pytestmark = pytest.mark.django_db


def renamed(record, slug):
    record.slug = slug
    record.save()
    return record


def lead(client, path):
    response = client.get(path)
    return response.status_code, response.get("Location", "")


def test_an_old_address_leads_to_the_new_one_in_both_languages(client):
    renamed(make_partner(slug="before"), "after")
    assert lead(client, "/en/partners/before/") == (301, "/en/partners/after/")
    assert lead(client, "/fr/partenaires/before/?x=1") == (301, "/fr/partenaires/after/?x=1")
    assert lead(client, "/en/partners/before") == (301, "/en/partners/after/")


def test_after_several_changes_it_is_still_one_step(client):
    partner = make_partner(slug="one")
    renamed(renamed(partner, "two"), "three")
    assert lead(client, "/en/partners/one/") == (301, "/en/partners/three/")


def test_a_word_given_back_stops_leading_away(client):
    partner = make_partner(slug="one")
    renamed(renamed(partner, "two"), "one")
    assert client.get("/en/partners/one/").status_code == 200
    assert lead(client, "/en/partners/two/") == (301, "/en/partners/one/")


def test_a_word_taken_by_another_record_is_that_record(client):
    renamed(make_partner(slug="one"), "two")
    other = make_partner(slug="one")
    assert client.get("/en/partners/one/").status_code == 200
    renamed(other, "three")
    assert lead(client, "/en/partners/one/") == (301, "/en/partners/three/")


def test_pages_below_a_renamed_page_lead_on_in_one_step(client):
    country = make_country(slug="here")
    project = make_project(programme=country, slug="work")
    renamed(country, "there")
    renamed(project, "labour")
    assert lead(client, "/en/programmes/here/work/") == (301, "/en/programmes/there/labour/")


def test_it_never_leads_to_what_is_not_public(client):
    partner = renamed(make_partner(slug="one"), "two")
    partner.state = "archived"
    partner.save()
    assert client.get("/en/partners/one/").status_code == 404
    country = make_country(slug="here")
    make_project(programme=country, slug="hidden", state="draft")
    renamed(country, "there")
    assert client.get("/en/programmes/here/hidden/").status_code == 404


def test_a_draft_leaves_no_trace(client):
    partner = renamed(make_partner(slug="one", state="draft"), "two")
    partner.state = "published"
    partner.save()
    assert client.get("/en/partners/one/").status_code == 404


def test_short_links_and_files_of_a_figure_lead_on(client):
    figure = make_figure(slug="one")
    make_version(figure=figure, is_current=True)
    renamed(figure, "two")
    short = client.get("/f/one/", headers={"accept-language": "en"})
    assert short["Location"] == "/en/figures/two/"
    assert lead(client, "/data/figures/one.json") == (301, "/data/figures/two.json")
    assert lead(client, "/en/figures/one/citation.bib") == (301, "/en/figures/two/citation.bib")
