"""Where a number is used by a token: public records only."""

import pytest

from alima_site.editorial.models import Figure
from alima_site.editorial.where_used import Use, uses_of
from tests.factories import make_fact, make_version

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_english")]


def test_a_figure_is_used_where_its_token_stands():
    figure = make_version(is_current=True).figure
    fact = make_fact(label_en="A use", statement_fr=f"x [[figure:{figure.slug}]]")
    assert uses_of(figure) == [Use("A use", fact.get_absolute_url(), "statement")]


def test_both_languages_of_a_field_are_one_use():
    figure = make_version(is_current=True).figure
    token = f"[[figure:{figure.slug}]]"
    make_fact(statement_fr=token, statement_en=token, note_en=token)
    assert [use.field for use in uses_of(figure)] == ["note", "statement"]


def test_what_is_not_public_is_no_use():
    figure = make_version(is_current=True).figure
    make_fact(statement_en=f"[[figure:{figure.slug}]]", state="draft")
    assert uses_of(figure) == []


def test_a_longer_code_is_another_figure():
    figure = make_version(is_current=True).figure
    make_fact(statement_en=f"[[figure:{figure.slug}-more]]")
    assert uses_of(figure) == []


def test_a_version_is_used_by_its_name_and_while_it_is_current():
    old = make_version()
    now = make_version(figure=old.figure, is_current=True)
    code = old.figure.slug
    make_fact(label_en="Named", statement_en=f"[[figure:{code}/{old.slug}]]")
    make_fact(label_en="Whatever is current", statement_en=f"[[figure:{code}]]")
    assert [use.label for use in uses_of(old)] == ["Named"]
    assert [use.label for use in uses_of(now)] == ["Whatever is current"]
    assert {use.label for use in uses_of(old.figure)} == {"Named", "Whatever is current"}


def test_the_shipped_pages_are_found():
    labels = {use.label for use in uses_of(Figure.objects.get(slug="patients-total"))}
    assert {"Home page", "This approach has proven its worth"} <= labels
