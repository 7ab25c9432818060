from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone

from alima_site.editorial.models import Correction, Figure, FigureVersion, Source, Topic
from programs.models import PatientStatistic
from tests.factories import (
    make_figure,
    make_indicator,
    make_source,
    make_statistic,
    make_topic,
    make_version,
)

pytestmark = pytest.mark.django_db
NOW = timezone.now()


@pytest.mark.parametrize("state", ["draft", "in_review", "archived"])
def test_only_the_published_state_is_published(state):
    topic = make_topic(state=state)
    assert topic not in Topic.objects.published()
    assert not topic.is_published


@pytest.mark.parametrize(
    ("publish_at", "expire_at", "public"),
    [
        (None, None, True),
        (NOW - timedelta(days=1), None, True),
        (NOW + timedelta(days=1), None, False),
        (None, NOW + timedelta(days=1), True),
        (None, NOW - timedelta(days=1), False),
    ],
)
def test_publication_begins_and_ends_at_its_moment(publish_at, expire_at, public):
    topic = make_topic(publish_at=publish_at, expire_at=expire_at)
    assert (topic in Topic.objects.published()) is public
    assert topic.is_published is public


def test_published_can_be_asked_for_another_moment():
    topic = make_topic(publish_at=NOW + timedelta(days=2))
    assert topic in Topic.objects.published(at=NOW + timedelta(days=3))


@pytest.mark.parametrize("hidden", ["indicator", "source"])
def test_a_statistic_is_not_public_without_what_it_stands_on(hidden):
    related = {
        "indicator": make_indicator(state="draft" if hidden == "indicator" else "published"),
        "source": make_source(state="draft" if hidden == "source" else "published"),
    }
    assert make_statistic(**related) not in PatientStatistic.objects.published()


def test_a_version_of_a_draft_figure_is_not_public():
    version = make_version(figure=make_figure(state="draft"))
    assert version not in FigureVersion.objects.published()


def refused_by_the_database(make, **values):
    with pytest.raises(IntegrityError), transaction.atomic():
        make(**values)
    return True


def test_the_database_refuses_a_number_without_a_main_source():
    assert refused_by_the_database(make_version, source=None)
    assert refused_by_the_database(make_statistic, source=None)


def test_the_database_refuses_a_period_that_ends_before_it_starts():
    backwards = {"period_start": "2024-02-01", "period_end": "2024-01-31"}
    assert refused_by_the_database(make_version, **backwards)
    assert refused_by_the_database(make_statistic, **backwards)


def test_the_database_refuses_a_negative_count():
    assert refused_by_the_database(make_version, value=-1)
    assert refused_by_the_database(make_statistic, value=-1)


def test_the_database_refuses_two_current_versions_of_one_figure():
    figure = make_figure()
    make_version(figure=figure, is_current=True)
    make_version(figure=figure, is_current=False)
    assert refused_by_the_database(make_version, figure=figure, is_current=True, state="draft")


def test_the_database_refuses_one_address_word_twice():
    source = make_source()
    assert refused_by_the_database(make_source, slug=source.slug)


def test_words_of_the_sites_addresses_are_no_slugs():
    source = make_source()
    source.slug = "corrections"
    with pytest.raises(ValidationError, match="corrections"):
        source.full_clean()


def test_french_fields_get_french_spaces_when_saved_through_a_form():
    topic = make_topic(name_fr="Soins : ici", name_en="Care: here")
    topic.full_clean()
    assert (topic.name_fr, topic.name_en) == ("Soins\u00a0: ici", "Care: here")


def test_a_changed_published_value_leaves_a_correction_with_its_reason():
    version = make_version(value=10)
    version.value = 12
    version.correction_reason = {"fr": "Faute de frappe", "en": "A misprint"}
    version.save()
    correction = Correction.objects.get(object_id=version.pk)
    assert (correction.field, correction.old, correction.new) == ("value", "10", "12")
    assert correction.reason_fr == "Faute de frappe"


def test_a_changed_draft_leaves_no_correction():
    version = make_version(value=10, state="draft")
    version.value = 12
    version.save()
    assert not Correction.objects.exists()


def test_the_current_version_of_a_figure_is_the_marked_one():
    figure = Figure.objects.published().with_versions().get(slug="patients-total")
    assert figure.current.slug == "p-13m"
    assert len(figure.public_versions) == 14


def test_a_source_is_found_by_words_of_title_and_publisher():
    source = make_source(title="Annual report", publisher="Somebody")
    assert source in Source.objects.matching("report somebody")
    assert source not in Source.objects.matching("report nobody")


def test_a_source_stays_public_while_something_public_stands_on_it():
    version = make_version()
    version.source.state = "archived"
    with pytest.raises(ValidationError, match="1"):
        version.source.full_clean()
    version.state = "archived"
    version.save()
    version.source.full_clean()
