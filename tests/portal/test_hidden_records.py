"""A draft stands on no page and answers at no address, nor does a published record show it."""

import pytest
from django.test import Client

from research.models import Study
from tests.factories import (
    make_collaboration,
    make_country,
    make_episode,
    make_fact,
    make_figure,
    make_indicator,
    make_partner,
    make_practice_change,
    make_project,
    make_publication,
    make_representative,
    make_series,
    make_source,
    make_statistic,
    make_study,
    make_version,
    make_voice,
)
from tests.portal.translated_addresses import ADDRESSES

pytestmark = pytest.mark.django_db


def html(address):
    response = Client().get(address)
    assert response.status_code == 200
    return response.content.decode()


MARKER = "Zwischenruf"


def test_drafts_leak_nowhere():
    draft = {"state": "draft"}
    source = make_source(title=MARKER, **draft)
    make_partner(slug="hidden-partner", acronym=MARKER, **draft)
    country = make_country(slug="hidden-country", name_en=MARKER, name_fr=MARKER, **draft)
    make_project(slug="hidden-project", name_en=MARKER, name_fr=MARKER, **draft)
    make_project(slug="of-hidden-country", name_en=MARKER, name_fr=MARKER, programme=country)
    make_figure(slug="hidden-figure", label_en=MARKER, label_fr=MARKER, **draft)
    make_version(slug="hidden-version", label_en=MARKER, label_fr=MARKER, **draft)
    make_version(label_en=MARKER, label_fr=MARKER, source=source)
    make_indicator(slug="hidden-indicator", name_en=MARKER, name_fr=MARKER, **draft)
    make_statistic(hint_en=MARKER, hint_fr=MARKER, **draft)
    make_voice(quote_en=MARKER, quote_fr=MARKER, country="NE", **draft)
    make_fact(label_en=MARKER, label_fr=MARKER, **draft)
    make_representative(name=MARKER, **draft)
    make_series(title_en=MARKER, title_fr=MARKER, **draft)
    make_episode(slug="hidden-episode", title_en=MARKER, title_fr=MARKER, **draft)
    make_collaboration(slug="hidden-coll", short_name_en=MARKER, short_name_fr=MARKER, **draft)
    make_study(slug="hidden-study", title_en=MARKER, title_fr=MARKER, **draft)
    make_publication(slug="hidden-publication", title=MARKER, **draft)
    jiki = Study.objects.get(slug="jiki")
    make_practice_change(title_en=MARKER, title_fr=MARKER, study=jiki, **draft)
    for english, french in ADDRESSES.items():
        assert MARKER not in html(english), english
        assert MARKER not in html(french), french
    for guessed in (
        f"sources/{source.slug}", "partners/hidden-partner", "programmes/hidden-country",
        "programmes/niger/hidden-project", "programmes/hidden-country/of-hidden-country",
        "figures/hidden-figure", "figures/indicators/hidden-indicator", "research/hidden-coll",
        "research/studies/hidden-study", "research/publications/hidden-publication",
        "stronger-together/hidden-episode",
    ):  # fmt: skip
        assert Client().get(f"/en/{guessed}/").status_code == 404, guessed


def test_a_published_record_does_not_show_its_draft_relations():
    partner = make_partner(acronym=MARKER, state="draft")
    project = make_project(slug="with-a-draft")
    project.partners.add(partner)
    assert MARKER not in html("/en/programmes/niger/with-a-draft/")
    assert MARKER not in html("/en/programmes/niger/")
