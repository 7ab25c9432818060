"""The content files of this site are all loaded, and a second time nothing changes."""

import pytest
from django.core.management import call_command

from alima_site.editorial.models import Figure, FigureVersion, Indicator, Source
from partners.models import (
    AllianceFact,
    Partner,
    PartnershipPrinciple,
    Representative,
    Series,
    Voice,
)
from programs.models import CountryProgramme, PatientStatistic, Presence, Project
from research.models import Collaboration, Publication, Study

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("model", "rows"),
    [
        (Source, 203), (Indicator, 36), (FigureVersion, 52), (Figure, 21), (Partner, 8),
        (CountryProgramme, 16), (Project, 62), (PatientStatistic, 202), (Collaboration, 18),
        (Study, 20), (Publication, 17), (AllianceFact, 81), (Voice, 24), (Series, 1),
        (Presence, 18), (PartnershipPrinciple, 13),
    ],
)  # fmt: skip
def test_every_row_of_the_files_is_loaded(model, rows):
    assert model.objects.count() == rows


def test_a_second_load_changes_nothing(load):
    said = load()
    assert said == "0 created, 0 changed, 854 unchanged, 0 kept as edited"


def test_if_empty_does_nothing_when_there_is_content(capsys):
    call_command("load_content", "--if-empty")
    assert capsys.readouterr().out == ""


def test_leaders_wait_in_review_until_they_are_confirmed():
    leaders = AllianceFact.objects.filter(category="leadership")
    assert leaders.count() == 10
    assert not leaders.published().exists()
    assert Representative.objects.count() == 2
    assert not Representative.objects.published().exists()
