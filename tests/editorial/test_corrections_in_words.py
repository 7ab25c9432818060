"""A correction says what a number was and is, as the reader's language writes it."""

import pytest
from django.contrib.contenttypes.models import ContentType
from django.utils.translation import override

from alima_site.editorial.models import Correction


def correction(field, old="", new="", model="figureversion"):
    kind = ContentType(app_label="editorial", model=model)
    return Correction(content_type=kind, field=field, old=old, new=new)


@pytest.mark.parametrize(
    ("field", "text", "english", "french"),
    [
        ("value", "1200.5", "1,200.5", "1\u202f200,5"),
        ("is_current", "1500", "1,500", "1\u202f500"),
        ("as_of", "2024-02", "February 2024", "février 2024"),
        ("period_start", "2024-02-01", "1\u00a0February 2024", "1er\u00a0février 2024"),
        ("qualifier", "more_than", "more than", "plus de"),
        ("qualifier", "roughly", "roughly", "roughly"),
        ("source", "A report", "A report", "A report"),
        ("value", "", "", ""),
    ],
)
def test_both_values_are_written_as_the_language_writes_them(field, text, english, french):
    before, after = correction(field, old=text), correction(field, new=text)
    with override("en"):
        assert (before.old_words, after.new_words) == (english, english)
    with override("fr"):
        assert (before.old_words, after.new_words) == (french, french)


def test_the_field_is_named_in_the_readers_language():
    with override("fr"):
        assert str(correction("value").field_name) == "valeur"
    with override("en"):
        assert str(correction("as_of").field_name) == "true as of"


def test_a_correction_outlives_the_kind_of_its_record():
    gone = correction("value", "1200", "1300", model="gone")
    assert (gone.field_name, gone.old_words, gone.new_words) == ("value", "1200", "1300")
