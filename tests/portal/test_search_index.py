"""The index follows the records: names, relations, addresses, deletions."""

import pytest
from django.core.management import call_command
from django.db import transaction

from alima_site.portal.models import SearchEntry, SearchWord
from alima_site.portal.search.finding import Search
from alima_site.portal.search.index import rebuild
from tests.factories import (
    make_collaboration,
    make_country,
    make_partner,
    make_project,
    make_topic,
)

pytestmark = pytest.mark.django_db


def found(query, language="en"):
    """The address words of what is found, in order."""
    return [hit.slug for hit in Search(query, language).found().hits]


def test_the_index_follows_a_new_name_a_tie_and_a_deletion():
    partner, project = make_partner(slug="them", acronym="Zwingli"), make_project(slug="this")
    project.partners.add(partner)
    partner.acronym = "Bullinger"
    partner.save()
    assert found("zwingli") == []
    assert found("bullinger") == ["them", "this"]
    project.partners.clear()
    assert found("bullinger") == ["them"]
    partner.delete()
    assert found("bullinger") == []


def test_a_new_address_of_a_country_is_that_of_its_projects():
    country = make_country(slug="old")
    make_project(slug="zwingli", programme=country)
    country.slug = "new"
    country.save()
    urls = SearchEntry.objects.filter(slug="zwingli").values_list("url", flat=True)
    assert sorted(urls) == ["/en/programmes/new/zwingli/", "/fr/programmes/new/zwingli/"]


def test_members_of_a_collaboration_are_words_of_it():
    collaboration = make_collaboration(slug="made-body")
    member = collaboration.memberships.create(member_fr="Zwingli", member_en="Zwingli")
    assert found("zwingli") == ["made-body"]
    member.delete()
    assert found("zwingli") == []


def test_the_index_is_undone_with_the_save_it_belongs_to():
    with transaction.atomic():
        make_partner(acronym="Zwingli")
        assert found("zwingli")
        transaction.set_rollback(True)
    assert not SearchWord.objects.filter(word="zwingli").exists()


def test_a_rebuilt_index_is_the_one_that_the_saves_kept():
    make_project(slug="this").topics.add(make_topic(name_en="Zwingli"))

    def rows():
        names = ["entry__model", "entry__slug", "language", "word", "place", "via_model"]
        return sorted(SearchWord.objects.values_list(*names))

    before = rows()
    call_command("rebuild_search", verbosity=0)
    assert rows() == before


def test_every_published_record_is_in_the_index():
    before = SearchEntry.objects.count()
    assert rebuild() * 2 == before
