"""Cells of words."""

import pytest
from django.db import models

from alima_site.editorial.cells import Fixed, French, OneOf, Says, Text, TitleInItsLanguage, YesNo
from tests.editorial.cells.rows import nothing, read, record, refused, row


class Kind(models.TextChoices):
    FIRST = "first"
    SECOND = "second"


def test_a_text_is_taken_as_it_is():
    assert read(Text("a"), "Who ? What !") == "Who ? What !"


def test_a_column_that_is_not_in_the_file_is_empty():
    assert Text("b", extra=True).read(row(a="x"), nothing) == ""


def test_french_gets_french_spaces():
    assert read(French("a"), "Qui ? « Nous »") == "Qui\u202f? «\u00a0Nous\u00a0»"


@pytest.mark.parametrize(
    ("language", "title"), [("fr", "Qui\u202f?"), ("en", "Qui ?"), ("", "Qui ?")]
)
def test_a_title_gets_the_spaces_of_its_own_language(language, title):
    assert read(TitleInItsLanguage("a"), "Qui ?", language=language) == title


@pytest.mark.parametrize(("text", "meant"), [("yes", True), ("", False)])
def test_yes_is_written_and_no_is_empty(text, meant):
    assert read(YesNo("a"), text) is meant


@pytest.mark.parametrize("text", ["no", "Yes", "true", "1"])
def test_any_other_word_for_yes_or_no_is_refused(text):
    assert refused(YesNo("a"), text) == f"“{text}” is neither “yes” nor empty"


@pytest.mark.parametrize(("text", "says"), [("a founding member", True), ("a member", False)])
def test_a_cell_may_be_asked_for_words_in_it(text, says):
    assert read(Says("a", "founding"), text) is says


def test_one_of_a_list_is_its_code():
    assert read(OneOf("a", Kind), "second") == "second"


@pytest.mark.parametrize("text", ["third", "First", ""])
def test_what_is_not_of_the_list_is_refused_with_the_list(text):
    assert refused(OneOf("a", Kind), text) == f"“{text}” is none of: first, second"


def test_a_cell_of_a_list_may_be_empty_where_that_is_said():
    assert read(OneOf("a", Kind, empty=True), "") == ""
    assert refused(OneOf("a", Kind, empty=True), "x") == "“x” is none of: first, second"


def test_a_fixed_value_comes_from_no_column():
    assert Fixed("published").read(row(state="draft"), nothing) == "published"


def test_a_text_is_written_into_the_field_and_read_from_it():
    made = record(name="before")
    Text("a").write(made, "name", "after", nothing)
    assert Text("a").current(made, "name") == "after"
