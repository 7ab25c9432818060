"""The home page names figures in code: staff see that it uses them."""

import pytest
from django.utils.translation import override

from alima_site.editorial.models import Figure, FigureVersion, Source
from alima_site.portal.page_queries import CONCERNS, HEADLINES
from alima_site.portal.where_used import on_the_home_page


def uses(record):
    with override("en"):
        return [tuple(use) for use in on_the_home_page(record)]


@pytest.mark.parametrize("code", [*HEADLINES, *CONCERNS.values()])
def test_every_figure_of_the_home_page_is_used_there(code):
    assert uses(Figure(slug=code)) == [("Home page", "/en/", "headline figures")]


def test_of_its_versions_only_the_current_one_is():
    figure = Figure(slug=HEADLINES[0])
    assert uses(FigureVersion(figure=figure, is_current=True))
    assert not uses(FigureVersion(figure=figure, is_current=False))


def test_another_figure_or_another_kind_of_record_by_that_name_is_not():
    assert not uses(Figure(slug="another"))
    assert not uses(FigureVersion(figure=Figure(slug="another"), is_current=True))
    assert not uses(Source(slug=HEADLINES[0]))
