"""A donor's six questions: answered from records, or “not published”."""

from types import SimpleNamespace

import pytest
from django.utils.translation import override

from alima_site.portal.evidence.donor_questions import questions
from tests.portal.evidence.known_things import country, known, page, partner

pytestmark = pytest.mark.usefixtures("in_english")

PARTNERS, COUNTRIES, GOVERNANCE, MONEY, ACHIEVED, RESEARCH = range(6)


def answers(**found):
    return [each.answer for each in questions(known(**found))]


def ledger_row(measure):
    return SimpleNamespace(measure=measure, partner_id=1, currency="EUR", year=2023)


def test_where_nothing_is_published_the_first_four_say_so_and_invent_nothing():
    assert answers()[: MONEY + 1] == ["not published"] * 4


def test_the_members_are_named_with_the_first_year():
    members = [partner("LATER", alliance_year=2014), partner("FIRST", alliance_year=2009)]
    others = [partner("OTHER", kind="operational-partner", alliance_year=2001)]
    assert answers(partners=members + others)[PARTNERS] == "LATER, FIRST (the first since 2009)"


def test_members_without_any_year_are_named_all_the_same():
    assert answers(partners=[partner("A"), partner("B")])[PARTNERS] == "A, B (not published)"


def test_only_co_managed_countries_are_named():
    found = [country("Niger", partner("BEFEN")), country("Haiti")]
    assert answers(countries=found)[COUNTRIES] == "Niger"


def test_seats_are_told_in_the_words_of_the_fact():
    seats = SimpleNamespace(
        slug="gov-local-seats", statement="Two seats", get_absolute_url=page("seats")
    )
    assert answers(facts=[seats])[GOVERNANCE] == "Two seats"


@pytest.mark.parametrize(
    ("measure", "answer"),
    [
        ("funds", "see the ledger"),
        ("share", "see the ledger"),
        ("seats", "not published"),
        ("trainings", "not published"),
    ],
)
def test_only_rows_on_money_answer_the_question_of_money(measure, answer):
    assert answers(rows=[ledger_row(measure)])[MONEY] == answer


def test_each_question_leads_to_its_place_in_the_readers_language():
    with override("fr"):
        urls = [each.url for each in questions(known())]
    anchors = ["alliance", "working-together", "dividing-power", "ledger"]
    assert urls[: MONEY + 1] == [f"/fr/modele/#{anchor}" for anchor in anchors]
    assert urls[ACHIEVED:] == ["/fr/chiffres/explorer/", "/fr/recherche/etudes/"]
