"""Which institutes belong to which alliances."""

from research.network import network
from tests.research.unsaved import a_collaboration, a_member


def names(institutes):
    return [(i.record.slug, [alliance.slug for alliance in i.alliances]) for i in institutes]


def test_those_of_most_alliances_come_first_and_then_by_address_word():
    b, a, busy = (a_collaboration(slug=slug) for slug in ("b", "a", "busy"))
    one = a_collaboration(a_member("B", b), a_member("Busy", busy), slug="one")
    two = a_collaboration(a_member("A", a), a_member("Busy", busy), slug="two")
    assert names(network([one, two, b, a, busy])) == [
        ("busy", ["one", "two"]), ("a", ["two"]), ("b", ["one"]),
    ]  # fmt: skip


def test_two_teams_of_one_institute_are_one_tie():
    institute = a_collaboration(slug="institute")
    teams = (a_member("One team", institute), a_member("Another team", institute))
    assert names(network([a_collaboration(*teams, slug="alliance"), institute])) == [
        ("institute", ["alliance"])
    ]


def test_a_member_whose_record_is_not_listed_is_not_in_the_network():
    hidden = a_collaboration(slug="hidden")
    members = (a_member("Hidden", hidden), a_member("Without a record"))
    assert network([a_collaboration(*members)]) == []
