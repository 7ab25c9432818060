"""Which changes stand on the corrections page, and what is kept of them."""

import datetime

import pytest
from django.utils import timezone

from alima_site.editorial.models import Correction, FigureVersion, Topic
from programs.models import PatientStatistic
from tests.factories import make_source, make_version

pytestmark = pytest.mark.django_db
TOMORROW = timezone.now() + datetime.timedelta(days=1)


def changed(record, **values):
    for name, value in values.items():
        setattr(record, name, value)
    record.save()
    return [(c.field, c.old, c.new) for c in Correction.objects.of([record]).order_by("pk")]


def test_each_field_that_changed_is_a_line_of_its_own():
    version = make_version(value=1000, as_of="2020")
    lines = changed(version, value="2500.50", as_of="", label_en="No number")
    assert sorted(lines) == [("as_of", "2020", ""), ("value", "1000", "2500.5")]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ({"state": "draft"}, {"state": "published"}),
        ({"state": "published"}, {"state": "archived"}),
        ({"publish_at": TOMORROW}, {"publish_at": TOMORROW}),
        ({"state": "in_review"}, {"state": "in_review"}),
    ],
    ids=["draft", "archived", "tomorrow", "in review"],
)
def test_what_nobody_saw_before_and_after_is_no_correction(before, after):
    assert changed(make_version(value=10, **before), value=12, **after) == []


def test_the_record_is_named_in_both_languages_and_cut_to_what_can_be_kept():
    version = make_version(value=10, label_fr="é" * 150, label_en="A label")
    changed(version, value=12)
    line = Correction.objects.of([version]).get()
    assert line.label_en == "A label: 12"
    assert line.label_fr.startswith("é" * 150 + "\u00a0:")
    assert (line.reason_fr, line.reason_en) == ("", "")


def test_another_source_is_told_by_its_name():
    version = make_version(source=make_source(title="One", publisher="P"))
    lines = changed(version, source=make_source(title="Other", publisher="P"))
    assert lines == [("source", "One (P)", "Other (P)")]


def test_corrections_are_those_of_one_kind_of_record():
    version = make_version(value=10)
    changed(version, value=12)
    for other in (Topic, PatientStatistic):
        assert not Correction.objects.of([other(pk=version.pk)])
    assert not Correction.objects.of([])
    assert Correction.objects.of_kind(FigureVersion, [version.pk]).count() == 1


def test_the_page_leads_to_records_the_public_may_see():
    shown, hidden = make_version(value=10), make_version(value=10)
    changed(shown, value=12), changed(hidden, value=12)
    hidden.state = "archived"
    hidden.save()
    found = {c.object_id: c.record for c in Correction.objects.for_page()}
    assert (found[shown.pk], found[hidden.pk]) == (shown, None)
