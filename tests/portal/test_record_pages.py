"""The record a page is about: of the right kind, and only on its own page."""

from types import SimpleNamespace

import pytest
from django.urls import get_resolver

from alima_site.portal.record_pages import RECORD_PAGES, record_of, view_name
from partners.models import Partner
from programs.models import Project


def request(name):
    return SimpleNamespace(resolver_match=SimpleNamespace(view_name=name))


@pytest.mark.parametrize(
    ("name", "variable", "record"),
    [
        ("partners:detail", "partner", Partner()),
        ("programs:multi_country_project", "project", Project()),
    ],
)
def test_the_page_of_a_record_hands_it_on(name, variable, record):
    context = {"request": request(name), "partner": Partner(), "project": Project()}
    assert record_of(context | {variable: record}) is record


def test_a_list_is_about_no_record_whatever_its_template_has_by_that_name():
    assert record_of({"request": request("partners:list"), "partner": Partner()}) is None


@pytest.mark.parametrize("found", [None, "befen", Project()])
def test_something_else_by_the_same_name_is_not_the_record(found):
    assert record_of({"request": request("partners:detail"), "partner": found}) is None


@pytest.mark.parametrize("asked", [None, SimpleNamespace(), SimpleNamespace(resolver_match=None)])
def test_an_error_page_has_no_view_and_no_record(asked):
    assert view_name(asked) == ""
    assert record_of({"request": asked, "partner": Partner()}) is None
    assert record_of({"partner": Partner()}) is None


def test_every_page_of_a_record_is_an_address_of_the_site():
    spaces = get_resolver().namespace_dict
    for name in RECORD_PAGES:
        space, view = name.split(":")
        assert view in spaces[space][1].reverse_dict, name
