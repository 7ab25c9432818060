"""The newsroom as in production, and an account that has set up its second factor."""

import pytest
from django.contrib.auth.models import User

from alima_site.editorial.sign_in import second_factor
from tests.editorial.sign_in.attempts import PASSWORD


@pytest.fixture(autouse=True)
def production(settings):
    settings.SECOND_FACTOR = True
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@pytest.fixture
def owner(production):
    user = User.objects.create_superuser("owner", password=PASSWORD)
    user.recovery_codes = second_factor.confirm(second_factor.pending_app(user))
    return user
