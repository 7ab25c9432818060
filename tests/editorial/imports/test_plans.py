"""What an import would do, as it is shown, and how a change of it is noticed."""

import pytest

from alima_site.editorial.imports.plans import Plan
from alima_site.editorial.imports.reading import Entry


def entry(outcome="new", row=2, pk=None, slug="a", label="A", before=None, **after):
    return Entry(row, outcome=outcome, pk=pk, slug=slug, label=label, before=before, after=after)


def seen(*entries, **options):
    return Plan(list(entries), **options).fingerprint


def test_rows_are_counted_by_what_they_do():
    plan = Plan([entry("new"), entry("same"), entry("new"), entry("refused")])
    assert plan.counts == {"new": 2, "changed": 0, "same": 1, "refused": 1}


@pytest.mark.parametrize(
    ("outcomes", "possible"),
    [
        (["new"], True), (["changed", "same"], True), (["same"], False), ([], False),
        (["new", "refused"], False),
    ],
)  # fmt: skip
def test_a_plan_is_carried_out_if_it_writes_something_and_refuses_nothing(outcomes, possible):
    assert Plan([entry(outcome) for outcome in outcomes]).can_be_carried_out is possible


def test_a_plan_looks_the_same_when_nothing_changed():
    assert seen(entry(value=5), entry(row=3)) == seen(entry(value=5), entry(row=3))


@pytest.mark.parametrize(
    "other",
    [entry(value=6), entry("changed", value=5), entry(row=3, value=5), entry(slug="b", value=5),
     entry(before={"value": 4}, value=5)],
)  # fmt: skip
def test_a_plan_looks_different_when_a_record_is_not_as_it_was(other):
    assert seen(other) != seen(entry(value=5))


def test_a_plan_looks_different_when_a_sum_of_the_site_did():
    effect = {"before": {"en": "5"}, "after": {"en": "10"}}
    assert seen(entry(), effects=[effect]) != seen(entry(), effects=[])


def test_keys_that_the_database_gives_anew_make_no_difference():
    assert seen(entry(pk=7)) == seen(entry(pk=8))


def test_words_of_a_language_make_no_difference():
    assert seen(entry(label="A child")) == seen(entry(label="Un enfant"))


def test_a_new_record_of_the_same_file_is_known_by_its_address_word():
    keys = frozenset({"subset_of_id"})
    one = seen(entry(pk=7), entry(row=3, pk=8, slug="b", subset_of_id=7), own_keys=keys)
    same = seen(entry(pk=17), entry(row=3, pk=18, slug="b", subset_of_id=17), own_keys=keys)
    other = seen(entry(pk=7), entry(row=3, pk=8, slug="b", subset_of_id=9), own_keys=keys)
    assert one == same != other
