"""What keeps a record from being published, and what is only advised."""

import pytest

from alima_site.editorial import preflight
from alima_site.editorial.preflight import Remark
from tests.factories import (
    make_country,
    make_figure,
    make_partner,
    make_project,
    make_source,
    make_version,
)

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def english(settings):
    settings.LANGUAGE_CODE = "en"


def fields(remarks):
    return {remark.field for remark in remarks}


def test_a_complete_record_is_free_to_go():
    report = preflight.preflight(make_country())
    assert report.blocks == report.advice == []
    assert report.fine == ["French and English are filled in", "It has its source"]


def test_missing_french_blocks_and_missing_english_does_not():
    report = preflight.preflight(make_partner(role_fr="", note_fr="Une note", note_en=""))
    assert report.blocks == [Remark("role in the alliance: the French is missing.", "role_fr")]
    assert fields(report.advice) == {"note_en"}


def test_a_source_that_is_not_public_blocks():
    partner = make_partner(source=make_source(state="draft", title="Hidden"))
    (block,) = preflight.refusals(partner)
    assert block.field == "source"
    assert "Hidden" in block.text


def test_no_source_blocks():
    partner = make_partner()
    partner.source = None
    assert fields(preflight.refusals(partner)) == {"source"}


def test_a_link_that_leads_nowhere_blocks():
    country = make_country(story_en='<p><a href="/en/nowhere/">x</a></p>', story_fr="<p>x</p>")
    (block,) = preflight.refusals(country)
    assert block.field == "story_en"
    assert "/en/nowhere/" in block.text


def test_a_figure_that_is_no_longer_public_blocks():
    version = make_version(figure=make_figure(slug="going"), is_current=True)
    texts = {"summary_fr": "Voici [[figure:going]].", "summary_en": "Here [[figure:going]]."}
    country = make_country(**texts)
    assert not preflight.refusals(country)
    version.state = "archived"
    version.save()
    assert fields(preflight.refusals(country)) == {"summary_fr", "summary_en"}


def test_long_titles_missing_summaries_and_parents_still_hidden_are_only_advised():
    country = make_country(state="draft")
    project = make_project(programme=country, name_en="N" * 71, summary_fr="", summary_en="")
    report = preflight.preflight(project)
    assert not report.blocks
    assert fields(report.advice) == {"name_en", "summary_fr", "programme"}


def test_the_form_shows_it_with_a_link_to_each_field(admin_client):
    partner = make_partner(role_fr="", state="draft")
    page = admin_client.get(f"/admin/partners/partner/{partner.pk}/change/")
    html = page.content.decode()
    assert '<a href="#field-role_fr">' in html
    assert 'id="field-role_fr"' in html
    assert "kB" in html or "ko" in html


def test_rooms_add_checks_of_their_own(monkeypatch):
    monkeypatch.setattr(preflight, "BLOCKS", [])
    preflight.register(lambda record: [Remark("The picture has no text.", "photo")], blocks=True)
    assert fields(preflight.refusals(make_partner())) == {"photo"}
