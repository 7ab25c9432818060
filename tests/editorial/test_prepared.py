"""Queries that are put into words once: each time they run they ask anew."""

import datetime

import pytest
from django.db import connection
from django.http import Http404
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from alima_site.editorial.prepared import held_or_404, one_or_404, prepared
from partners.models import Partner
from partners.page_queries import partner_page, statistics_of
from tests.factories import make_partner, make_statistic

pytestmark = pytest.mark.django_db


def test_each_run_has_its_own_values():
    make_partner(slug="one"), make_partner(slug="two")
    assert [one_or_404(partner_page(slug=slug)).slug for slug in ("one", "two")] == ["one", "two"]
    with pytest.raises(Http404):
        one_or_404(partner_page(slug="three"))


def test_a_record_is_read_once_for_a_state_and_never_held_without():
    first, second = make_partner(slug="one"), make_partner(slug="two")

    def ids(*states):
        return {id(held_or_404(state, partner_page, slug=first.slug)) for state in states}

    assert ids("a state") == ids("a state")
    assert len(ids("a state", "another")) == 2
    assert held_or_404("", partner_page, slug="one") is not held_or_404(
        "", partner_page, slug="one"
    )
    assert held_or_404("a state", partner_page, slug="two") == second
    with pytest.raises(Http404):
        held_or_404("a state", partner_page, slug="three")


def test_it_is_built_once_and_runs_as_one_query():
    built = []

    @prepared
    def of(slug):
        built.append(slug)
        return Partner.objects.published().filter(slug=slug)

    with CaptureQueriesContext(connection) as queries:
        for _n in range(3):
            list(of(slug="befen"))
    assert (len(built), len(queries)) == (1, 3)


def test_what_is_public_is_asked_of_the_moment_it_runs(monkeypatch):
    now = timezone.now()
    make_partner(slug="soon", publish_at=now + datetime.timedelta(minutes=1))
    assert not list(partner_page(slug="soon"))
    monkeypatch.setattr(timezone, "now", lambda: now + datetime.timedelta(minutes=2))
    assert list(partner_page(slug="soon"))


def test_small_counts_are_withheld_each_time():
    partner = make_partner()
    statistic = make_statistic(value=40)
    statistic.partners.add(partner)
    assert [row.value for row in statistics_of(partner=partner.pk)] == [40]
    statistic.value = 4
    statistic.save()
    assert [row.withheld for row in statistics_of(partner=partner.pk)] == ["small"]


def test_it_takes_no_further_filter():
    with pytest.raises(TypeError, match="no further filter"):
        partner_page(slug="befen").filter(kind="alliance-member")
