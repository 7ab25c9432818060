"""Who may see a picture: nobody, unless it has all its answers."""

import datetime

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import override

from alima_site.editorial.models import Photo
from tests.editorial.photos.addresses import statuses
from tests.factories import make_photo

pytestmark = pytest.mark.django_db
TODAY = timezone.localdate()
YESTERDAY = TODAY - datetime.timedelta(days=1)
TOMORROW = TODAY + datetime.timedelta(days=1)
# What keeps a picture from being public, one by one.
REASONS = {
    "draft": {"state": "draft"},
    "archived": {"state": "archived"},
    "not yet": {"publish_at": timezone.now() + datetime.timedelta(hours=1)},
    "no longer": {"expire_at": timezone.now() - datetime.timedelta(hours=1)},
    "no credit": {"credit": ""},
    "no French text": {"alt_fr": ""},
    "no English text": {"alt_en": ""},
    "nobody said who": {"people": ""},
    "nobody consented": {"consent_given_by": ""},
    "no date": {"consent_given_on": None},
    "a date to come": {"consent_given_on": TOMORROW},
    "internal use": {"consent_scope": "internal"},
    "no scope": {"consent_scope": ""},
    "no language": {"consent_language": ""},
    "a child without a guardian": {"shows_child": True},
    "over": {"consent_expires_on": YESTERDAY},
    "withdrawn": {"consent_withdrawn_on": TODAY},
    "withdrawn, nobody recognisable": {"people": "nobody", "consent_withdrawn_on": TODAY},
    "no file": {"key": ""},
}
FINE = {
    "as made": {},
    "last day": {"consent_expires_on": TODAY},
    "decorative": {"is_decorative": True, "alt_fr": "", "alt_en": ""},
    "nobody in it": {"people": "nobody", "consent_given_by": "", "consent_given_on": None},
    "a child with a guardian": {"shows_child": True, "consent_guardian": "Form 13"},
    "a logo": {"kind": "logo", "people": "nobody", "alt_fr": "", "alt_en": ""},
}


@pytest.mark.parametrize("reason", REASONS)
def test_one_missing_answer_keeps_a_picture_from_every_reader(reason, niger, client):
    Photo.objects.filter(pk=niger.pk).update(**REASONS[reason])
    assert not Photo.objects.published().filter(pk=niger.pk).exists()
    assert not Photo.objects.get(pk=niger.pk).is_published
    assert statuses(client, niger) == {404}
    assert "<picture" not in client.get("/fr/programmes/niger/").content.decode()


@pytest.mark.parametrize("case", FINE)
def test_a_picture_with_all_its_answers_is_public(case):
    photo = make_photo()
    Photo.objects.filter(pk=photo.pk).update(**FINE[case])
    assert Photo.objects.published().filter(pk=photo.pk).exists()
    assert Photo.objects.get(pk=photo.pk).is_published


# The rest may be saved: it says itself that the picture is not shown.
REFUSED = [reason for reason, given in REASONS.items() if not given.keys() & {
    "state", "publish_at", "expire_at", "consent_withdrawn_on"
}]  # fmt: skip


@pytest.mark.parametrize("reason", REFUSED)
def test_publishing_says_what_is_missing_in_both_languages(reason):
    photo = make_photo()
    for name, value in REASONS[reason].items():
        setattr(photo, name, value)
    said = []
    for language in ("en", "fr"):
        with override(language):
            with pytest.raises(ValidationError) as refusal:
                photo.full_clean()
            said.append(" ".join(refusal.value.messages))
    assert said[0] != said[1]
    photo.state = "draft"
    photo.full_clean()
