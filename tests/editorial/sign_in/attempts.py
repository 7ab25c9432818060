"""What somebody sends who signs in."""

from django.core.management import call_command
from django.test import Client
from django_otp.oath import TOTP
from django_otp.plugins.otp_totp.models import TOTPDevice

from alima_site.editorial.sign_in import second_factor

PASSWORD = "a long word nobody guesses"
LOGIN = "/admin/login/?next=/admin/"


def code_of(user, steps=0):
    device = TOTPDevice.objects.get(user=user, name=second_factor.APP)
    totp = TOTP(device.bin_key, device.step, device.t0, device.digits, device.drift + steps)
    return f"{totp.token():06}"


def sign_in(user, code, password=PASSWORD, network="192.0.2.1", client=None):
    client = client or Client()
    data = {"username": str(user), "password": password, "code": code}
    return client.post(LOGIN, data, REMOTE_ADDR=network)


def token_for(user, capsys):
    call_command("sign_in_token", str(user))
    return capsys.readouterr().out.split()[-1]
