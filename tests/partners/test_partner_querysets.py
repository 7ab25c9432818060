"""Who stands where in the lists of partners."""

import pytest

from partners.models import Partner
from tests.factories import make_partner

pytestmark = pytest.mark.django_db
OTHER = "operational-partner"


@pytest.fixture
def partners():
    """The only ones there are, made in no order."""
    return [
        make_partner(slug="undated"),
        make_partner(slug="late", alliance_year=2020),
        make_partner(slug="other-undated", kind=OTHER),
        make_partner(slug="b-early", alliance_year=2010),
        make_partner(slug="a-early", alliance_year=2010),
        make_partner(slug="z-other", kind=OTHER, alliance_year=2009),
    ]


def slugs(method, partners):
    records = Partner.objects.filter(pk__in=[each.pk for each in partners])
    return [each.slug for each in getattr(records, method)()]


MEMBERS, OTHERS = ["a-early", "b-early", "late", "undated"], ["z-other", "other-undated"]


def test_members_stand_in_the_order_in_which_they_joined_undated_last(partners):
    assert slugs("members", partners) == MEMBERS


def test_other_partners_are_no_members(partners):
    assert slugs("operational", partners) == OTHERS


def test_in_a_list_of_all_the_members_come_first(partners):
    assert slugs("members_first", partners) == MEMBERS + OTHERS
