"""What stands in place of a value that would tell of a few people."""

import pytest
from django.utils.translation import override

from programs.disclosure.suppression import DERIVABLE, SMALL
from tests.programs.unsaved import a_statistic, an_indicator


def test_a_withheld_record_has_lost_its_value_and_the_words_that_repeat_it():
    row = a_statistic(95, hint_fr="95 sur 100", hint_en="95 of 100", note_fr="95", note_en="95")
    row.disclose(DERIVABLE)
    assert row.value is None
    assert not any((row.hint_fr, row.hint_en, row.note_fr, row.note_en))


def test_more_than_and_nearly_go_with_the_value():
    row = a_statistic(95, qualifier="nearly")
    row.disclose(DERIVABLE)
    assert row.qualifier == "exact"


def test_what_is_not_withheld_keeps_all_it_has():
    row = a_statistic(95, qualifier="nearly", hint_en="children", note_fr="note")
    row.disclose("")
    assert (row.value, row.qualifier, row.hint_en, row.note_fr) == (
        95,
        "nearly",
        "children",
        "note",
    )


@pytest.mark.parametrize(
    ("reason", "english", "french"),
    [(SMALL, "< 10", "moins de 10"), (DERIVABLE, "withheld", "non communiqué"), ("", "", "")],
)
def test_the_words_in_its_place_are_those_of_the_reason(reason, english, french):
    row = a_statistic(5, withheld=reason)
    for language, words in (("en", english), ("fr", french)):
        with override(language):
            assert row.withheld_words == words


def test_the_words_name_the_threshold_of_the_indicator():
    row = a_statistic(15, withheld=SMALL, indicator=an_indicator(threshold=20))
    with override("en"):
        assert row.withheld_words == "< 20"


def test_a_reader_is_told_why_nothing_stands_there():
    said = {}
    with override("en"):
        for reason in (SMALL, DERIVABLE, ""):
            said[reason] = str(a_statistic(5, withheld=reason).withheld_reason)
    assert "A small count" in said[SMALL]
    assert "worked out" in said[DERIVABLE]
    assert said[""] == ""


def test_the_name_of_a_record_tells_its_value_only_as_the_public_sees_it():
    row = a_statistic(1234, indicator=an_indicator("cases"))
    with override("en"):
        assert str(row) == "cases, all countries, 2023: 1,234"
        row.is_disclosed = False
        assert str(row) == "cases, all countries, 2023"
        row.disclose(SMALL)
        assert str(row) == "cases, all countries, 2023: < 10"


def test_a_record_without_a_period_is_called_undated():
    with override("en"):
        row = a_statistic(year=None, indicator=an_indicator("cases"))
        assert str(row) == "cases, all countries, undated: 100"


def test_a_sum_is_said_as_its_records_are():
    row = a_statistic(indicator=an_indicator(unit="%"))
    with override("en"):
        assert row.amount_of(1500, "more_than") == "more than 1,500%"
