"""Privacy, legal notice, accessibility, security.txt: facts from the settings, text from staff."""

import datetime

import pytest
from django.utils import timezone

from alima_site.portal.models import StandingPage
from tests.newsroom import address, sent_again

pytestmark = pytest.mark.django_db
PAGES = ["/en/privacy/", "/en/legal/", "/en/accessibility/"]


@pytest.mark.parametrize("page", PAGES)
def test_who_answers_for_the_site_is_said_as_the_operator_set_it(page, client, settings):
    settings.CONTROLLER = "An association, <1> Street"
    assert "An association, &lt;1&gt; Street" in client.get(page).content.decode()


@pytest.mark.parametrize("page", PAGES)
def test_a_local_site_says_what_nobody_told_it(page, client, settings):
    settings.CONTROLLER = settings.HOSTED_BY = ""
    assert "not given: this is a local site" in client.get(page).content.decode()


def test_editors_change_the_text_and_a_draft_of_it_leaves_the_facts(client):
    page = StandingPage.objects.get(slug="legal")
    page.text_en = "<p>Words of the newsroom</p>"
    page.save()
    assert "Words of the newsroom" in client.get("/en/legal/").content.decode()
    StandingPage.objects.update(state="draft")
    html = client.get("/en/legal/").content.decode()
    assert "Words of the newsroom" not in html
    assert "Answers for the site" in html


@pytest.mark.parametrize("word", ["fr", "home", "nothing"])
def test_a_word_that_names_none_of_the_pages_is_refused_in_a_sentence(admin_client, word):
    form = address(StandingPage.objects.get(slug="legal"), "change")
    data = sent_again(admin_client.get(form)) | {"slug": word}
    assert "One of: privacy, legal, accessibility." in admin_client.post(
        form, data, headers={"Accept-Language": "en"}
    ).content.decode().replace("\xa0", " ")
    assert StandingPage.objects.filter(slug="legal").exists()


def test_security_txt_names_the_contact_and_a_day_to_come(client, settings):
    settings.SECURITY_CONTACT = "mailto:security@example.org"
    response = client.get("/.well-known/security.txt")
    assert response["Content-Type"] == "text/plain; charset=utf-8"
    lines = dict(line.split(": ", 1) for line in response.content.decode().splitlines())
    assert lines["Contact"] == "mailto:security@example.org"
    assert lines["Canonical"] == "http://testserver/.well-known/security.txt"
    expires = datetime.datetime.fromisoformat(lines["Expires"])
    assert timezone.now() < expires < timezone.now() + datetime.timedelta(days=365)


def test_security_txt_of_a_local_site_invents_nothing(client):
    response = client.get("/.well-known/security.txt")
    assert response.status_code == 404
    assert b"SECURITY_CONTACT" in response.content
