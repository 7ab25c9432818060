"""The bounds of what is advised before publishing, and what is said to be fine."""

import pytest
from django.http import HttpResponse

from alima_site.editorial import preflight, preflight_checks
from partners.models import Partner
from tests.factories import make_country, make_photo, make_source, make_topic

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


@pytest.mark.parametrize("name", ["credit", "alt_fr", "consent_language"])
def test_a_picture_is_kept_back_by_what_it_lacks(name):
    photo = make_photo()
    assert preflight.refusals(photo) == []
    setattr(photo, name, "")
    assert {remark.field for remark in preflight.refusals(photo)} == {name}


def test_a_picture_without_its_file_is_told_at_the_form_as_a_whole():
    photo = make_photo()
    photo.key = ""
    assert [remark.field for remark in preflight.refusals(photo)] == [""]


@pytest.mark.parametrize(
    ("page", "said"),
    [
        (HttpResponse("short"), "Page: 0 kB"),
        (HttpResponse(status=404), "As it stands, this record would have no page."),
        (ZeroDivisionError(), "As it stands, this record would have no page."),
    ],
)
def test_the_form_opens_whatever_is_wrong_with_the_page(page, said, monkeypatch, rf, no_log):
    def page_of(*args):
        if isinstance(page, Exception):
            raise page
        return page

    monkeypatch.setattr(preflight.preview, "page_of", page_of)
    report = preflight.preflight(make_country(), rf.get("/"))
    assert said in [*report.fine, *(remark.text for remark in report.advice)]


@pytest.mark.parametrize(("size", "heavy"), [(14, False), (15, True)])
def test_a_page_is_heavy_above_14_kilobytes(size, heavy, monkeypatch, rf):
    monkeypatch.setattr(preflight, "page_size", lambda record, request: size)
    report = preflight.preflight(make_country(), rf.get("/"))
    assert any("Heavy" in remark.text for remark in report.advice) is heavy
    assert (f"Page: {size} kB" in report.fine) is not heavy


def test_a_remark_names_the_field_with_the_colon_of_the_language():
    remark = preflight_checks.of_field(Partner(), "role_en", "the English is missing.")
    assert remark == ("role in the alliance: the English is missing.", "role_en")
