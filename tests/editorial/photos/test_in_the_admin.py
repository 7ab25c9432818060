"""The picture library in the admin: what an editor uploads, sees, and is told."""

import datetime

import pytest
from django.core.files.storage import default_storage
from django.urls import reverse
from django.utils import timezone

from alima_site.editorial.conflicts import version_number
from alima_site.editorial.desk import sections
from alima_site.editorial.models import Photo
from alima_site.editorial.preflight import refusals
from programs.models import CountryProgramme
from tests.editorial.pictures.files import SVG, encoded, exif
from tests.factories import make_photo
from tests.pictures import uploaded

pytestmark = [pytest.mark.django_db, pytest.mark.by_turns]
ADD = reverse("admin:editorial_photo_add")
LIST = reverse("admin:editorial_photo_changelist")
TODAY = timezone.localdate()
FORM = {
    "title": "Arm band", "slug": "arm-band", "kind": "photo", "credit": "A photographer",
    "alt_fr": "Une infirmière mesure un bras", "alt_en": "A nurse measures an arm",
    "focus_x": 50, "focus_y": 50, "people": "people", "consent_given_by": "Form 12",
    "consent_given_on": "2024-05-01", "consent_scope": "website", "consent_language": "Hausa",
    "_step": "publish",
}  # fmt: skip


def form(**changes):
    """What the browser sends, in English."""
    return FORM | {"picture": uploaded(encoded("JPEG", size=(1300, 900), exif=exif()))} | changes


def post(client, address=ADD, **changes):
    return client.post(address, form(**changes), headers={"accept-language": "en"}, follow=True)


def errors(response):
    return response.context["adminform"].form.errors


def change(photo):
    return reverse("admin:editorial_photo_change", args=[photo.pk])


def test_an_upload_is_stored_cleaned_and_says_what_was_removed(admin_client):
    page = post(admin_client).content.decode()
    assert "the place where it was taken (GPS)" in page
    photo = Photo.objects.published().get(slug="arm-band")
    # Turned upright, it is a tall picture, and never taller than 1.5 times its width.
    assert photo.sizes == [[480, 693], [800, 1156], [900, 1300]]
    assert len(default_storage.listdir("photos")[1]) >= 9


def test_a_refused_file_stores_nothing_and_says_why(admin_client):
    response = post(admin_client, picture=uploaded(SVG, "a.svg"))
    assert "can hold programs" in str(errors(response)["picture"])
    assert not Photo.objects.exists()


def test_an_empty_file_is_refused(admin_client):
    assert "empty" in str(errors(post(admin_client, picture=uploaded(b"")))["picture"])


def test_a_photograph_is_no_logo_by_its_kind(admin_client):
    assert "PNG, WebP" in str(errors(post(admin_client, kind="logo"))["picture"])
    logo = uploaded(encoded("PNG", size=(600, 200), mode="RGBA"), "a.png")
    post(admin_client, kind="logo", people="nobody", alt_fr="", alt_en="", picture=logo)
    assert Photo.objects.published().get().door.endings[-1] == "png"


def test_without_consent_credit_or_words_nothing_is_published(admin_client):
    response = post(admin_client, credit="", alt_en="", people="", consent_scope="internal")
    assert set(errors(response)) == {"credit", "alt_en", "people", "picture"}
    assert "Choose it again" in str(errors(response)["picture"])
    post(admin_client, credit="", alt_en="", people="", _step="")
    assert Photo.objects.get().state == "draft"


def test_a_draft_needs_no_file_but_a_published_picture_does(admin_client):
    response = post(admin_client, picture="")
    assert "choose its file" in str(errors(response)["__all__"])
    post(admin_client, picture="", _step="")
    assert Photo.objects.get().key == ""


def test_the_form_shows_the_picture_and_where_it_is_used(admin_client):
    photo = make_photo()
    CountryProgramme.objects.filter(slug="niger").update(photo=photo)
    page = admin_client.get(change(photo))
    assert "focus-picker" in page.content.decode()
    assert [use.label for use in page.context["uses"]] == ["Niger"]


def test_the_desk_and_the_preflight_name_what_a_picture_lacks(admin_client, admin_user):
    ending = make_photo(title="Soon over", consent_expires_on=TODAY + datetime.timedelta(days=9))
    silent = make_photo(title="Silent", state="draft", alt_fr="")
    rows = {row.label: row.url for section in sections(admin_user) for row in section.rows}
    assert rows["Soon over"] == f"{change(ending)}#field-consent_expires_on"
    assert rows["Silent"] == f"{change(silent)}#field-alt_fr"
    assert {remark.field for remark in refusals(silent)} == {"alt_fr"}


def test_only_staff_sees_the_file_of_a_draft(admin_client, client, django_user_model):
    photo = make_photo(state="draft")
    address = reverse("admin:editorial_photo_picture", args=[photo.pk, 480])
    answer = admin_client.get(address)
    assert answer["Content-Type"] == "image/jpeg"
    assert answer["Cache-Control"] == "no-store"
    assert client.get(address).status_code == 302
    client.force_login(django_user_model.objects.create_user("reader", is_staff=True))
    assert client.get(address).status_code == 403


def test_a_withdrawal_is_one_date_and_says_what_it_did(
    admin_client, client, django_capture_on_commit_callbacks
):
    photo = make_photo()
    with django_capture_on_commit_callbacks(execute=True):
        page = post(
            admin_client, change(photo), slug=photo.slug, picture="", _step="",
            seen=version_number(photo), consent_withdrawn_on=TODAY.isoformat(),
        ).content.decode()  # fmt: skip
    assert "its files are deleted" in page
    assert client.get(photo.src).status_code == 404
    assert not any(photo.key in name for name in default_storage.listdir("photos")[1])


def test_after_a_withdrawal_no_new_file_is_taken(admin_client):
    response = post(admin_client, consent_withdrawn_on=TODAY.isoformat())
    assert "no picture is stored" in str(errors(response)["picture"])


def test_the_list_shows_consent_and_finds_what_is_to_be_done(admin_client):
    soon = TODAY + datetime.timedelta(days=20)
    make_photo(title="Soon over", consent_expires_on=soon)
    make_photo(title="Over", consent_expires_on=TODAY - datetime.timedelta(days=1))
    make_photo(title="Silent", state="draft", alt_en="")
    make_photo(title="Withdrawn", consent_withdrawn_on=TODAY)
    found = {
        todo: [
            str(photo) for photo in admin_client.get(LIST, {"todo": todo}).context["cl"].result_list
        ]
        for todo in ("alt", "ending", "over")
    }
    assert found == {"alt": ["Silent"], "ending": ["Soon over"], "over": ["Withdrawn", "Over"]}
    page = admin_client.get(LIST, headers={"accept-language": "en"}).content.decode()
    for words in ("over since", "until", "withdrawn", "given", 'class="thumbnail"'):
        assert words in page
