"""When one language of a text changes after the other, the other is marked to be checked."""

import pytest

from alima_site.editorial.models import TranslationCheck, one_act
from tests.factories import make_partner, make_project

pytestmark = pytest.mark.django_db


@pytest.fixture
def partner():
    return make_partner(role_fr="Le rôle", role_en="The role")


def change(record, **texts):
    with one_act():
        for name, text in texts.items():
            setattr(record, name, text)
        record.save()


def to_check(record):
    return [(check.column, check.before) for check in TranslationCheck.objects.of(record)]


def test_the_other_language_is_marked_with_what_it_was_made_from(partner):
    change(partner, role_fr="Un autre rôle")
    assert to_check(partner) == [("role_en", "Le rôle")]


def test_a_change_outside_a_form_is_noticed_too(partner):
    partner.role_en = "Another role"
    partner.save()
    assert to_check(partner) == [("role_fr", "The role")]


def test_what_it_was_made_from_stays_when_the_text_changes_again(partner):
    change(partner, role_fr="Un autre rôle")
    change(partner, role_fr="Encore un autre rôle")
    assert to_check(partner) == [("role_en", "Le rôle")]


@pytest.mark.parametrize(
    "texts",
    [
        {"role_en": "Another role"},  # the translation follows
        {"role_fr": "Le rôle"},  # the change is taken back
        {"role_fr": "Tout autre", "role_en": "All different"},
        {"role_en": ""},  # the desk says that it is missing
    ],
)
def test_a_mark_goes_when_both_say_the_same_again(partner, texts):
    change(partner, role_fr="Un autre rôle")
    change(partner, **texts)
    assert not to_check(partner)


@pytest.mark.parametrize(
    "texts",
    [
        {"role_fr": "Un rôle", "role_en": "A role"},
        {"role_fr": "Le  rôle "},
        {"role_fr": "Le\u00a0rôle"},
        {"role_fr": ""},
        {"country": "TD"},
    ],
)
def test_what_needs_no_translation_marks_nothing(partner, texts):
    change(partner, **texts)
    assert not to_check(partner)


def test_a_translation_that_was_missing_marks_nothing():
    partner = make_partner(role_fr="Le rôle", role_en="")
    change(partner, role_en="The role")
    assert not to_check(partner)


def test_marks_of_a_text_do_not_see_its_tags():
    project = make_project(story_fr="<p>Un texte.</p>", story_en="<p>A text.</p>")
    change(project, story_fr="<p><strong>Un</strong> texte.</p>")
    assert not to_check(project)
    change(project, story_fr="<p><strong>Un</strong> long texte.</p>")
    assert to_check(project) == [("story_en", "<p><strong>Un</strong> texte.</p>")]


def test_marks_go_with_their_record(partner):
    change(partner, role_fr="Un autre rôle")
    partner.delete()
    assert not TranslationCheck.objects.exists()
