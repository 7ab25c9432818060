"""An import is taken back as a whole, where nothing stands in the way."""

import pytest

from alima_site.editorial.imports import IMPORTERS, snapshots
from alima_site.editorial.imports.undoing import undo
from alima_site.editorial.models import ImportRun
from programs.models import PatientStatistic
from tests.factories import make_partner, make_source, make_statistic

pytestmark = pytest.mark.django_db
IMPORTER = IMPORTERS["statistics"]
REASONS = {"fr": "Annulé", "en": "Undone"}


class Editor:
    """May import, and not publish."""

    def has_perm(self, name):
        return "publish" not in name

    def __str__(self):
        return "Awa"


def make(**given):
    """A draft as the database gives it back."""
    return PatientStatistic.objects.get(pk=make_statistic(state="draft", **given).pk)


def done(*records, **before):
    """An import that made these records, or changed them from what they were before."""
    rows = [
        {
            "row": number, "outcome": "changed" if before else "new", "pk": record.pk,
            "slug": record.slug, "label": record.slug, "after": snapshots.take(record),
            "before": snapshots.take(record) | before if before else None,
        }
        for number, record in enumerate(records, 2)
    ]  # fmt: skip
    return ImportRun.objects.create(kind="statistics", file_name="a.csv", state="done", rows=rows)


def take_back(run):
    return undo(run, IMPORTER, Editor(), REASONS)


def test_what_it_made_goes_and_the_run_says_who_took_it_back():
    record = make()
    run = done(record)
    assert take_back(run) == []
    assert not PatientStatistic.objects.filter(pk=record.pk).exists()
    run.refresh_from_db()
    assert (run.state, run.undone_by, run.undone_at is None) == ("undone", "Awa", False)


def test_what_it_changed_gets_back_its_values_and_its_relations():
    record, partner = make(value=510), make_partner()
    source = make_source()
    run = done(record, value=500, partners=[partner.pk], source_id=source.pk)
    assert take_back(run) == []
    record.refresh_from_db()
    assert (record.value, record.source) == (500, source)
    assert list(record.partners.all()) == [partner]


def test_it_is_not_undone_twice():
    record = make(value=510)
    run = done(record, value=500)
    take_back(run)
    assert take_back(run) == ["This import was undone already."]


def test_every_record_that_stands_in_the_way_is_named_and_nothing_is_undone():
    kept, changed, gone = make(slug="made-a"), make(slug="made-b"), make(slug="made-c")
    run = done(kept, changed, gone)
    PatientStatistic.objects.filter(pk=changed.pk).update(place="Zinder")
    gone.delete()
    [first, second] = take_back(run)
    assert first.startswith("Row 3 (made-b): the record was changed since.")
    assert second == "Row 4 (made-c): the record was deleted since."
    assert PatientStatistic.objects.filter(pk=kept.pk).exists()
    assert ImportRun.objects.get(pk=run.pk).state == "done"


def test_what_is_published_is_taken_back_by_publishers_only():
    record = make()
    PatientStatistic.objects.filter(pk=record.pk).update(state="published")
    run = done(PatientStatistic.objects.get(pk=record.pk))
    [sentence] = take_back(run)
    assert "only a publisher may take it back" in sentence


def test_parts_go_before_their_wholes():
    whole = make()
    part = make(subset_of=whole)
    assert take_back(done(whole, part)) == []
    assert not PatientStatistic.objects.filter(pk__in=[whole.pk, part.pk]).exists()


def test_where_others_need_a_record_none_is_removed():
    whole, other = make(slug="made-whole"), make()
    run = done(whole, other)
    make(subset_of=whole)
    assert take_back(run) == ["Row 2 (made-whole): other records need it."]
    assert PatientStatistic.objects.filter(pk=other.pk).exists()


def test_a_value_that_would_not_be_taken_today_says_why():
    record = make(slug="made-a", value=510)
    run = done(record, value=-5)
    assert take_back(run) == ["Row 2 (made-a): A count is never below zero."]
    record.refresh_from_db()
    assert record.value == 510
