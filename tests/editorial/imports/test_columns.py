"""What the cells of an import become."""

import pytest
from django.db import models
from django.utils.translation import gettext_lazy, override

from alima_site.editorial.imports.columns import Cell, Choice, PartialDate, unknown
from alima_site.editorial.imports.names import Names
from alima_site.editorial.spreadsheets import Refused


class Reach(models.TextChoices):
    SITE = "one_site", gettext_lazy("draft")
    COUNTRY = "whole", "Country: all of its sites"


def read(cell, value):
    return cell.read(value, Names())


def test_a_text_is_taken_as_it_is_and_a_number_as_a_text():
    assert read(Cell(), "Zinder") == "Zinder"
    assert read(Cell(), 12) == "12"


@pytest.mark.parametrize("written", ["one_site", "ONE SITE", "Draft", "brouillon", "Brouillon "])
def test_a_choice_is_known_by_its_code_and_its_words_in_both_languages(written):
    assert read(Choice(Reach), written) == "one_site"


@pytest.mark.parametrize("written", ["Country: all of its sites", "country", "whole"])
def test_what_explains_a_choice_after_a_colon_need_not_be_written(written):
    assert read(Choice(Reach), written) == "whole"


def test_a_choice_is_known_in_the_other_language_of_the_reader():
    with override("fr"):
        assert read(Choice(Reach), "draft") == "one_site"


def test_a_misspelt_choice_is_offered_the_nearest_code():
    with pytest.raises(Refused, match="unknown “one_sit”; did you mean “one_site”"):
        read(Choice(Reach), "one_sit")


def test_a_choice_nobody_knows_is_shown_all_codes():
    with pytest.raises(Refused, match="unknown “xyz”; it is one of: one_site, whole"):
        read(Choice(Reach), "xyz")


@pytest.mark.parametrize(
    ("written", "kept"),
    [(2024, "2024"), ("2024-03", "2024-03"), ("2024-03-31", "2024-03-31"),
     ("31/03/2024", "2024-03-31"), ("31 mars 2024", "2024-03-31")],
)  # fmt: skip
def test_a_partial_date_is_as_precise_as_it_was_written(written, kept):
    assert read(PartialDate(), written) == kept


def test_what_is_no_partial_date_is_refused():
    with pytest.raises(Refused, match="not a day of the calendar"):
        read(PartialDate(), "2024-02-30")


def test_what_is_unknown_is_repeated_up_to_sixty_characters():
    assert unknown("x" * 61, []) == f"unknown “{'x' * 60}”; the template lists what is known"
