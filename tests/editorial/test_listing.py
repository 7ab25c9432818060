"""Records of many kinds in one query: their names and addresses are those of the whole records."""

import pytest
from django.apps import apps
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils.translation import override

from alima_site.editorial.listing import ready_listing, with_further_sources
from alima_site.editorial.models import Content
from programs.models import PatientStatistic
from tests.factories import make_fact, make_source, make_study, make_version

pytestmark = pytest.mark.django_db
KINDS = [model for model in apps.get_models() if issubclass(model, Content)]


def named(records):
    return {(type(record), record.pk, str(record), record.get_absolute_url()) for record in records}


@pytest.mark.parametrize("language", ["fr", "en"])
def test_one_query_gives_the_names_and_addresses_of_everything(language):
    everything = ready_listing(lambda: [model._default_manager.all() for model in KINDS])
    with override(language):
        with CaptureQueriesContext(connection) as captured:
            found = named(everything())
        assert len(captured) == 1
        assert len(found) > 500
        assert found == named(record for model in KINDS for record in model._default_manager.all())


def test_a_listed_statistic_tells_no_value():
    PatientStatistic.objects.update(value=7)
    listed = ready_listing(lambda: [PatientStatistic.objects.published()])()
    assert not any(": 7" in str(record) for record in listed)


def test_further_sources_of_several_kinds_are_one_query():
    records = [make_fact(), make_version(), make_study(), make_study()]
    sources = [make_source(title=title) for title in ("B", "A", "C")]
    records[0].further_sources.set(sources)
    records[2].further_sources.set(sources[:1])
    with CaptureQueriesContext(connection) as captured:
        with_further_sources(records[:2], records[2:])
        titles = [[source.title for source in record.further_sources.all()] for record in records]
    assert titles == [["A", "B", "C"], [], ["B"], []]
    assert len(captured) == 1
