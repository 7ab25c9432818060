"""What an editor changed, tied or deleted since the last load stays, unless reset."""

import pytest

from partners.models import Partner
from programs.models import CountryProgramme, Project
from research.models import Collaboration
from tests.editorial.content_files.edits import edit

pytestmark = [pytest.mark.django_db, pytest.mark.by_turns]


def test_an_editors_change_is_kept_until_reset(load):
    Partner.objects.filter(slug="befen").update(acronym="Edited")
    assert "1 kept as edited" in load()
    assert Partner.objects.get(slug="befen").acronym == "Edited"
    assert "1 changed" in load("--reset")
    assert Partner.objects.get(slug="befen").acronym == "BEFEN"


def test_an_editors_change_of_a_relation_is_kept(load):
    Project.objects.get(slug="ne-mirriah").partners.clear()
    assert "1 kept as edited" in load()
    assert not Project.objects.get(slug="ne-mirriah").partners.exists()


def test_what_an_editor_deleted_stays_deleted(load):
    Partner.objects.get(slug="keoogo").delete()
    said = load()
    assert said.startswith("0 created, 0 changed")
    assert not Partner.objects.filter(slug="keoogo").exists()
    load("--reset")
    assert Partner.objects.filter(slug="keoogo").exists()


def test_a_record_is_known_by_whatever_address_word_an_editor_gave_it(load):
    Partner.objects.filter(slug="keoogo").update(slug="association-keoogo")
    CountryProgramme.objects.filter(slug="chad").update(slug="tchad")
    for options in ([], ["--reset"]):
        assert load(*options).startswith("0 created")
    assert Partner.objects.count() == 8
    assert CountryProgramme.objects.filter(slug="tchad").exists()


def test_members_that_stay_keep_what_an_editor_added(files, load):
    aire = Collaboration.objects.get(slug="aire")
    aire.memberships.filter(member_en="ALIMA").update(since="2020")
    edit(files["collaborations.csv"], "; Solthis;", "; Solthis (France);")
    assert "1 changed" in load()
    assert aire.memberships.get(member_en="ALIMA").since == "2020"
    assert aire.memberships.filter(member_en="Solthis (France)").exists()
