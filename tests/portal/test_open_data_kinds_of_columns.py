"""Which columns a table has for a path, a text, a country and a source, and their names."""

from types import SimpleNamespace

from alima_site.portal.open_data.columns import (
    PROVENANCE,
    Column,
    country_code,
    field,
    in_both,
    iso3,
)


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


def test_every_record_says_where_it_comes_from():
    labels = [column.label for column in PROVENANCE]
    assert {"Confidence", "Source", "Source link", "Updated"} <= set(labels)
