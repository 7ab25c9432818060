"""What the research files may hold in their own columns."""

import pytest

from alima_site.editorial.content_files import ContentError, Row
from research import cells
from research.cells import EitherLanguage, Identifier, LanguageOfTitle, MemberDetails, Members
from research.schemes import DOI, ROR
from tests.factories import make_collaboration


def row(**columns):
    return Row("collaborations.csv", 7, {"id": "coral"} | columns)


@pytest.fixture
def details(monkeypatch):
    """What memberships.csv would have for the row; none unless a test adds some."""
    found = []
    monkeypatch.setattr(cells, "details_of", lambda row, find: found)
    return found


def members(**columns):
    return Members("members_en").read(row(**columns), None)


def test_members_stand_in_the_order_of_the_file_in_both_languages(details):
    listed = members(members_en="Team; Hospital", members_fr="Équipe; Hôpital")
    assert listed == [["Team", "Équipe"], ["Hospital", "Hôpital"]]


def test_members_without_french_are_called_the_same(details):
    assert members(members_en="Inserm; ANRS") == [["Inserm", "Inserm"], ["ANRS", "ANRS"]]


def test_as_many_members_stand_in_each_language(details):
    place = r"collaborations\.csv, line 7, column members_fr: 1 members, but 2 in English"
    with pytest.raises(ContentError, match=place):
        members(members_en="Team; Hospital", members_fr="Équipe")


def test_members_that_are_named_within_the_text_come_last_and_once(details):
    details += [Row("", 1, {"member_en": name, "member_fr": name}) for name in ("NIH", "Team")]
    assert members(members_en="Team", members_fr="Équipe") == [["Team", "Équipe"], ["NIH", "NIH"]]


def test_members_have_french_spaces(details):
    assert members(members_en="A", members_fr="A : B")[0][1] == "A\u00a0: B"


@pytest.mark.django_db
def test_only_members_of_whom_something_is_known_are_compared():
    alliance, institute = make_collaboration(), make_collaboration(slug="institute")
    alliance.memberships.create(member_en="Known", institution=institute, since="2016")
    alliance.memberships.create(member_en="Bare")
    current = MemberDetails("").current(alliance, "member_details")
    assert current == {"Known": ["institute", "", "2016", ""]}


def test_a_french_wording_goes_before_the_english_one():
    cell = EitherLanguage("name_fr", "name")
    assert cell.parse(row(name="Ebola trial", name_fr="Essai Ebola")) == "Essai Ebola"
    assert cell.parse(row(name="CORAL")) == "CORAL"


def test_an_identifier_is_read_in_any_spelling_and_may_be_missing():
    assert Identifier("doi", DOI).parse(row(doi="https://doi.org/10.1000/X")) == "10.1000/x"
    assert Identifier("doi", DOI).parse(row()) == ""


def test_a_wrong_identifier_is_refused_with_its_place():
    with pytest.raises(ContentError, match=r"line 7, column ror: .*02vjkv262"):
        Identifier("ror", ROR).parse(row(ror="02vjkv262"))


def test_a_title_is_english_unless_the_additions_say_otherwise():
    assert LanguageOfTitle("language").parse(row()) == "en"
    assert LanguageOfTitle("language").parse(row(language="fr")) == "fr"
