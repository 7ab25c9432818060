"""What a record may not say, in a sentence at its field."""

import datetime

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from tests.factories import make_fact, make_source, make_topic, make_version

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_english")]
NOW = timezone.now()


def refused(record):
    with pytest.raises(ValidationError) as error:
        record.full_clean()
    return error.value.message_dict


def test_a_figure_stands_in_no_name():
    source = make_source(title="About [[figure:patients-total]]")
    assert refused(source) == {"title": ["A figure cannot stand in this field."]}
    fact = make_fact(statement_fr="[[figure:patients-total]]", statement_en="x")
    fact.full_clean()


def test_nothing_is_taken_down_before_it_is_published():
    before = NOW - datetime.timedelta(minutes=1)
    topic = make_topic()
    topic.publish_at = topic.expire_at = NOW
    assert refused(topic) == {"__all__": ["It would be taken down before it is published."]}
    topic.publish_at = before
    topic.full_clean()


@pytest.mark.parametrize(
    ("start", "end"), [("2012-04", "2012"), ("2012", "2012-04"), ("2012", ""), ("", "2012")]
)
def test_a_period_may_be_known_to_the_year_only(start, end):
    make_fact(date_from=start, date_to=end).full_clean()


@pytest.mark.parametrize(("start", "end"), [("2012-04", "2011"), ("2012-04-02", "2012-04-01")])
def test_a_period_of_partial_dates_does_not_end_before_it_starts(start, end):
    fact = make_fact()
    fact.date_from, fact.date_to = start, end
    assert refused(fact) == {"__all__": ["The period ends before it starts."]}


def test_every_french_text_gets_its_spaces_and_no_english_one():
    texts = {"label_fr": "Santé : ici", "statement_fr": "Qui soigne ?", "note_fr": ""}
    fact = make_fact(label_en="Health : here", **texts)
    fact.full_clean()
    assert (fact.label_fr, fact.statement_fr) == ("Santé\u00a0: ici", "Qui soigne\u202f?")
    assert (fact.label_en, fact.note_fr) == ("Health : here", "")


def test_the_title_of_a_french_document_gets_french_spaces_that_of_an_english_one_none():
    titles = []
    for language in ("fr", "en"):
        source = make_source(title="Care : why ?", language=language)
        source.full_clean()
        titles.append(source.title)
    assert titles == ["Care\u00a0: why\u202f?", "Care : why ?"]


def test_a_version_says_in_sentences_what_is_wrong_with_its_number():
    version = make_version()
    version.value = -1
    version.period_start = datetime.date(2024, 2, 2)
    version.period_end = datetime.date(2024, 2, 1)
    said = refused(version)["__all__"]
    assert said == ["A value is never below zero.", "The period ends before it starts."]
