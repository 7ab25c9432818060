"""Every change of what is public, and every minute at which something appears, voids pages."""

import datetime

import pytest
from django.utils import timezone

from alima_site.delivery.kept import content_state
from alima_site.delivery.state import touched_once
from programs.models import CountryProgramme
from tests.factories import make_partner, make_presence, make_statistic

pytestmark = pytest.mark.django_db


def change_a_name(partner):
    partner.name_en = "Another name"
    partner.save()


def change_past_the_signals(partner):
    type(partner).objects.filter(pk=partner.pk).update(name_en="Another name")


def tie_a_topic(partner):
    make_statistic().partners.add(partner)


def delete_it(partner):
    partner.delete()


@pytest.mark.parametrize("change", [change_a_name, change_past_the_signals, tie_a_topic, delete_it])
def test_every_change_of_content_voids_what_was_rendered(reader, change):
    partner = make_partner()
    reader.get("/en/partners/")
    before = reader.store.watch.state
    change(partner)
    reader.get("/en/partners/")
    assert reader.store.watch.state != before
    assert reader.rendered["/en/partners/", ""] == 2


def test_of_many_changes_together_the_state_is_written_once_at_their_end():
    before = content_state()
    with touched_once():
        change_a_name(make_partner())
        assert content_state() == before
    after = content_state()
    assert after != before
    with touched_once():
        list(CountryProgramme.objects.published())
    assert content_state() == after


def test_a_row_of_a_form_changes_pages_too(reader):
    reader.get("/en/programmes/niger/")
    make_presence(CountryProgramme.objects.get(slug="niger"), "2030")
    reader.get("/en/programmes/niger/")
    assert reader.rendered["/en/programmes/niger/", ""] == 2


def test_a_scheduled_page_voids_the_store_at_its_minute(reader, monkeypatch):
    now = timezone.now()
    make_partner(slug="soon", publish_at=now + datetime.timedelta(minutes=1))
    assert b"/en/partners/soon/" not in reader.get("/en/partners/")
    later = now + datetime.timedelta(minutes=1, seconds=1)
    monkeypatch.setattr(timezone, "now", lambda: later)
    assert b"/en/partners/soon/" in reader.get("/en/partners/")
    reader.get("/en/partners/")
    assert reader.rendered["/en/partners/", ""] == 2
