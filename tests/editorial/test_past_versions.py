"""The history of a record, word by word, and the way back to a version of it."""

import pytest

from alima_site.editorial.models import Correction
from programs.models import CountryProgramme
from tests.factories import (
    make_country,
    make_partner,
    make_presence,
    make_project,
    make_topic,
    make_version,
)
from tests.newsroom import address, opened, somebody

pytestmark = pytest.mark.django_db


def first_version(record):
    return record.history.order_by("history_id").first().history_id


def test_the_history_tells_who_changed_what():
    client, partner = somebody("publisher"), make_partner()
    url = address(partner, "change")
    client.post(url, opened(client, url) | {"role_en": "A new role"})
    html = client.get(address(partner, "history")).content.decode()
    assert "publisher" in html
    assert "Role in the alliance [en]" in html
    new, old = [row.history_id for row in partner.history.all()]
    page = client.get(address(partner, "compare"), {"a": new, "b": old})
    assert "<ins>" in page.content.decode()


def test_going_back_brings_texts_relations_and_rows_and_leaves_the_state():
    client, country = somebody("publisher"), make_country(state="draft")
    partner = make_partner()
    country.co_managed_with.add(partner)
    presence = make_presence(country, "2011", "2012")
    number = country.history.first().history_id
    presence.delete()
    make_presence(country, "2015")
    country.co_managed_with.clear()
    country.state, country.summary_en = "published", "Changed"
    country.save()
    url = address(country, "version", number)
    page = client.get(url)
    assert "Changed" in page.content.decode()
    assert client.post(url, {"seen": page.context["seen"]}).status_code == 302
    again = CountryProgramme.objects.get(pk=country.pk)
    assert (again.summary_en, again.state) == ("A summary (en)", "published")
    assert list(again.co_managed_with.all()) == [partner]
    assert [p.start for p in again.presences.all()] == ["2011"]


def test_who_only_reads_cannot_send_a_reversion():
    topic = make_topic()
    topic.name_en = "Now"
    topic.save()
    writer, url = somebody("writer"), address(topic, "version", first_version(topic))
    assert writer.get(url).status_code == 200
    assert writer.post(url).status_code == 403
    topic.refresh_from_db()
    assert topic.name_en == "Now"


def test_going_back_with_a_published_number_asks_why():
    client, version = somebody("data steward"), make_version(value=10)
    version.value = 12
    version.correction_reason = {"fr": "x", "en": "x"}
    version.save()
    url = address(version, "version", first_version(version))
    assert client.post(url).context["form"].errors
    reasons = {"reason_fr": "Faute", "reason_en": "Misprint"}
    assert client.post(url, reasons).status_code == 302
    version.refresh_from_db()
    assert version.value == 10
    assert Correction.objects.filter(object_id=version.pk, reason_en="Misprint").exists()


def test_a_deleted_record_comes_back_as_a_draft_with_what_belonged_to_it():
    admin, country = somebody("administrator"), make_country()
    make_presence(country, "2011")
    key = country.pk
    admin.post(address(country, "delete"), {"post": "yes"})
    assert "A country (en)" in admin.get(address(CountryProgramme, "deleted")).content.decode()
    row = CountryProgramme.history.filter(id=key).first()
    country.pk = key
    url = address(country, "version", row.history_id)
    assert somebody("publisher").post(url).status_code == 403
    assert admin.post(url).status_code == 302
    again = CountryProgramme.objects.get(pk=key)
    assert again.state == "draft"
    assert again.presences.count() == 1


def test_the_list_of_versions_costs_the_same_however_many(django_assert_max_num_queries):
    client, project = somebody("publisher"), make_project()
    for number in range(12):
        project.name_en = f"Name {number}"
        project.save()
    with django_assert_max_num_queries(25):
        assert client.get(address(project, "history")).status_code == 200
