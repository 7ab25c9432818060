import pytest
from django.test import RequestFactory

from alima_site.delivery.addresses import network_of


@pytest.mark.parametrize(
    ("address", "network"),
    [
        ("41.202.1.1", "41.202.1.1"),
        ("::ffff:41.202.1.1", "41.202.1.1"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::"),
        ("", ""),
        ("unix:", ""),
    ],
)
def test_a_network_is_one_address_or_the_64_bits_a_household_has(address, network):
    assert network_of(RequestFactory().get("/", REMOTE_ADDR=address)) == network


@pytest.mark.parametrize(("behind", "network"), [(True, "41.202.1.1"), (False, "10.0.0.1")])
def test_only_what_our_own_proxy_saw_is_believed(behind, network, settings):
    settings.BEHIND_PROXY = behind
    headers = {"x-forwarded-for": "8.8.8.8, 41.202.1.1"}
    request = RequestFactory().get("/", REMOTE_ADDR="10.0.0.1", headers=headers)
    assert network_of(request) == network
