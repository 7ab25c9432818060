"""The bounds of what is advised before publishing, and what is said to be fine."""

import pytest

from alima_site.editorial import preflight, preflight_checks
from tests.factories import make_country, make_source, make_topic

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def english(settings):
    settings.LANGUAGE_CODE = "en"


def advised(check, record):
    return [remark.field for remark in check(record)]


@pytest.mark.parametrize(
    ("texts", "fields"),
    [
        ({"name_fr": "N" * 70, "summary_en": "S" * 300}, []),
        ({"name_fr": "N" * 71}, ["name_fr"]),
        ({"summary_en": "S" * 301}, ["summary_en"]),
        ({"name_en": "[[figure:patients-total]]" * 3}, []),  # counted as it is read
        ({"story_fr": "<p>" + "S" * 900 + "</p>"}, []),
    ],
)
def test_a_title_is_long_from_71_signs_and_a_summary_from_301(texts, fields):
    country = make_country()
    for name, text in texts.items():
        setattr(country, name, text)
    assert advised(preflight_checks.titles_are_short, country) == fields


@pytest.mark.parametrize(
    ("texts", "fields"),
    [
        ({"summary_fr": "", "summary_en": ""}, ["summary_fr"]),
        ({"summary_fr": "", "summary_en": "A summary"}, []),
    ],
)
def test_a_summary_in_one_language_is_one(texts, fields):
    assert advised(preflight_checks.has_a_summary, make_country(**texts)) == fields


def test_a_kind_without_summary_or_source_is_asked_for_none():
    topic = make_topic()
    assert advised(preflight_checks.has_a_summary, topic) == []
    assert advised(preflight_checks.source_is_public, topic) == []
    assert "It has its source" not in preflight.preflight(topic).fine


def test_what_is_said_to_be_fine_is_not_said_to_be_wrong():
    country = make_country(source=make_source(state="draft"), name_en="")
    assert preflight.preflight(country).fine == []
