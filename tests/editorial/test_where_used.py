"""Where a number is used: public records only, by token and by relation."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils.translation import override

from alima_site.editorial.models import Figure, FigureVersion
from alima_site.editorial.where_used import Use, uses_of
from tests.factories import make_fact, make_partner, make_principle, make_statistic, make_version

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def in_english():
    with override("en"):
        yield


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


def test_records_tied_to_a_version_are_uses():
    version = make_version()
    make_principle(title_en="Tied").figures.add(version)
    uses = uses_of(version.figure)
    assert [(use.label, use.field) for use in uses] == [("Tied", "figures in the text")]
    assert uses_of(version) == uses


def test_a_statistic_is_used_by_token_tables_and_ties():
    partner = make_partner(acronym="MADE-1")
    statistic = make_statistic()
    statistic.partners.add(partner)
    make_statistic(subset_of=statistic)
    make_fact(label_en="A text", statement_en=f"[[stat:{statistic.slug}]]")
    fields = {use.label: use.field for use in uses_of(statistic)}
    assert fields[str(statistic.indicator)] == "patient statistics"
    assert fields["MADE-1"] == "patient statistics"
    assert fields["A text"] == "statement"
    assert "subset of" in fields.values()


def test_the_shipped_pages_are_found():
    labels = {use.label for use in uses_of(Figure.objects.get(slug="patients-total"))}
    assert {"Home page", "This approach has proven its worth"} <= labels


def queries(figure):
    with CaptureQueriesContext(connection) as captured:
        uses_of(figure)
    return len(captured)


def test_more_uses_need_no_more_queries():
    version = FigureVersion.objects.get(slug="p-13m")
    before = queries(version.figure)
    for _ in range(10):
        make_fact(statement_en="[[figure:patients-total]] [[stat:x]]")
        make_principle(text_en="[[figure:patients-total]]").figures.add(version)
    assert queries(version.figure) <= before + 1  # the value itself, once, for names with a token
    assert before < 40


def test_the_form_of_a_figure_lists_them(admin_client):
    figure = Figure.objects.get(slug="unmet-needs")
    address = reverse("admin:editorial_figure_change", args=[figure.pk])
    html = admin_client.get(address, headers={"accept-language": "en"}).text
    assert '<li><a href="/en/">Home page</a> (headline figures)</li>' in html
    assert '<a href="/en/model/#concern-treat">TREAT</a> (text)' in html
