"""A row is written as an editor would: only what differs, with a reason where one is due."""

import pytest

from alima_site.editorial.imports.running import check
from tests.editorial.imports.steps import HEADER, IMPORTER, done, outcomes, row, run_of
from tests.factories import make_partner, make_statistic

pytestmark = pytest.mark.usefixtures("records")


def made(**given):
    record = make_statistic(slug="made-row", value=500, **given)
    record.refresh_from_db()
    return record


def reasons(plan):
    return [fault.reason for entry in plan.entries for fault in entry.faults]


def test_what_only_differs_in_its_french_spaces_is_the_same(admin_user):
    made(note_fr="Qui\u202f?")
    run = run_of(["ID", "Value", "Note (fr)"], ["made-row", 500, "Qui ?"])
    assert outcomes(check(run, IMPORTER, admin_user)) == ["same"]


def test_relations_to_many_are_compared_and_written(admin_user):
    one, two = make_partner(slug="one"), make_partner(slug="two")
    record = made(state="draft")
    record.partners.set([one])
    run = run_of(["ID", "Value", "Partners"], ["made-row", 500, "one"])
    assert outcomes(check(run, IMPORTER, admin_user)) == ["same"]
    run = run_of(["ID", "Value", "Partners"], ["made-row", 500, "one; two"])
    done(run, admin_user)
    assert set(record.partners.all()) == {one, two}


def test_a_reason_may_stand_in_the_row_itself(admin_user):
    made()
    header = ["ID", "Value", "Reason (fr)", "Reason (en)"]
    run = run_of(header, ["made-row", 510, "Recompté", "Recounted"])
    assert outcomes(check(run, IMPORTER, admin_user)) == ["changed"]
    run = run_of(header, ["made-row", 510, "Recompté", ""])
    assert "a published number changes (value)" in reasons(check(run, IMPORTER, admin_user))[0]


def test_a_published_record_may_change_without_a_reason_where_no_number_does(admin_user):
    made()
    run = run_of(["ID", "Value", "Note (en)"], ["made-row", 500, "Counted twice"])
    assert outcomes(check(run, IMPORTER, admin_user)) == ["changed"]


def test_a_fault_of_a_field_is_told_at_its_column(admin_user):
    run = run_of([*HEADER, "Place"], [*row(5), "x" * 101])
    [entry] = check(run, IMPORTER, admin_user).entries
    assert [fault.cell for fault in entry.faults] == ["F2"]
