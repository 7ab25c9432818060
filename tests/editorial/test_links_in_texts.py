"""A text that leads to the page of a record uses it, and so does a row of another one's form."""

import pytest

from alima_site.editorial.where_used import uses_of
from tests.factories import (
    make_country,
    make_fact,
    make_partner,
    make_presence,
    make_project,
    make_source,
    make_topic,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_english")]


def places(record):
    return [(use.label, use.field) for use in uses_of(record)]


@pytest.mark.parametrize("address", ["/en/partners/linked/", "/fr/partenaires/linked/"])
def test_a_link_to_its_page_is_a_use_in_whichever_language(address):
    partner = make_partner(slug="linked")
    make_project(name_en="A story", story_fr=f'<p><a href="{address}">Lui</a></p>')
    assert places(partner) == [("A story", "text")]


@pytest.mark.parametrize(
    "text", ['<a href="/en/partners/linked/more/">x</a>', '<a href="/en/partners/linked-2/">x</a>']
)
def test_a_longer_address_is_that_of_another_page(text):
    partner = make_partner(slug="linked")
    make_project(story_en=f"<p>{text}</p>")
    assert places(partner) == []


def test_a_record_that_names_itself_is_not_used():
    project = make_project(slug="alone")
    project.story_en = f'<p><a href="{project.get_absolute_url()}">Here</a></p>'
    project.save()
    assert places(project) == []


def test_a_row_of_a_form_uses_its_source_in_the_name_of_its_record():
    source, country = make_source(), make_country(name_en="A made country")
    presence = make_presence(country, "2011")
    presence.source = source
    presence.save()
    assert places(source) == [("A made country", "presence")]


def test_a_main_and_a_further_source_are_told_apart():
    source = make_source()
    make_fact(label_en="B", source=source)
    make_fact(label_en="A").further_sources.add(source)
    assert places(source) == [("A", "further sources"), ("B", "main source")]


def test_what_nobody_uses_has_no_uses():
    assert uses_of(make_topic()) == []
