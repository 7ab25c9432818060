"""Which code is right for which account, and how it may be typed."""

import pytest
from django.contrib.auth.models import User

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
