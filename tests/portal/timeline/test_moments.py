"""What has a moment on the timeline: what is public and dated."""

import pytest

from alima_site.portal.timeline.moments import moments, undated
from tests.factories import (
    make_collaboration,
    make_country,
    make_fact,
    make_partner,
    make_presence,
    make_source,
    make_study,
)

pytestmark = pytest.mark.django_db


def of(record):
    """The moments of one record."""
    name = record._meta.model_name
    return [(m.kind, m.start, m.codes) for m in moments() if (m.of, m.key) == (name, record.pk)]


def test_each_kind_of_record_has_its_kind_of_moment_with_its_countries():
    presence = make_presence(make_country(country="ZW"), "2015-03")
    assert of(presence) == [("presence", "2015-03", ["ZW"])]
    partner = make_partner(alliance_year=2016, country="ZM")
    assert of(partner) == [("alliance", "2016", ["ZM"])]
    fact = make_fact(category="milestone", date_from="2017", countries=["NE", "ML"])
    assert of(fact) == [("milestone", "2017", ["ML", "NE"])]
    study = make_study(start="2018-01-02", countries=["GN"])
    assert of(study) == [("research", "2018-01-02", ["GN"])]
    assert of(make_collaboration(since="2019")) == [("research", "2019", [])]


def test_what_has_no_date_has_no_moment():
    country = make_country(country="ZW")
    records = [make_presence(country, ""), make_partner(), make_study(), make_collaboration()]
    records.append(make_fact(category="milestone"))
    assert [of(record) for record in records] == [[]] * 5


def test_a_fact_that_is_no_milestone_and_a_partner_who_is_no_member_have_none():
    assert of(make_fact(category="identity", date_from="2017")) == []
    assert of(make_partner(kind="operational-partner", alliance_year=2016)) == []


@pytest.mark.parametrize("hidden", ["draft", "in_review", "archived"])
def test_what_is_not_public_has_none(hidden):
    country = make_country(country="ZW", state=hidden)
    records = [make_presence(country, "2015"), make_partner(alliance_year=2016, state=hidden)]
    records.append(make_fact(category="milestone", date_from="2017", state=hidden))
    records.append(make_study(start="2018", state=hidden))
    records.append(make_collaboration(since="2019", state=hidden))
    assert [of(record) for record in records] == [[]] * 5


def test_what_rests_on_a_source_that_is_not_public_has_none():
    assert of(make_study(start="2018", source=make_source(state="draft"))) == []


def test_a_collaboration_older_than_the_alliance_has_none():
    assert of(make_collaboration(since="2008-12")) == []
    assert of(make_collaboration(since="2009"))


def test_only_public_members_without_a_year_are_named_as_undated():
    wanted = make_partner()
    others = [make_partner(alliance_year=2016), make_partner(state="draft")]
    others.append(make_partner(kind="operational-partner"))
    found = undated()
    assert wanted in found
    assert not [other for other in others if other in found]
