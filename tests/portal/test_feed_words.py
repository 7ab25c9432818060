"""What the feeds say of an entry, and of when it became public."""

import datetime
from types import SimpleNamespace

from django.utils.translation import override

from alima_site.portal.feeds import at, said_in_full

EARLY = datetime.datetime(2024, 1, 1, tzinfo=datetime.UTC)
LATE = datetime.datetime(2024, 6, 1, tzinfo=datetime.UTC)


def correction(old="1,200", new="1,300", reason="A typing error."):
    return SimpleNamespace(old_words=old, new_words=new, reason=reason)


def test_a_correction_says_what_stood_what_stands_and_why():
    with override("en"):
        assert said_in_full(correction()) == "Before: 1,200. Now: 1,300. A typing error."


def test_a_number_that_was_not_public_before_or_is_not_now_is_said_to_be_so():
    with override("en"):
        assert said_in_full(correction(old="")).startswith("Before: not published. Now: 1,300.")
        assert said_in_full(correction(new="")).startswith("Before: 1,200. Now: not published.")


def test_without_a_reason_the_sentence_ends():
    with override("en"):
        assert said_in_full(correction(reason="")) == "Before: 1,200. Now: 1,300."


def test_a_correction_is_told_in_french():
    with override("fr"):
        assert "Before" not in said_in_full(correction())


def test_a_record_is_new_when_it_became_public_not_when_it_was_prepared():
    assert at(SimpleNamespace(updated_at=EARLY, publish_at=LATE)) == LATE
    assert at(SimpleNamespace(updated_at=LATE, publish_at=EARLY)) == LATE
    assert at(SimpleNamespace(updated_at=EARLY, publish_at=None)) == EARLY
