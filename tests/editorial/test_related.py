"""Related records that come along in one query are those that several queries would bring."""

import datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from alima_site.editorial.models import Source
from alima_site.editorial.related import OUTER, at_once, rows_of
from partners.models import Partner
from programs.models import CountryProgramme, Presence, Project
from tests.factories import make_ledger_row, make_partner, make_project, make_source

pytestmark = pytest.mark.django_db


def values(record):
    return {field.attname: getattr(record, field.attname) for field in record._meta.concrete_fields}


def test_every_value_of_a_record_survives_the_way():
    """Dates, moments, yes and no, numbers, texts with quotes: as the database has them."""
    moment = datetime.datetime(2024, 2, 29, 23, 59, 58, tzinfo=datetime.UTC)
    row = make_ledger_row(value="1234567.89", text_fr='« l’œuvre »; "\\ \n', publish_at=moment)
    row.refresh_from_db()
    partner = Partner.objects.with_ledger().get(pk=row.partner_id)
    (found,) = partner.ledger_rows
    assert values(found) == values(row)
    assert values(found.source) == values(row.source)
    assert found.partner == partner


def test_many_records_bring_theirs_in_one_query():
    with CaptureQueriesContext(connection) as queries:
        found = {p.pk: [s.pk for s in p.public_sources] for p in Project.objects.for_list()}
    assert len(queries) == 1
    for project in Project.objects.published().prefetch_related("further_sources"):
        expected = [project.source_id, *(s.pk for s in project.further_sources.all())]
        assert found[project.pk] == expected


def test_what_is_not_public_does_not_come_along():
    partner = make_partner(state="draft")
    project = make_project(slug="with-drafts")
    project.partners.add(partner)
    project.further_sources.add(make_source(state="draft"))
    found = Project.objects.for_list().get(slug="with-drafts")
    assert found.public_partners == []
    assert found.public_sources == [project.source]


def test_rows_within_rows_keep_their_order():
    befen = Partner.objects.for_page().get(slug="befen")
    (niger,) = befen.countries
    assert niger == CountryProgramme.objects.get(slug="niger")
    assert [presence.start for presence in niger.intervals] == ["2009-07"]
    assert niger.public_partners == [befen]
    haiti = CountryProgramme.objects.for_index().get(slug="haiti")
    assert [presence.start for presence in haiti.intervals] == ["2010", "2024-02"]


def test_a_record_without_related_ones_has_an_empty_list():
    presences = Presence.objects.filter(source=OUTER).select_related("programme")
    lonely = make_source()
    found = Source.objects.annotate(presences=rows_of(presences)).get(pk=lonely.pk)
    assert found.presences == []


def test_lists_that_have_nothing_in_common_come_in_one_query():
    partners, sources = Partner.objects.with_sources().order_by("slug"), Source.objects.none()
    projects = Project.objects.for_list()[:3]
    with CaptureQueriesContext(connection) as queries:
        (found,) = at_once(partners=partners, sources=sources, projects=projects)
        assert [each.public_sources for each in found.partners]
    assert len(queries) == 1
    assert list(found.partners) == list(partners)
    assert list(found.projects) == list(projects)
    assert found.sources == []
