"""A record is kept back by sources, links and figures that readers could not follow."""

import pytest

from alima_site.editorial import preflight
from tests.factories import make_country, make_figure, make_partner, make_source, make_version

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def english(settings):
    settings.LANGUAGE_CODE = "en"


def fields(remarks):
    return {remark.field for remark in remarks}


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
