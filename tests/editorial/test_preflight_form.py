"""The form before publishing opens whatever is wrong with the page, and says its weight."""

import pytest
from django.http import HttpResponse

from alima_site.editorial import preflight, preflight_checks
from partners.models import Partner
from tests.factories import make_country

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def english(settings):
    settings.LANGUAGE_CODE = "en"


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
