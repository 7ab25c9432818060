"""The table of the explorer: rows by country and indicator, in the order they come in."""

from types import SimpleNamespace

import pytest
from django.utils.translation import override

from alima_site.portal.views.explorer import groups

pytestmark = pytest.mark.usefixtures("in_english")


def indicator(name):
    return SimpleNamespace(name=name, get_absolute_url=lambda: f"/{name}/")


SAM, MALARIA = indicator("SAM"), indicator("Malaria")


def row(programme, counted=SAM):
    return SimpleNamespace(programme=programme, indicator=counted)


def test_rows_of_one_country_and_indicator_stand_together():
    rows = [row("Mali"), row("Mali"), row("Mali", MALARIA), row("Niger")]
    found = groups(rows)
    assert [group["title"] for group in found] == ["Mali: SAM", "Mali: Malaria", "Niger: SAM"]
    assert found[0]["rows"] == rows[:2]
    assert found[1]["url"] == "/Malaria/"


def test_what_was_counted_in_several_countries_says_so():
    assert groups([row(None)])[0]["title"] == "All countries: SAM"
    with override("fr"):
        assert groups([row(None)])[0]["title"] == "Tous les pays\u00a0: SAM"


def test_nothing_found_is_no_group():
    assert groups([]) == []
