"""What the address of a draft tells to whom: one language, one record, and no more."""

import pytest
from django.contrib.auth.models import User

from alima_site.editorial.models import PreviewLink
from alima_site.editorial.views import bar_of
from tests.factories import make_topic

pytestmark = pytest.mark.django_db


@pytest.fixture
def link(admin_user):
    topic = make_topic(state="draft", name_en="Draftwater", name_fr="Eau à venir")
    return PreviewLink.objects.create(record=topic, made_by=admin_user)


@pytest.mark.parametrize(
    ("language", "name"),
    [("fr", "Eau à venir"), ("en", "Draftwater"), ("xx", "Draftwater"), ("", "Draftwater")],
)
def test_a_language_that_is_none_is_the_readers_own(language, name, link, client):
    page = client.get(
        f"{link.get_absolute_url()}?language={language}", headers={"accept-language": "en"}
    )
    assert name in page.content.decode()


def test_its_address_is_kept_by_nobody_and_told_to_no_other_site(link, client):
    page = client.get(link.get_absolute_url())
    assert page["Cache-Control"] == "no-store"
    assert page["Referrer-Policy"] == "no-referrer"


def test_nothing_can_be_sent_to_it(link, client):
    assert client.post(link.get_absolute_url()).status_code == 405


def test_once_its_record_is_deleted_it_is_gone(link, client):
    link.record.delete()
    page = client.get(link.get_absolute_url())
    assert page.status_code == 410
    assert "noindex" in page["X-Robots-Tag"]


@pytest.mark.parametrize(
    ("account", "edits"), [("admin", True), ("staff", False), ("reader", False)]
)
def test_the_way_to_the_form_is_for_who_may_change_the_record(account, edits, link, rf):
    request = rf.get("/")
    request.user = User.objects.filter(username=account).first() or User.objects.create_user(
        account, is_staff=account == "staff"
    )
    assert bool(bar_of(link, request).edit_url) is edits


def test_the_bar_names_the_state_and_both_languages_in_their_own_words(link, rf, admin_user):
    request = rf.get("/")
    request.user = admin_user
    bar = bar_of(link, request)
    assert bar.languages == (("fr", "Français", "?language=fr"), ("en", "English", "?language=en"))
    assert bar.state == link.record.get_state_display()
    assert bar.note
