"""What stands for a visitor's network: the same for a day, and nothing that leads back."""

import datetime
from ipaddress import ip_address

import pytest

from alima_site.delivery import addresses
from alima_site.delivery.addresses import network_of, pseudonym_of


@pytest.fixture
def name(rf):
    return lambda address: pseudonym_of(rf.get("/", REMOTE_ADDR=address))


def test_a_network_has_one_for_the_day(name):
    assert name("41.202.1.1") == name("41.202.1.1") != name("41.202.1.2")


def test_all_of_a_household_is_one(name):
    assert name("2001:db8:1:2::1") == name("2001:db8:1:2:ffff::9") != name("2001:db8:1:3::1")


def test_tomorrow_it_is_another(name, monkeypatch):
    today = name("41.202.1.1")
    tomorrow = datetime.date.today() + datetime.timedelta(days=9)
    monkeypatch.setattr(addresses.timezone, "localdate", lambda: tomorrow)
    assert name("41.202.1.1") != today


def test_another_site_has_another(name, settings):
    ours, settings.SECRET_KEY = name("41.202.1.1"), "x" * 60
    assert name("41.202.1.1") != ours


def test_it_is_a_private_address_of_nobody(name):
    address = ip_address(name("41.202.1.1"))
    assert address.is_private
    assert str(address).startswith("fd")
    assert "41" not in name("41.202.1.1")[:2]


def test_a_request_past_our_own_proxy_counts_by_its_own_address(rf, settings):
    settings.BEHIND_PROXY = True
    assert network_of(rf.get("/", REMOTE_ADDR="41.202.1.1")) == "41.202.1.1"
