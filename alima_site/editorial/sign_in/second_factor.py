"""The second factor of an account: an app that shows codes, ten recovery codes, a first token."""

import base64
import datetime
from typing import Any

import segno
from django.conf import settings
from django.contrib.auth.models import User
from django.db import transaction
from django.utils import timezone
from django.utils.crypto import salted_hmac
from django.utils.safestring import SafeString, mark_safe
from django_otp.plugins.otp_static.models import StaticDevice, StaticToken
from django_otp.plugins.otp_totp.models import TOTPDevice

# Names of an account's devices; the first token only leads to setting up the others.
APP, RECOVERY, FIRST = "app", "recovery codes", "one-time token"
RECOVERY_CODES = 10
TOKEN_LASTS = datetime.timedelta(hours=24)
# Whoever knows a password may guess codes from many networks. After so many wrong ones in a row
# the app rests for a day, and only what cannot be guessed, a recovery code, leads in.
MOST_WRONG_CODES = 300
APP_RESTS = datetime.timedelta(hours=24)


def kept_of(user: User, code: str) -> str:
    """What is kept of a code that counts once: without the site's key nobody finds the code."""
    made = salted_hmac("code that counts once", f"{user.pk} {code}", algorithm="sha256")
    return base64.b32encode(made.digest()[:10]).decode()


def issue_token(user: User) -> str:
    """A token that lets its owner in once, within a day, to set up the second factor."""
    with transaction.atomic():
        StaticDevice.objects.filter(user=user, name=FIRST).delete()
        device = StaticDevice.objects.create(user=user, name=FIRST)
        token = StaticToken.random_token() + StaticToken.random_token()
        device.token_set.create(token=kept_of(user, token))
    return token


def verified_by(user: User, code: str) -> Any:
    """The device of the account that the code is right for, or None; a code counts once."""
    code = "".join(code.split()).lower()
    with transaction.atomic():
        # Held, so that one code sent twice at once is right once. Only devices of its own form
        # are asked: wrong codes of the app are not held against the recovery codes.
        kind: Any = TOTPDevice if len(code) == TOTPDevice().digits else StaticDevice
        devices = kind.objects.select_for_update().filter(user=user, confirmed=True)
        if kind is StaticDevice:
            code = kept_of(user, code)
        for device in devices:
            if _is_open(device) and device.verify_token(code):
                return device
    return None


def _is_open(device: Any) -> bool:
    """A one-time token for a day; an app unless too many codes were guessed in the last day."""
    now = timezone.now()
    if device.name == FIRST:
        return device.created_at >= now - TOKEN_LASTS
    last = device.throttling_failure_timestamp
    is_guessed = device.throttling_failure_count >= MOST_WRONG_CODES
    return device.name != APP or not (is_guessed and last and now < last + APP_RESTS)


def is_done(user: Any) -> bool:
    """Whether this session may work: it needs no second factor, or came with a full one."""
    if not settings.SECOND_FACTOR:
        return True
    device = getattr(user, "otp_device", None)
    return device is not None and device.name != FIRST


def pending_app(user: User) -> TOTPDevice:
    """The app that is being set up; the key stays the same until a code of it was right."""
    device, _made = TOTPDevice.objects.get_or_create(user=user, confirmed=False, name=APP)
    return device


def confirm(device: TOTPDevice) -> list[str]:
    """The app becomes the account's only one; its new recovery codes, which nobody sees again."""
    with transaction.atomic():
        user = device.user
        TOTPDevice.objects.filter(user=user).exclude(pk=device.pk).delete()
        StaticDevice.objects.filter(user=user).delete()
        device.confirmed = True
        device.save()
        recovery = StaticDevice.objects.create(user=user, name=RECOVERY)
        codes = [StaticToken.random_token() for _ in range(RECOVERY_CODES)]
        StaticToken.objects.bulk_create(
            StaticToken(device=recovery, token=kept_of(user, code)) for code in codes
        )
    return codes


def picture_of(device: TOTPDevice) -> SafeString:
    """The square code for the app's camera, drawn by us alone: black on white in both schemes."""
    code = segno.make(device.config_url, micro=False)
    return mark_safe(code.svg_inline(scale=5, border=4, light="white"))  # noqa: S308


def readable_key(device: TOTPDevice) -> str:
    """The same key for typing, in groups of four."""
    key = base64.b32encode(device.bin_key).decode().rstrip("=")
    return " ".join(key[i : i + 4] for i in range(0, len(key), 4))
