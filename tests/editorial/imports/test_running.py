"""An import is checked without a trace, then carried out as it was seen, or not at all."""

import pytest

from alima_site.editorial.imports.running import carry_out, check
from alima_site.editorial.models import ImportRun
from programs.models import PatientStatistic
from tests.editorial.imports.steps import HEADER, IMPORTER, done, outcomes, row, run_of

pytestmark = pytest.mark.usefixtures("records")


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
