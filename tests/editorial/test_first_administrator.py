"""The first person comes in with a password that is printed once; nobody is changed."""

import pytest
from django.contrib.auth.models import User
from django.core.management import call_command

pytestmark = pytest.mark.django_db


@pytest.fixture
def said(capsys):
    def run():
        call_command("first_administrator")
        return capsys.readouterr().out

    return run


def test_a_random_password_is_printed_and_opens_the_door(said, monkeypatch):
    monkeypatch.delenv("DJANGO_SUPERUSER_PASSWORD", raising=False)
    password = said().partition("password: ")[2].partition(" ")[0]
    admin = User.objects.get(is_superuser=True)
    assert len(password) >= 16
    assert admin.check_password(password)
    assert said() == ""


def test_a_password_that_was_given_is_taken_and_not_printed(said, monkeypatch):
    monkeypatch.setenv("DJANGO_SUPERUSER_PASSWORD", "given by its owner")
    assert "given by its owner" not in said()
    assert User.objects.get(username="admin").check_password("given by its owner")


@pytest.mark.parametrize(("name", "rights"), [("awa", True), ("admin", False)])
def test_where_there_is_an_administrator_or_an_admin_nothing_is_done(name, rights, said):
    User.objects.create_user(name, password="own", is_superuser=rights)
    assert said() == ""
    user = User.objects.get()
    assert (user.username, user.is_superuser, user.check_password("own")) == (name, rights, True)
