"""Which texts are the portal's own, and so hold no number as bare characters."""

import pytest
from django.contrib.auth.models import User

from alima_site.editorial.models import Figure, Source, Topic
from alima_site.editorial.own_prose import Passage, findings, is_own_prose, passages_of
from partners.models import PartnershipPrinciple, Voice
from programs.models import CountryProgramme


@pytest.mark.parametrize(
    ("model", "is_own"),
    [(Topic, True), (Figure, True), (Source, False), (CountryProgramme, False), (User, False)],
)
def test_texts_are_our_own_where_no_source_stands_beside_them(model, is_own):
    assert is_own_prose(model) is is_own


def test_only_texts_that_say_something_are_read_each_in_its_language():
    passages = list(passages_of(PartnershipPrinciple(slug="made", title_fr="Un", text_en="Two")))
    assert {(p.field, p.language, p.text) for p in passages} == {
        ("title_fr", "fr", "Un"),
        ("text_en", "en", "Two"),
    }
    assert all(passage.place.endswith(" made") for passage in passages)


def test_the_words_of_a_speaker_are_not_ours():
    voice = Voice(slug="made", quote_fr="Des millions", role_fr="Infirmière")
    assert [passage.field for passage in passages_of(voice)] == ["role_fr"]


def test_rich_text_is_read_without_its_tags_and_signs():
    country = CountryProgramme(slug="made", story_en="<p>1&nbsp;234<b>a</b> &lt; b</p>")
    (passage,) = passages_of(country)
    assert passage.text.split() == ["1", "234", "a", "<", "b"]


def test_a_word_without_a_value_is_found_and_has_no_offers():
    (finding,) = findings([Passage("here", "text_en", "en", "Millions of people")])
    assert finding.offers == []
    assert finding.number.value is None
