"""The words with a picture: no name of a file, no name of a patient."""

import pytest
from django.core.exceptions import ValidationError

from tests.factories import make_photo

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    "text",
    [
        "Screenshot 2022-03-01 at 10.15.32", "Capture d’écran 2023-05-12", "logo_x.png", "IMG_2034",
        "DSC00123", "photo", "Image 12", "nurse.jpg", "WhatsApp Image 2024-01-01 at 12", "P1010001",
        "Sans titre", "clinic_niger_final",
    ],
)  # fmt: skip
def test_the_name_of_a_file_is_no_text_for_a_picture(text):
    with pytest.raises(ValidationError, match=r"nom d’un fichier|name of a file"):
        make_photo(alt_en=text).full_clean()


@pytest.mark.parametrize(
    "text",
    ["A nurse measures an arm", "Nurses", "Une infirmière en 2023", "A photo of Mirriah’s clinic"],
)
def test_a_sentence_is(text):
    make_photo(alt_en=text).full_clean()


@pytest.mark.parametrize("field", ["alt_en", "caption_fr", "credit"])
def test_the_name_of_a_patient_does_not_stand_with_their_face(field):
    photo = make_photo(people="patients", consent_given_by="Mariama Abdou")
    photo.full_clean()
    setattr(photo, field, "Mariama waits at the clinic")
    with pytest.raises(ValidationError) as refusal:
        photo.full_clean()
    assert list(refusal.value.message_dict) == [field]
