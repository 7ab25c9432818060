"""A text with a token that is mistyped, or names nothing published, is refused."""

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import override

from alima_site.editorial.content_files import ContentError, Row
from alima_site.editorial.content_load import Run
from alima_site.editorial.token_refusals import validate
from partners.loaders import PrincipleLoader
from programs.models import CountryProgramme
from tests.factories import (
    make_figure,
    make_source,
    make_version,
)

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    "text",
    [
        "[[figure:]]", "[[figur:countries]]", "[[figure:countries", "[[figure:countries]", "[[x]]",
        "[[ figure:countries ]]", "[figure:countries]", "[[figure: countries]]", "[[stat:é]]",
        "[[fig<b>ure:countries]]</b>", '<a href="https://x.org/[[figure:countries]]">x</a>',
        "[[figure:no-such]]", "[[figure:countries/no-such]]", "[[stat:no-such]]",
        "[[figure:research-ongoing]]", "fine [[figure:countries]], not [[figure:no-such]]",
    ],
)  # fmt: skip
def test_a_text_with_a_wrong_token_is_refused(text):
    with pytest.raises(ValidationError):
        validate(text)


@pytest.mark.parametrize(
    "text", ["", "[1]", "[figures]", "In [[figure:countries]]", "[[figure:countries/c-14]] [note]"]
)
def test_a_text_with_right_tokens_or_none_is_taken(text):
    validate(text)


def test_a_figure_that_is_not_public_yet_is_refused():
    figure = make_figure(publish_at=timezone.now() + timezone.timedelta(days=1))
    make_version(figure=figure, is_current=True)
    with override("en"), pytest.raises(ValidationError, match="no published figure"):
        validate(f"[[figure:{figure.slug}]]")


def test_the_missing_current_version_is_said():
    with override("en"), pytest.raises(ValidationError, match="no current version"):
        validate("[[figure:research-ongoing]]")


def test_a_name_cannot_hold_a_figure():
    source = make_source(title="[[figure:countries]]")
    with pytest.raises(ValidationError) as refused:
        source.full_clean()
    assert list(refused.value.message_dict) == ["title"]


def test_content_files_with_an_unknown_code_are_refused(monkeypatch):
    read = PrincipleLoader.rows

    def rows(self) -> list[Row]:
        found = read(self)
        found[0].cells["text_fr"] = "[[figure:no-such]]"
        return found

    monkeypatch.setattr(PrincipleLoader, "rows", rows)
    with pytest.raises(ContentError, match=r"principles.csv, line 2, column text_fr: \[\[figure"):
        Run().load()


def test_every_other_model_of_two_languages_is_checked_too():
    programme = CountryProgramme.objects.get(slug="niger")
    presence = programme.presences.first()
    presence.note_en = "[[figure:no-such]]"
    with pytest.raises(ValidationError) as refused:
        presence.full_clean()
    assert "note_en" in refused.value.message_dict
