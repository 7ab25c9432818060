"""A text in two languages is read in that of the reader, or in the other one, which is marked."""

import pytest
from django.core.exceptions import ValidationError
from django.utils.translation import deactivate_all, override

from alima_site.editorial.fields import InOtherLanguage, PartialDateField, bilingual_fields
from alima_site.editorial.models import Source, Topic


def name(language, **texts):
    with override(language):
        return Topic(**texts).name


@pytest.mark.parametrize(("language", "text"), [("fr", "Eau"), ("en", "Water")])
def test_each_reader_has_the_own_language(language, text):
    read = name(language, name_fr="Eau", name_en="Water")
    assert read == text
    assert not isinstance(read, InOtherLanguage)


@pytest.mark.parametrize(("language", "other"), [("fr", "en"), ("en", "fr")])
def test_a_missing_text_is_read_in_the_other_language_and_says_so(language, other):
    read = name(language, **{f"name_{other}": "Water"})
    assert (read, read.language) == ("Water", other)


def test_a_text_in_no_language_is_empty():
    assert name("fr") == ""


def test_outside_of_any_language_a_text_is_in_the_first_one():
    with override(None):
        deactivate_all()
        assert Topic(name_fr="Eau", name_en="Water").name == "Eau"


def test_both_columns_of_a_text_are_known_and_no_other_field():
    names = [field.name for field in bilingual_fields(Source)]
    assert {"note_fr", "note_en"} <= set(names)
    assert not {"title", "url", "published"} & set(names)


def test_both_columns_refuse_a_token_that_is_none():
    for language in ("fr", "en"):
        topic = Topic(slug="a", name_fr="Eau", name_en="Water")
        setattr(topic, f"name_{language}", "[[figure:Two words]]")
        with pytest.raises(ValidationError) as refused:
            topic.clean_fields()
        assert list(refused.value.message_dict) == [f"name_{language}"]


@pytest.mark.parametrize(("value", "taken"), [("", True), ("2024-02", True), ("02/2024", False)])
def test_a_partial_date_may_be_left_out_and_not_be_wrong(value, taken):
    field = PartialDateField()
    if taken:
        assert field.clean(value, None) == value
    else:
        with pytest.raises(ValidationError):
            field.clean(value, None)
