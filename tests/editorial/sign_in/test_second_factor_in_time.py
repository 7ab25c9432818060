"""For how long a token, an app and a session with a second factor are good."""

from datetime import timedelta
from types import SimpleNamespace

import pytest
from django.utils import timezone
from django_otp.plugins.otp_static.models import StaticDevice

from alima_site.editorial.sign_in import second_factor

pytestmark = pytest.mark.django_db


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
