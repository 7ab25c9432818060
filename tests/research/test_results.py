"""Whose result staff are reminded of; what the public page says meanwhile."""

import datetime

import pytest
from django.test import Client
from django.utils import timezone

from research.models import Study
from tests.factories import make_study

pytestmark = pytest.mark.django_db
TODAY = datetime.date(2024, 6, 15)


@pytest.mark.parametrize(
    ("end", "due"),
    [
        ("2023-06-14", True),
        ("2023-06-15", True),
        ("2023-06-16", False),
        ("2023-05", True),
        ("2023-06", False),  # it ran to the 30th
        ("2022", True),
        ("2023", False),
        ("2024-06-15", False),
        ("2027-06-01", False),
        ("", False),
    ],
)
def test_a_result_is_due_twelve_months_after_the_end(end, due, monkeypatch):
    study = make_study(end=end)
    assert (study in Study.objects.result_due(TODAY)) == due
    monkeypatch.setattr(timezone, "localdate", lambda: TODAY)
    assert study.is_result_due == due


def test_no_result_is_due_of_a_study_that_has_one_or_was_put_away():
    told = make_study(end="2020", main_result_en="It did not help")
    archived = make_study(end="2020", state="archived")
    assert not {told, archived} & set(Study.objects.result_due(TODAY))
    assert not told.is_result_due


def test_staff_find_the_studies_whose_result_is_due(admin_client):
    due, other = make_study(end="2020"), make_study(end="2020", main_result_en="It helped")
    found = admin_client.get("/admin/research/study/", {"result": "due"}).context["cl"].queryset
    assert due in found
    assert other not in found


def test_the_public_is_told_that_no_result_is_recorded_and_where_the_registry_is():
    make_study(slug="silent", end="2020", registration_id="NCT03751475")
    page = Client().get("/en/research/studies/silent/").content.decode()
    assert "No result recorded here" in page
    assert 'href="https://clinicaltrials.gov/study/NCT03751475"' in page
    assert "due" not in page.partition("<main")[2].partition("</main")[0]
