"""The uses of a number are listed on its form, at the same cost however many."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from alima_site.editorial.models import Figure, FigureVersion
from alima_site.editorial.where_used import uses_of
from tests.factories import make_fact, make_principle

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_english")]


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
