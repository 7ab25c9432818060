"""An app is set up: by a key that is shown, and in the place of the former one."""

import base64

import pytest
from django.contrib.auth.models import User
from django_otp.plugins.otp_totp.models import TOTPDevice

from alima_site.editorial.sign_in import second_factor
from tests.editorial.sign_in.attempts import code_of

pytestmark = pytest.mark.django_db


def test_an_app_that_is_still_being_set_up_opens_nothing():
    user = User.objects.create_superuser("new")
    second_factor.pending_app(user)
    assert second_factor.verified_by(user, code_of(user)) is None


def test_the_key_stays_the_same_until_a_code_was_right(owner):
    first, again = second_factor.pending_app(owner), second_factor.pending_app(owner)
    assert first.key == again.key
    second_factor.confirm(again)
    assert second_factor.pending_app(owner).key != first.key


def test_a_new_app_takes_the_place_of_the_former_and_of_all_its_codes(owner):
    former = owner.recovery_codes[0]
    token = second_factor.issue_token(owner)
    codes = second_factor.confirm(second_factor.pending_app(owner))
    assert TOTPDevice.objects.filter(user=owner).count() == 1
    assert second_factor.verified_by(owner, former) is None
    assert second_factor.verified_by(owner, token) is None
    assert len(set(codes)) == 10
    assert second_factor.verified_by(owner, codes[9]) is not None


def test_the_key_is_shown_for_typing_and_as_a_picture_that_holds_no_script():
    device = TOTPDevice(user=User(username="new"), key="00112233445566778899aabbccddeeff00112233")
    key = second_factor.readable_key(device)
    assert {len(group) for group in key.split(" ")} == {4}
    assert base64.b32decode(key.replace(" ", "")) == device.bin_key
    picture = second_factor.picture_of(device)
    assert picture.startswith("<svg")
    assert "<script" not in picture
    assert "#fff" in picture
