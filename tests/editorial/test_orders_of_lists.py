"""Records of several kinds stand kind by kind, and by name as a reader looks for it."""

import pytest
from django.db.models import Value
from django.utils.translation import override

from alima_site.editorial.listing import ready_listing, with_further_sources
from alima_site.editorial.models import Source, Topic
from partners.models import Partner
from tests.factories import make_partner, make_source, make_topic

pytestmark = pytest.mark.django_db


def made(model):
    return model.objects.filter(slug__startswith="made-")


def listed(*kinds, also=""):
    return ready_listing(lambda: kinds, also=also)()


def test_kinds_keep_their_order_and_accents_and_capitals_do_not_count():
    make_partner(acronym="AAA")
    for name in ("Zone", "Éthique", "eau", "Enfance"):
        make_topic(name_fr=name)
    with override("fr"):
        names = [str(record) for record in listed(made(Topic), made(Partner))]
    assert names == ["eau", "Enfance", "Éthique", "Zone", "AAA"]


def test_nothing_is_listed_of_nothing():
    assert listed(made(Topic), made(Source)) == []
    with_further_sources([])


def test_a_record_that_is_found_twice_is_listed_once():
    partner, source = make_partner(acronym="TWICE"), make_source()
    partner.further_sources.add(source, make_source())
    twice = Partner.objects.filter(pk=partner.pk, further_sources__title="A made source")
    assert twice.count() == 2
    assert listed(twice) == [partner]


def test_an_annotation_comes_along_as_text():
    topic = make_topic()
    marked = made(Topic).annotate(why=Value(7))
    assert [(t, t.why) for t in listed(marked, also="why")] == [(topic, "7")]


def test_a_listing_that_is_made_ready_takes_new_values_each_time():
    @ready_listing
    def named(slug):
        yield Topic.objects.filter(slug=slug)
        yield Partner.objects.filter(slug=slug)

    topic, partner = make_topic(slug="same"), make_partner(slug="same")
    other = make_topic(slug="other")
    assert named(slug="same") == [topic, partner]
    assert named(slug="other") == [other]
    assert named(slug="none") == []
