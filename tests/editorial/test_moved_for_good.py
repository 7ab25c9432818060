"""What an old address answers besides its new place: for whom, for how long, and where it ends."""

import pytest
from django.contrib.contenttypes.models import ContentType

from alima_site.editorial.models import OldAddress
from tests.factories import make_partner

pytestmark = pytest.mark.django_db


def renamed(record, slug):
    record.slug = slug
    record.save()
    return record


def test_a_day_is_what_a_browser_keeps_of_it(client):
    renamed(make_partner(slug="one"), "two")
    assert client.get("/en/partners/one/")["Cache-Control"] == "max-age=86400"
    assert client.head("/en/partners/one/").status_code == 301


def test_a_draft_that_takes_an_old_word_waits_with_it_until_it_is_public(client):
    renamed(make_partner(slug="one"), "two")
    draft = make_partner(slug="one", state="draft")
    assert client.get("/en/partners/one/")["Location"] == "/en/partners/two/"
    draft.state = "published"
    draft.save()
    assert client.get("/en/partners/one/").status_code == 200


def test_what_was_public_once_is_followed_though_it_moved_as_a_draft(client):
    partner = make_partner(slug="one")
    partner.state = "draft"
    partner.save()
    renamed(partner, "two")
    assert client.get("/en/partners/one/").status_code == 404
    partner.state = "published"
    partner.save()
    assert client.get("/en/partners/one/")["Location"] == "/en/partners/two/"


def test_addresses_that_lead_to_each_other_end_somewhere():
    for slug, other in (("one", "two"), ("two", "one")):
        record = make_partner(slug=other)
        kind = ContentType.objects.get_for_model(record)
        OldAddress.objects.create(
            path=f"/en/partners/{slug}/", which="en", content_type=kind, object_id=record.pk
        )
    assert OldAddress.objects.target("/en/partners/one/") == ""


@pytest.mark.parametrize("path", ["", "/", "/en/partners/never/", "/en/partners/\0/"])
def test_a_path_that_never_led_anywhere_leads_nowhere(path):
    assert OldAddress.objects.target(path) == ""


def test_a_record_of_a_kind_that_is_no_more_leads_nowhere():
    kind = ContentType.objects.create(app_label="gone", model="gone")
    OldAddress.objects.create(path="/en/gone/", which="en", content_type=kind, object_id=1)
    assert OldAddress.objects.target("/en/gone/") == ""
