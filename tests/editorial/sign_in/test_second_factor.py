"""The devices of an account: which code is right for which, and for how long."""

import base64
from datetime import timedelta
from types import SimpleNamespace

import pytest
from django.contrib.auth.models import User
from django.utils import timezone
from django_otp.plugins.otp_static.models import StaticDevice
from django_otp.plugins.otp_totp.models import TOTPDevice

from alima_site.editorial.sign_in import second_factor
from tests.editorial.sign_in.attempts import code_of

pytestmark = pytest.mark.django_db


def test_a_code_is_right_for_its_own_account_only(owner):
    other = User.objects.create_superuser("other")
    second_factor.confirm(second_factor.pending_app(other))
    for code, device in ((owner.recovery_codes[0], "recovery codes"), (code_of(owner), "app")):
        assert second_factor.verified_by(other, code) is None
        assert second_factor.verified_by(owner, code).name == device


def test_the_same_code_of_two_accounts_is_not_seen_to_be_the_same():
    one, two = User(pk=1), User(pk=2)
    assert second_factor.kept_of(one, "abc") == second_factor.kept_of(one, "abc")
    assert second_factor.kept_of(one, "abc") != second_factor.kept_of(two, "abc")


def test_a_code_may_be_typed_in_groups_and_in_capitals(owner):
    code = owner.recovery_codes[0].upper()
    assert second_factor.verified_by(owner, f" {code[:4]} {code[4:]} ") is not None
    six = code_of(owner)
    assert second_factor.verified_by(owner, f"{six[:3]} {six[3:]}") is not None


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


def test_a_new_token_takes_the_place_of_the_former_and_leaves_the_recovery_codes(owner):
    former, token = second_factor.issue_token(owner), second_factor.issue_token(owner)
    assert second_factor.verified_by(owner, former) is None
    assert second_factor.verified_by(owner, token).name == second_factor.FIRST
    assert second_factor.verified_by(owner, owner.recovery_codes[0]) is not None


@pytest.mark.parametrize(("hours", "is_open"), [(23, True), (25, False)])
def test_only_the_token_grows_old_and_not_the_recovery_codes(owner, hours, is_open):
    token = second_factor.issue_token(owner)
    StaticDevice.objects.update(created_at=timezone.now() - timedelta(hours=hours))
    assert (second_factor.verified_by(owner, token) is not None) is is_open
    assert second_factor.verified_by(owner, owner.recovery_codes[0]) is not None


@pytest.mark.parametrize(
    ("wrong", "hours", "is_open"), [(299, 1, True), (300, 1, False), (300, 25, True)]
)
def test_an_app_that_was_guessed_at_rests_for_a_day(owner, wrong, hours, is_open):
    device = SimpleNamespace(
        name=second_factor.APP,
        throttling_failure_count=wrong,
        throttling_failure_timestamp=timezone.now() - timedelta(hours=hours),
    )
    assert second_factor._is_open(device) is is_open


@pytest.mark.parametrize(
    ("device", "done"),
    [(None, False), ("one-time token", False), ("app", True), ("recovery codes", True)],
)
def test_a_session_works_once_it_came_with_a_full_second_factor(device, done, settings):
    user = SimpleNamespace(otp_device=device and SimpleNamespace(name=device))
    assert second_factor.is_done(user) is done
    settings.SECOND_FACTOR = False
    assert second_factor.is_done(user)


def test_the_key_is_shown_for_typing_and_as_a_picture_that_holds_no_script():
    device = TOTPDevice(user=User(username="new"), key="00112233445566778899aabbccddeeff00112233")
    key = second_factor.readable_key(device)
    assert {len(group) for group in key.split(" ")} == {4}
    assert base64.b32decode(key.replace(" ", "")) == device.bin_key
    picture = second_factor.picture_of(device)
    assert picture.startswith("<svg")
    assert "<script" not in picture
    assert "#fff" in picture
