"""Partners and quotations from their files: what waits for consent, and what must agree."""

import pytest

from alima_site.editorial.content_files import ContentError, Row
from alima_site.editorial.content_load import Run
from partners.loaders.partners import PartnerLoader, RepresentativeLoader
from partners.loaders.voices import VoiceLoader


@pytest.fixture
def rows(monkeypatch):
    """A partner with a leader, and one of whom no leader is known."""
    found = [
        Row("partners.csv", 2, {"id": "one", "leader_name": "Somebody"}),
        Row("partners.csv", 3, {"id": "two", "leader_name": ""}),
    ]
    monkeypatch.setattr(PartnerLoader, "rows", lambda loader: found)
    return found


def test_only_a_partner_with_a_known_leader_has_one(rows):
    loader = RepresentativeLoader(Run())
    assert [loader.slug(row) for row in loader.rows()] == ["one-leader"]


def test_the_name_of_a_leader_waits_in_review_and_the_partner_does_not(rows):
    assert RepresentativeLoader(Run()).cells["state"].parse(rows[0]) == "in_review"
    assert PartnerLoader(Run()).cells["state"].parse(rows[0]) == "published"


def quotation(**cells):
    return Row(
        "quotes.csv", 4, {"language": "fr", "quote": "Des mots", "quote_fr": "Des mots"} | cells
    )


def test_what_was_said_is_the_text_in_the_language_spoken():
    loader = VoiceLoader(Run())
    loader.check(quotation())
    loader.check(quotation(language="en", quote="Words", quote_en="Words"))


@pytest.mark.parametrize(
    ("cells", "column"),
    [({"quote_fr": "D’autres mots"}, "quote_fr"), ({"language": "en"}, "quote_en"),
     ({"language": "ha"}, "quote_ha")],
)  # fmt: skip
def test_another_wording_than_what_was_said_is_refused(cells, column):
    with pytest.raises(ContentError, match=f"column quote: it differs from {column}"):
        VoiceLoader(Run()).check(quotation(**cells))


@pytest.mark.parametrize(
    ("note", "both"),
    [("Both languages published by ALIMA.", True), ("Our translation.", False), ("", False)],
)
def test_words_are_the_speakers_in_both_languages_only_where_the_note_says_so(note, both):
    assert VoiceLoader(Run()).cells["both_published"].parse(quotation(note=note)) is both
