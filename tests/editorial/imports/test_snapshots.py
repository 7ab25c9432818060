"""A record as plain values, and how two of them differ."""

import datetime
from decimal import Decimal

import pytest
from django.utils.translation import override

from alima_site.editorial.imports import snapshots
from alima_site.editorial.models import FigureVersion, Source
from programs.models import PatientStatistic


def statistic(**given):
    days = {"period_start": datetime.date(2024, 1, 1), "period_end": datetime.date(2024, 12, 31)}
    return PatientStatistic(**{"slug": "made", "value": 1200, "source_id": 7} | days | given)


def said(before, after, model=PatientStatistic):
    names = snapshots.Related()
    names.known[Source] = {7: "a-report", 8: "another"}
    return [tuple(change) for change in snapshots.changes(model, before, after, names)]


def test_a_record_is_kept_as_what_json_can_hold():
    kept = snapshots.take(statistic())
    assert (kept["value"], kept["period_start"], kept["source_id"]) == (1200, "2024-01-01", 7)
    assert kept["programme_id"] is None
    assert snapshots.take(FigureVersion(value=Decimal("0.5")))["value"] == "0.5"


def test_a_record_that_is_not_saved_has_no_relations_yet():
    assert snapshots.take(statistic())["partners"] == []


@pytest.mark.parametrize("name", ["id", "updated_at"])
def test_what_says_nothing_of_the_record_is_not_kept(name):
    assert name not in snapshots.take(statistic())


def test_fields_that_name_a_record_of_the_same_model_are_known():
    assert snapshots.own_keys(PatientStatistic) == {"subset_of_id"}
    assert snapshots.own_keys(Source) == frozenset()


def test_a_record_gets_back_what_it_had_in_the_types_of_its_fields():
    record = statistic(value=5, period_start=None)
    snapshots.put_back(record, snapshots.take(statistic()))
    assert (record.value, record.period_start) == (1200, datetime.date(2024, 1, 1))


def test_a_field_that_was_not_kept_stays_as_it_is():
    record = statistic(place="Zinder")
    snapshots.put_back(record, {"value": 5})
    assert (record.value, record.place) == (5, "Zinder")


def test_only_what_differs_is_said_with_the_names_of_fields():
    before, after = snapshots.take(statistic()), snapshots.take(statistic(value=1300))
    assert said(before, before) == []
    assert said(before, after) == [("value", "1,200", "1,300")]


def test_values_are_written_in_the_language_of_the_reader():
    changes = (snapshots.take(statistic()), snapshots.take(statistic(value=1300, period_end=None)))
    with override("fr"):
        assert said(*changes) == [
            ("valeur", "1\u202f200", "1\u202f300"),
            ("fin de la période", "31\u00a0décembre 2024", "vide"),
        ]


def test_a_choice_is_written_in_words():
    after = snapshots.take(statistic(qualifier="more_than"))
    assert said(snapshots.take(statistic()), after) == [("qualifier", "exact", "more than")]


def test_related_records_are_written_as_their_address_words():
    before = snapshots.take(statistic()) | {"further_sources": [7, 9]}
    after = before | {"source_id": 8, "further_sources": []}
    assert ("a-report", "another") in [change[1:] for change in said(before, after)]
    assert ("a-report, 9", "empty") in [change[1:] for change in said(before, after)]
