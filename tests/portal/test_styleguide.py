"""The styleguide: every component alone, for staff."""

import pytest
from django.conf import settings
from django.contrib.auth.models import User
from django.db import connection
from django.test.utils import CaptureQueriesContext

from alima_site.portal.templatetags import frame

pytestmark = pytest.mark.django_db
ADDRESS = "/admin/styleguide/"
COMPONENTS = {p.name for p in (settings.BASE_DIR / "templates" / "components").glob("*.html")}


def test_visitors_are_sent_to_the_login(client):
    response = client.get(ADDRESS)
    assert response.status_code == 302
    assert response["Location"].startswith("/admin/login/")


def test_those_who_are_not_staff_are_sent_to_the_login(client):
    client.force_login(User.objects.create_user("reader"))
    assert client.get(ADDRESS).status_code == 302


def test_every_component_is_shown(admin_client):
    frame._written.cache_clear()  # header and footer are written once in a process
    response = admin_client.get(ADDRESS)
    assert response.status_code == 200
    shown = {t.name.removeprefix("components/") for t in response.templates if t.name}
    assert shown >= COMPONENTS


def test_every_component_says_what_it_takes(admin_client):
    for component in admin_client.get(ADDRESS).context["components"]:
        assert "Takes:" in component.comment, component.name


@pytest.mark.parametrize("language", ["fr", "en"])
def test_it_is_no_page_of_the_public_site(language, admin_client):
    page = admin_client.get(ADDRESS, headers={"accept-language": language}).content.decode()
    assert f'<html lang="{language}"' in page
    assert '<meta name="robots" content="noindex">' in page
    assert 'rel="alternate"' not in page
    assert " style=" not in page


def test_samples_come_from_no_record(admin_client):
    """Only who asks is looked up; nothing a sample says is a fact of the site."""
    with CaptureQueriesContext(
        connection,
    ) as queries:
        admin_client.get(ADDRESS)
    assert len(queries) <= 2


def test_the_newsroom_leads_to_it(admin_client):
    assert f'href="{ADDRESS}"' in admin_client.get("/admin/").content.decode()
