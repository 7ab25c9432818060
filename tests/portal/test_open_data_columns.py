"""The values of a column: texts, numbers, dates, and nothing where nothing is known."""

import datetime
from decimal import Decimal
from types import SimpleNamespace

import pytest

from alima_site.portal.open_data.columns import (
    PROVENANCE,
    Column,
    country_code,
    field,
    in_both,
    iso3,
    joined,
)


def of(value):
    return Column("Label", "#tag", "What it means", lambda record: value).of(None)


@pytest.mark.parametrize("nothing", [None, ""])
def test_what_is_not_known_is_empty(nothing):
    assert of(nothing) is None


def test_zero_and_no_are_values():
    assert of(0) == 0
    assert of(False) is False


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (datetime.date(2024, 2, 7), "2024-02-07"),
        (datetime.datetime(2024, 2, 7, 23, 59, tzinfo=datetime.UTC), "2024-02-07"),
    ],
)
def test_a_date_is_written_without_its_hour(value, written):
    assert of(value) == written


def test_a_decimal_is_a_whole_number_where_it_is_one():
    assert of(Decimal("13000000.00")) == 13000000
    assert isinstance(of(Decimal("5.00")), int)
    assert of(Decimal("2.5")) == 2.5


def test_the_name_for_programs_is_made_of_the_label():
    assert Column("Country (fr)", "#country", "", field("x")).key == "country_fr"


def test_a_path_ends_at_the_first_that_is_none():
    source = SimpleNamespace(url="https://example.org/")
    read = field("source.url")
    assert read(SimpleNamespace(source=source)) == "https://example.org/"
    assert read(SimpleNamespace(source=None)) is None


def test_a_text_has_a_column_and_a_tag_for_each_language():
    french, english = in_both("Name", "#org+name", "", "name")
    assert (french.label, french.tag) == ("Name (fr)", "#org+name+i_fr")
    assert (english.label, english.tag) == ("Name (en)", "#org+name+i_en")
    record = SimpleNamespace(name_fr="Santé", name_en="Health")
    assert (french.of(record), english.of(record)) == ("Santé", "Health")


def test_a_country_has_its_code_of_three_letters():
    assert iso3("NE") == "NER"
    assert iso3("") == ""
    column = country_code("programme.country")
    niger = SimpleNamespace(country=SimpleNamespace(code="NE"))
    assert column.of(SimpleNamespace(programme=niger)) == "NER"
    assert column.of(SimpleNamespace(programme=None)) is None


def test_several_values_stand_in_one_cell():
    assert joined(["BEFEN", 2]) == "BEFEN; 2"
    assert joined([]) == ""


def test_every_record_says_where_it_comes_from():
    labels = [column.label for column in PROVENANCE]
    assert {"Confidence", "Source", "Source link", "Updated"} <= set(labels)
