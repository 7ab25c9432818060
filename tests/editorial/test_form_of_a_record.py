"""The form of a record follows from the names of its fields."""

import pytest
from django.contrib.admin.sites import site
from django.contrib.auth.models import User
from django.test import RequestFactory
from django.utils.translation import override

from alima_site.editorial.admin_base import LabelledMoment
from alima_site.editorial.admin_columns import plain_columns
from alima_site.editorial.models import FigureVersion, Source, Topic
from partners.models import Partner
from tests.factories import make_topic

pytestmark = pytest.mark.django_db


@pytest.fixture
def request_of_all(rf: RequestFactory):
    request = rf.get("/admin/")
    request.user = User(is_superuser=True, is_active=True)
    return request


def fieldsets(model, request):
    with override("en"):
        found = site._registry[model].get_fieldsets(request)
    return {str(title): options["fields"] for title, options in found}


def test_each_language_stands_in_its_own_column_with_the_note_last(request_of_all):
    found = fieldsets(Source, request_of_all)
    assert (found["Français"], found["English"]) == (["note_fr"], ["note_en"])
    found = fieldsets(FigureVersion, request_of_all)
    for title, ending in (("Français", "_fr"), ("English", "_en")):
        assert all(name.endswith(ending) for name in found[title])
        assert found[title][-1] == f"note{ending}"
        assert len(found[title]) > 2


def test_sources_and_publication_stand_apart_and_the_state_nowhere(request_of_all):
    found = fieldsets(FigureVersion, request_of_all)
    assert list(found) == ["None", "Français", "English", "Sources", "Publication"]
    assert found["Sources"] == ["source", "further_sources", "source_published", "confidence"]
    assert found["Publication"] == ["slug", "publish_at", "expire_at", "updated_at"]
    everything = [name for names in found.values() for name in names]
    assert "state" not in everything
    assert len(everything) == len(set(everything))


def test_a_kind_without_sources_has_no_empty_box(request_of_all):
    assert "Sources" not in fieldsets(Topic, request_of_all)


def test_the_address_word_follows_the_name_of_a_new_record_only(request_of_all):
    def follows(model, obj=None):
        return site._registry[model].get_prepopulated_fields(request_of_all, obj)

    assert follows(Topic) == {"slug": ["name_en"]}
    assert follows(Partner) == {"slug": ["acronym"]}
    assert follows(Topic, Topic(slug="there")) == {}


def test_relations_that_can_be_searched_are_never_sent_as_a_list(request_of_all):
    found = site._registry[FigureVersion].get_autocomplete_fields(request_of_all)
    assert found == ["source", "figure", "further_sources"]


def test_a_list_shows_the_value_that_a_text_names():
    column, slug = plain_columns(Topic, ("name_en", "slug"))
    assert slug == "slug"
    assert column(make_topic(name_en="About [[figure:unmet-needs]]")) == "About 50%"
    assert column.admin_order_field == "name_en"


def test_date_and_time_have_names_for_those_who_do_not_see_them():
    with override("en"):
        parts = LabelledMoment().get_context("publish_at", None, {})["widget"]["subwidgets"]
        assert [str(part["attrs"]["aria-label"]) for part in parts] == ["Date", "Time"]
