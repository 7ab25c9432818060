"""What lists and fact boxes of all pages have in common."""

from types import SimpleNamespace

import pytest
from django.http import Http404
from django.utils.translation import override

from alima_site.editorial.models import Topic
from alima_site.editorial.pages import (
    Fact,
    by_name,
    known,
    or_not_published,
    page_of,
    page_with,
    without_accents,
)
from tests.factories import make_topic


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Éthiopie", "ethiopie"),
        ("Côte d’Ivoire", "cote d’ivoire"),
        ("ÎLE", "ile"),
        ("Straße", "strasse"),
    ],
)
def test_accents_and_capitals_do_not_count_in_an_order(text, key):
    assert without_accents(text) == key


def test_records_are_ordered_as_in_a_dictionary():
    names = ["Tchad", "Éthiopie", "niger", "Mali"]
    records = sorted((SimpleNamespace(name=name) for name in names), key=by_name)
    assert [record.name for record in records] == ["Éthiopie", "Mali", "niger", "Tchad"]


def test_facts_without_a_value_are_left_out():
    founded = Fact("Founded", "2009")
    assert known(founded, Fact("Head office", ""), Fact("Staff", "")) == [founded]


@pytest.mark.parametrize("value", [None, "", 0])
def test_what_is_not_known_is_said_not_to_be_published(value):
    with override("en"):
        assert or_not_published(value) == "not published"
    with override("fr"):
        assert or_not_published(value) == "non publié"


@pytest.mark.parametrize(
    ("number", "rows"), [(None, [1, 2]), ("", [1, 2]), ("1", [1, 2]), ("3", [5])]
)
def test_a_list_is_cut_into_pages_of_which_the_first_needs_no_number(number, rows):
    assert list(page_of([1, 2, 3, 4, 5], number, 2)) == rows


@pytest.mark.parametrize("number", ["0", "4", "-1", "x", "1.5", "９９"])
def test_there_is_no_page_of_another_number(number):
    with pytest.raises(Http404):
        page_of([1, 2, 3, 4, 5], number, 2)


def test_an_empty_list_has_one_empty_page():
    page = page_of([], None, 2)
    assert (list(page), page.paginator.num_pages) == ([], 1)


def test_a_count_that_is_known_is_not_asked_for_again():
    page = page_of([1, 2, 3], "2", 2, count=40)
    assert (page.paginator.count, page.paginator.num_pages) == (40, 20)


@pytest.mark.django_db
def test_a_page_of_whole_records_holds_those_of_the_bare_ones():
    slugs = [make_topic(slug=f"made-{letter}").slug for letter in "abc"]
    found = Topic.objects.filter(slug__in=slugs).order_by("slug")
    page = page_with(found, Topic.objects.order_by("slug"), "2", 2)
    assert [topic.slug for topic in page] == ["made-c"]
    assert page.paginator.count == 3
