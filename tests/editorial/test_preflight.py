"""What keeps a record from being published, and what is only advised."""

import pytest

from alima_site.editorial import preflight
from alima_site.editorial.preflight import Remark
from tests.factories import make_country, make_partner, make_project

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
