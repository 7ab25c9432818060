"""What stands on a source, and which of its sources a record names."""

import pytest

from alima_site.editorial.models import FigureVersion
from tests.factories import make_fact, make_partner, make_project, make_source, make_version

pytestmark = pytest.mark.django_db


def test_public_records_of_every_kind_stand_on_their_main_source():
    source = make_source()
    on_it = [make_project(source=source), make_version(source=source), make_fact(source=source)]
    make_partner(source=source, state="draft")
    make_fact().further_sources.add(source)
    assert set(source.published_records()) == set(on_it)


def test_the_main_source_is_named_first_and_none_that_is_hidden():
    main, further = make_source(title="Z"), make_source(title="A")
    version = make_version(source=main)
    version.further_sources.add(further, make_source(state="draft"))
    assert version.public_sources == [main, further]
    found = FigureVersion.objects.with_sources().get(pk=version.pk)
    assert found.public_sources == [main, further]
    main.state = "archived"
    main.save()
    assert FigureVersion.objects.with_sources().get(pk=version.pk).public_sources == [further]


def test_a_source_is_called_by_title_publisher_and_date_where_it_has_one():
    source = make_source(title="Report", publisher="Somebody", published="2020-05")
    assert str(source) == "Report (Somebody, 2020-05)"
    source.published = ""
    assert str(source) == "Report (Somebody)"


def test_a_source_that_is_scheduled_is_not_there_to_stand_on():
    source = make_source()
    make_fact(source=source)
    source.publish_at = "2999-01-01T00:00:00Z"
    source.save()
    source.refresh_from_db()
    assert source.published_records() == []
    source.full_clean()
