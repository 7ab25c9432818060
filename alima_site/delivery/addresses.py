"""Where a request comes from, as far as the site may know it."""

from ipaddress import IPv6Address, ip_address

from django.conf import settings
from django.http import HttpRequest
from django.utils import timezone
from django.utils.crypto import salted_hmac


def network_of(request: HttpRequest) -> str:
    """
    The visitor's IPv4 address, or the /64 network of their IPv6 address; never stored as it is.

    Behind the site's own proxy the last address of X-Forwarded-For is the one the proxy saw;
    those before it are only what the visitor claims.
    """
    given = request.META.get("REMOTE_ADDR", "")
    if settings.BEHIND_PROXY:
        given = request.headers.get("X-Forwarded-For", given).rpartition(",")[2].strip()
    try:
        address = ip_address(given)
    except ValueError:
        return ""
    if isinstance(address, IPv6Address):
        if address.ipv4_mapped:
            return str(address.ipv4_mapped)
        return str(IPv6Address(int(address) >> 64 << 64))
    return str(address)


def pseudonym_of(request: HttpRequest) -> str:
    """
    Stands for the visitor's network for one day, in the form of a private IPv6 address.

    It counts the failures of a sign-in without keeping from where they came.
    """
    salt = f"network {timezone.localdate()}"
    digest = salted_hmac(salt, network_of(request), algorithm="sha256").digest()
    return str(IPv6Address(b"\xfd" + digest[:15]))
