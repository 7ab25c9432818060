"""What the consent of those in a picture lacks, and when it is over; no record is saved."""

import datetime

import pytest
from django.utils import timezone

from alima_site.editorial.models import Photo

TODAY = timezone.localdate()
A_DAY = datetime.timedelta(days=1)
GIVEN = {
    "people": "people", "consent_given_by": "Form 12", "consent_given_on": TODAY,
    "consent_scope": "website", "consent_language": "Hausa",
}  # fmt: skip


def lacking(**given):
    return [name for name, _sentence in Photo(**GIVEN | given).lacking_consent()]


@pytest.mark.parametrize(
    ("given", "fields"),
    [
        ({}, []),
        ({"people": "nobody", "consent_given_by": "", "consent_language": ""}, []),
        ({"people": "", "consent_given_by": ""}, ["people"]),
        ({"people": "patients", "consent_given_by": ""}, ["consent_given_by"]),
        ({"shows_child": True}, ["consent_guardian"]),
        ({"consent_given_on": None}, ["consent_given_on"]),
        ({"consent_given_on": TODAY + A_DAY}, ["consent_given_on"]),
        ({"consent_scope": "public"}, []),
        ({"consent_scope": "internal"}, ["consent_scope"]),
        ({"consent_expires_on": TODAY}, []),
        ({"consent_expires_on": TODAY - A_DAY}, ["consent_expires_on"]),
        ({"people": "nobody", "consent_withdrawn_on": TODAY}, ["consent_withdrawn_on"]),
        ({"consent_given_by": "", "consent_scope": "", "consent_language": ""},
         ["consent_given_by", "consent_scope", "consent_language"]),
    ],
)  # fmt: skip
def test_each_answer_that_is_missing_is_named(given, fields):
    assert lacking(**given) == fields


@pytest.mark.parametrize(
    ("given", "over"),
    [
        ({}, False),
        ({"consent_expires_on": TODAY}, False),
        ({"consent_expires_on": TODAY - A_DAY}, True),
        ({"consent_withdrawn_on": TODAY + A_DAY}, True),
    ],
)
def test_consent_lasts_through_its_last_day_unless_it_is_withdrawn(given, over):
    assert Photo(**given).is_over is over


@pytest.mark.parametrize(
    ("people", "names"),
    [("patients", ["mariama", "abdou", "awa"]), ("people", []), ("nobody", []), ("", [])],
)
def test_only_the_names_of_patients_and_their_family_are_kept_from_their_face(people, names):
    photo = Photo(people=people, consent_given_by="Mariama Abdou F12", consent_guardian="Awa Bâ")
    assert photo.names_of_patients == names
