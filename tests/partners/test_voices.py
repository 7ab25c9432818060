"""Quotations: whose words they are in each language, and in which order they stand."""

import pytest
from django.utils.translation import override

from partners.models import Voice
from tests.factories import make_source, make_voice


@pytest.mark.parametrize(
    ("spoken", "read", "both", "is_ours"),
    [
        ("fr", "fr", False, False),
        ("fr", "en", False, True),
        ("en", "fr", False, True),
        ("fr", "en", True, False),
    ],
)
def test_words_are_our_translation_where_they_were_neither_said_nor_printed(
    spoken, read, both, is_ours
):
    with override(read):
        assert Voice(language=spoken, both_published=both).is_our_translation is is_ours


@pytest.mark.django_db
def test_the_latest_comes_first_and_the_undated_last():
    dates = ["2020", "", "2024-02", "2024-02-27"]
    made = {date: make_voice(date=date, slug=f"v-{date or 'none'}").pk for date in dates}
    found = Voice.objects.for_page().filter(pk__in=made.values())
    assert [voice.date for voice in found] == ["2024-02-27", "2024-02", "2020", ""]


@pytest.mark.django_db
def test_a_quotation_is_public_with_its_source_only():
    hidden = [make_voice(state="archived"), make_voice(source=make_source(state="draft"))]
    public = make_voice()
    found = Voice.objects.for_page().filter(pk__in=[public.pk, *(each.pk for each in hidden)])
    assert list(found) == [public]
