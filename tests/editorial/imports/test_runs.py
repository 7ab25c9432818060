"""The rows of an import as they are kept and shown."""

import pytest

from alima_site.editorial.imports.importers import IMPORTERS
from alima_site.editorial.imports.plans import Plan
from alima_site.editorial.imports.reading import Entry, Fault
from alima_site.editorial.imports.shown import planned, report
from alima_site.editorial.models import ImportRun


def row(outcome, number=2, **given):
    kept = {"row": number, "outcome": outcome, "pk": 1, "slug": "made", "label": "Made"}
    return kept | {"before": None, "after": {}} | given


RUN = ImportRun(rows=[row("new"), row("changed"), row("same"), row("new")])


def test_only_new_and_changed_rows_were_written():
    assert [kept["outcome"] for kept in RUN.written] == ["new", "changed", "new"]


def test_rows_are_counted_by_what_happened_to_them():
    assert RUN.counts == {"new": 2, "changed": 1, "same": 1, "refused": 0}


def shown(*rows):
    return report(ImportRun(rows=list(rows)), IMPORTERS["statistics"])


def test_of_a_changed_record_only_the_difference_is_shown():
    before = {"value": 5, "place": "Zinder"}
    [only] = shown(row("changed", before=before, after=before | {"value": 6}))
    assert [change.new for change in only.changes] == ["6"]


def test_of_a_new_record_all_is_shown_that_differs_from_an_empty_one():
    [only] = shown(row("new", after={"value": 6, "reported_by": "ALIMA", "qualifier": "exact"}))
    assert ("value", "empty", "6") in only.changes
    assert not {"ALIMA", "exact"} & {change.new for change in only.changes}


@pytest.mark.parametrize(("slug", "name"), [("made", "made"), ("", "Made")])
def test_a_row_is_called_by_the_address_word_of_its_record_or_its_label(slug, name):
    assert shown(row("same", slug=slug))[0].name == name


def test_of_a_refused_row_its_faults_are_shown_and_no_changes():
    entry = Entry(2, outcome="refused", faults=[Fault("C2", "unknown")], after={"value": 6})
    [only] = planned(Plan([entry]), IMPORTERS["statistics"])
    assert (only.faults, only.changes) == ([Fault("C2", "unknown")], [])
