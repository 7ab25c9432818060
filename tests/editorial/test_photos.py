"""Who may see a picture, and that nobody can once consent is over: on no page, by no address."""

import datetime
from io import StringIO

import pytest
from django.core.exceptions import ValidationError
from django.core.files.storage import default_storage
from django.core.management import call_command
from django.utils import timezone
from django.utils.translation import override

from alima_site.editorial.models import Photo
from alima_site.editorial.pictures import store
from programs.models import CountryProgramme
from tests.factories import make_partner, make_photo, rendered

pytestmark = pytest.mark.django_db
TODAY = timezone.localdate()
YESTERDAY, TOMORROW = (TODAY + datetime.timedelta(days=n) for n in (-1, 1))


def addresses(photo):
    """Every address of the picture's files."""
    return [
        photo.address(width, ending)
        for width, _height in photo.sizes
        for ending in photo.door.endings
    ]


def statuses(client, photo):
    return {client.get(address).status_code for address in addresses(photo)}


@pytest.fixture
def niger():
    """A published photograph on top of the page of Niger."""
    photo = make_photo(caption_en="At the clinic", caption_fr="Au centre", focus_x=24, focus_y=80)
    CountryProgramme.objects.filter(slug="niger").update(photo=photo)
    return photo


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


def test_a_page_shows_the_picture_with_size_words_and_focal_point(niger, client):
    html = client.get("/en/programmes/niger/").content.decode()
    assert f'src="{niger.src}"' in html
    for expected in (
        'type="image/avif"', 'type="image/webp"', 'width="1200" height="831"',
        "focus-x-20 focus-y-80", 'alt="A nurse measures an arm (en)"', "At the clinic",
        "Photo: A photographer", "1200w",
    ):  # fmt: skip
        assert expected in html
    assert "Au centre" in client.get("/fr/programmes/niger/").content.decode()
    assert "Form 12" not in html


def test_a_page_without_its_picture_is_the_page_it_was(niger, client):
    before = client.get("/fr/programmes/mali/").content
    photo_page = client.get("/fr/programmes/niger/").content.decode()
    start, end = photo_page.index('<figure class="photo'), photo_page.index("</figure>") + 9
    niger.consent_withdrawn_on = TODAY
    niger.save()
    after = client.get("/fr/programmes/niger/").content.decode()
    assert after.split() == (photo_page[:start] + photo_page[end:]).split()
    assert client.get("/fr/programmes/mali/").content == before


def test_who_saves_data_gets_no_picture(niger, client):
    html = client.get("/fr/programmes/niger/", headers={"save-data": "on"}).content.decode()
    assert "<picture" not in html
    assert niger.key not in html


def test_files_are_sent_with_their_type_and_for_a_minute_only(niger, client):
    types = {"avif": "image/avif", "webp": "image/webp", "jpg": "image/jpeg"}
    for ending, kind in types.items():
        answer = client.get(niger.address(480, ending))
        assert answer["Content-Type"] == kind
        assert answer["X-Content-Type-Options"] == "nosniff"
        assert answer["Cache-Control"] == "public, max-age=60, must-revalidate"
        assert answer["X-Accel-Expires"] == "0"
        assert b"".join(answer.streaming_content) == rendered().files[f"480.{ending}"]
        again = client.get(answer.request["PATH_INFO"], headers={"if-none-match": answer["ETag"]})
        assert again.status_code == 304
        assert client.get(niger.address(480, "png")).status_code == 404


@pytest.mark.parametrize(
    "path",
    [
        "../../etc/passwd", "..%2f..%2fetc%2fpasswd", "photos/", "", "KEY/", "KEY/480.",
        "KEY/480.php", "KEY/481.jpg", "KEY/..%2f480.jpg", "KEY/480.jpg/", "KEY%00/480.jpg",
        "photos/KEY-480.jpg", "KEY/-480.jpg", "KEY/480.jpg%00.html", "none/480.jpg", "/480.jpg",
        "KEY/99999999999999999999999.jpg", "..%5c..%5cdb.sqlite3",
    ],
)  # fmt: skip
def test_no_other_address_leads_to_a_file(path, niger, client):
    answer = client.get(f"/media/{path.replace('KEY', niger.key)}")
    assert answer.status_code == 404


def stored(photo):
    return [path for path in addresses(photo) if default_storage.exists(kept_as(path))]


def kept_as(address):
    return "photos/" + address.removeprefix("/media/").replace("/", "-")


def test_withdrawn_consent_deletes_the_files_when_it_is_saved(
    niger, client, django_capture_on_commit_callbacks
):
    assert len(stored(niger)) == 9
    with django_capture_on_commit_callbacks(execute=True):
        photo = Photo.objects.get(pk=niger.pk)
        photo.consent_withdrawn_on = TODAY
        photo.save()
    assert not stored(niger)
    assert statuses(client, niger) == {404}


def test_files_stay_when_the_withdrawal_could_not_be_saved(niger):
    photo = Photo.objects.get(pk=niger.pk)
    photo.consent_withdrawn_on = TODAY
    photo.save()  # the test's transaction is never committed
    assert len(stored(niger)) == 9


def test_a_withdrawal_that_is_taken_back_brings_no_picture_back(
    niger, client, django_capture_on_commit_callbacks
):
    older = Photo.objects.get(pk=niger.pk)
    with django_capture_on_commit_callbacks(execute=True):
        photo = Photo.objects.get(pk=niger.pk)
        photo.consent_withdrawn_on = TODAY
        photo.save()
    older.save()  # as going back to an older version does
    assert Photo.objects.get(pk=niger.pk).key == ""
    assert "<picture" not in client.get("/fr/programmes/niger/").content.decode()


def test_a_deleted_picture_takes_its_files_along(niger, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        Photo.objects.filter(pk=niger.pk).delete()
    assert not stored(niger)
    assert CountryProgramme.objects.get(slug="niger").photo is None


def test_a_new_file_takes_the_place_of_the_former(niger, django_capture_on_commit_callbacks):
    photo = Photo.objects.get(pk=niger.pk)
    photo.pending = rendered()
    with django_capture_on_commit_callbacks(execute=True):
        photo.save()
    assert not stored(niger)
    assert len(stored(photo)) == 9


def run():
    said = StringIO()
    call_command("remove_expired_photos", stdout=said)
    return said.getvalue()


def test_the_command_removes_expired_pictures_and_strays_and_nothing_else(
    niger, monkeypatch, django_capture_on_commit_callbacks
):
    run()  # what other tests left
    over, stray = make_photo(), store.keep(rendered().files)
    Photo.objects.filter(pk=over.pk).update(consent_expires_on=YESTERDAY)
    monkeypatch.setattr(store, "GRACE", datetime.timedelta())
    with django_capture_on_commit_callbacks(execute=True):
        assert "1 pictures without consent" in run()
    assert stray not in store.by_key()
    assert not stored(over)
    assert len(stored(niger)) == 9
    assert run() == ""


def test_a_file_that_was_just_stored_is_no_stray_yet():
    key = store.keep(rendered().files)
    run()
    assert len(store.by_key()[key]) == 9


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


def test_a_partner_shows_its_logo_beside_its_name(client):
    logo = make_photo(kind="logo", people="nobody")
    Photo.objects.filter(pk=logo.pk).update(sizes=[[120, 40]])
    partner = make_partner(acronym="NAMED", logo=logo)
    for address in (f"/fr/partenaires/{partner.slug}/", "/fr/partenaires/"):
        html = client.get(address).content.decode()
        assert 'alt="Logo de NAMED"' in html
        saving = client.get(address, headers={"save-data": "on"}).content.decode()
        assert logo.key not in saving
        assert "NAMED" in saving


def test_lists_of_what_is_to_be_done():
    ending = make_photo(consent_expires_on=TODAY + datetime.timedelta(days=30))
    make_photo(consent_expires_on=TODAY + datetime.timedelta(days=31))
    silent = make_photo(state="draft", alt_fr="")
    assert list(Photo.objects.consent_ending()) == [ending]
    assert list(Photo.objects.without_alt()) == [silent]
