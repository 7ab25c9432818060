"""An import is checked without a trace, then carried out as it was seen, or not at all."""

import pytest

from alima_site.editorial.imports import IMPORTERS
from alima_site.editorial.imports.running import carry_out, check
from alima_site.editorial.models import ImportRun
from programs.models import PatientStatistic
from tests.factories import make_country, make_indicator, make_partner, make_source, make_statistic

pytestmark = pytest.mark.django_db
IMPORTER = IMPORTERS["statistics"]


@pytest.fixture(autouse=True)
def records(db):
    make_country(slug="made-country", country="KE")
    make_indicator(slug="made_children")
    make_source(slug="made-source")


def made(**given):
    record = make_statistic(slug="made-row", value=500, **given)
    record.refresh_from_db()
    return record


def run_of(*rows, **options):
    return ImportRun.objects.create(
        kind="statistics", file_name="a.csv", lines=[[n, row] for n, row in enumerate(rows, 1)],
        **options,
    )  # fmt: skip


HEADER = ["Country code", "Indicator code", "Year", "Value", "Source code"]


def row(value, year=2024):
    return ["KE", "made_children", year, value, "made-source"]


def outcomes(plan):
    return [entry.outcome for entry in plan.entries]


def reasons(plan):
    return [fault.reason for entry in plan.entries for fault in entry.faults]


def done(run, user):
    """Carry out what a check has shown: None when it is done."""
    return carry_out(run, IMPORTER, user, check(run, IMPORTER, user).fingerprint)


def test_a_check_leaves_nothing_behind(admin_user):
    run = run_of(HEADER, row(5), row(6, 2023))
    assert outcomes(check(run, IMPORTER, admin_user)) == ["new", "new"]
    assert not PatientStatistic.objects.filter(indicator__slug="made_children").exists()
    assert ImportRun.objects.get(pk=run.pk).state == "checked"


def test_what_was_seen_is_done_and_kept_as_a_report(admin_user):
    run = run_of(HEADER, row(5), row(6, 2023))
    assert done(run, admin_user) is None
    run.refresh_from_db()
    assert (run.state, run.counts["new"]) == ("done", 2)
    assert [kept["after"]["value"] for kept in run.rows] == [5, 6]
    assert PatientStatistic.objects.filter(pk__in=[kept["pk"] for kept in run.rows]).count() == 2


def test_what_was_not_seen_is_not_done(admin_user):
    run = run_of(HEADER, row(5))
    plan = carry_out(run, IMPORTER, admin_user, "another fingerprint")
    assert outcomes(plan) == ["new"]
    assert not PatientStatistic.objects.filter(indicator__slug="made_children").exists()


def test_one_refused_row_stops_all_others(admin_user):
    run = run_of(HEADER, row(5), row("?", 2023))
    assert outcomes(done(run, admin_user)) == ["new", "refused"]
    assert not PatientStatistic.objects.filter(indicator__slug="made_children").exists()


def test_an_import_that_was_done_is_not_done_again(admin_user):
    run = run_of(HEADER, row(5))
    done(run, admin_user)
    PatientStatistic.objects.filter(indicator__slug="made_children").delete()
    assert carry_out(run, IMPORTER, admin_user, "").entries == []
    assert not PatientStatistic.objects.filter(indicator__slug="made_children").exists()


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
