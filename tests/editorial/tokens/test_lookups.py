"""One query finds all the figures of a page, and nothing outlives its request."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from alima_site.editorial.models import FigureVersion
from tests.editorial.tokens.rendered import shown
from tests.factories import (
    make_fact,
    make_statistic,
    make_version,
)

pytestmark = pytest.mark.django_db


def test_nothing_is_remembered_outside_a_request():
    fact = make_fact(label_en="[[figure:countries]]")
    assert ">14<" in shown(fact, 'text:"label"')
    FigureVersion.objects.filter(slug="c-14").update(value=15)
    assert ">15<" in shown(fact, 'text:"label"')


def queries_of_about(statistics, figures):
    for number, (statistic, figure) in enumerate(zip(statistics, figures, strict=True)):
        make_fact(statement_en=f"{number}: [[stat:{statistic.slug}]] [[figure:{figure.slug}]]")
    with CaptureQueriesContext(connection) as captured:
        html = Client().get("/en/about/").content.decode()
    for statistic in statistics:
        assert f"#{statistic.slug}" in html
    return len(captured)


def test_a_page_asks_once_for_its_figures_and_once_for_its_statistics():
    with CaptureQueriesContext(connection) as none:
        Client().get("/en/about/")
    figures = [make_version(is_current=True).figure for _ in range(30)]
    statistics = [make_statistic() for _ in range(30)]
    # The third asks which small counts are withheld.
    few = queries_of_about(statistics[:3], figures[:3])
    assert queries_of_about(statistics, figures) == few == len(none) + 3
