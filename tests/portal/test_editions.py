"""A figure's address to print, its permanent editions, its files, and the corrections."""

import json
from datetime import timedelta
from xml.etree import ElementTree

import bibtexparser
import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from alima_site.editorial.models import Correction, Edition, FigureVersion
from tests.factories import make_figure, make_source, make_statistic, make_version

pytestmark = pytest.mark.django_db


def html(address, status=200, **headers):
    response = Client().get(address, headers=headers)
    assert response.status_code == status
    return response.content.decode()


def current(code="patients-total"):
    return FigureVersion.objects.get(figure__slug=code, is_current=True)


def edition_of(version):
    return version.editions.order_by("number").last()


def change_in_admin(client, version, **changed):
    url = reverse("admin:editorial_figureversion_change", args=[version.pk])
    form = client.get(url).context["adminform"].form
    data = {name: form[name].value() for name in form.fields}
    data = {name: "" if value is None else value for name, value in data.items()}
    for name in ("publish_at", "expire_at"):
        data |= {f"{name}_0": "", f"{name}_1": ""}
    data["further_sources"] = [source.pk for source in version.further_sources.all()]
    data = {name: value for name, value in data.items() if value is not False}
    return client.post(url, data | changed)


@pytest.mark.parametrize(
    ("language", "leads_to"),
    [("en", "/en/figures/patients-total/"), ("fr-TD", "/fr/chiffres/patients-total/")],
)
def test_the_short_link_leads_to_the_figure_in_the_readers_language(language, leads_to):
    for end in ("", "1/"):
        response = Client().get(f"/f/patients-total/{end}", headers={"accept-language": language})
        assert (response.status_code, response["Location"]) == (302, leads_to + end)
        assert response["Vary"] == "Accept-Language"


def test_every_published_version_of_the_content_has_one_edition():
    published = FigureVersion.objects.filter(state="published")
    assert published.count() == Edition.objects.count() > 50
    for edition in Edition.objects.of_public_figures():
        html(edition.get_absolute_url())


def test_a_change_in_the_admin_shows_everywhere_and_the_old_address_keeps_the_old_value(
    admin_client,
):
    version = current()
    old = edition_of(version)
    reasons = {"reason_fr": "Relecture du rapport", "reason_en": "The report was read again"}
    response = change_in_admin(admin_client, version, value="13400000", **reasons)
    assert response.status_code == 302
    for address, new in (
        ("/en/", "13.4\u00a0million"), ("/fr/", "13,4\u00a0millions"),
        ("/en/figures/", "13.4\u00a0million"), ("/fr/chiffres/", "13,4\u00a0millions"),
        ("/en/figures/patients-total/", "13,400,000"),
        ("/fr/chiffres/patients-total/", "13\u202f400\u202f000"),
        ("/data/figures/patients-total.json", "13400000"),
        ("/en/figures/corrections/atom.xml", "13,400,000"),
        ("/fr/chiffres/corrections/", "13\u202f400\u202f000"),
    ):  # fmt: skip
        assert new in html(address), address
    change = Correction.objects.get()
    assert (change.field, change.old, change.new) == ("value", "13000000", "13400000")
    assert "The report was read again" in html("/en/figures/corrections/")
    assert "The report was read again" in html("/en/figures/patients-total/")
    kept = html(f"/en/figures/patients-total/{old.number}/")
    assert "more than 13,000,000" in kept
    assert "Superseded on" in kept
    assert "It is the value shown today" not in kept
    new = edition_of(version)
    assert new.number > old.number
    assert "It is the value shown today" in html(new.get_absolute_url())


def test_a_changed_number_without_a_reason_is_refused(admin_client):
    version = current()
    response = change_in_admin(admin_client, version, value="13400000")
    assert response.status_code == 200
    assert "reason_en" in response.context["adminform"].form.errors
    assert not Correction.objects.exists()
    assert current().value == version.value


def test_saving_without_a_change_begins_no_edition():
    version = current()
    before = Edition.objects.count()
    version.save()
    version.note_en = "Another note"
    version.save()
    assert Edition.objects.count() == before


REASONS = {"reason_fr": "Nouvelle source", "reason_en": "A newer source"}


def test_another_version_that_becomes_current_is_one_action_and_one_correction(admin_client):
    old, second = edition_of(current()), FigureVersion.objects.get(slug="p-10m")
    refused = change_in_admin(admin_client, second, is_current="on")
    assert "reason_en" in refused.context["adminform"].form.errors
    assert change_in_admin(admin_client, second, is_current="on", **REASONS).status_code == 302
    assert current() == second
    assert "Superseded on" in html(f"/en/figures/patients-total/{old.number}/")
    assert "It is the value shown today" in html(edition_of(second).get_absolute_url())
    change = Correction.objects.get()
    assert (change.record, change.old, change.new) == (second, "13000000", "10000000")
    assert "<td>13\u202f000\u202f000</td><td>10\u202f000\u202f000</td>" in html(
        "/fr/chiffres/corrections/"
    )


def test_a_new_version_takes_the_place_of_the_current_one_when_it_is_public():
    first = make_version(value=1500, is_current=True)
    assert not Correction.objects.exists()
    with pytest.raises(ValidationError) as refused:
        FigureVersion(figure=first.figure, is_current=True, state="draft").full_clean()
    assert "__all__" in refused.value.message_dict
    make_version(value=1600, is_current=True, figure=first.figure)
    change = Correction.objects.get()
    assert (change.field, change.old, change.new) == ("is_current", "1500", "1600")
    first.refresh_from_db()
    assert not first.is_current


def test_a_figure_that_shows_no_version_any_more_is_a_correction():
    version = make_version(value=1500, is_current=True)
    version.is_current = False
    version.save()
    change = Correction.objects.get()
    assert (change.old, change.new) == ("1500", "")


def test_the_source_of_a_correction_is_not_told_before_it_is_public():
    version = make_version()
    version.source = make_source(title="A secret", state="draft")
    version.save()
    assert Correction.objects.get(field="source").new == ""


def test_a_version_taken_off_the_site_leaves_its_address_without_its_value():
    version = make_version(value=98765, figure=make_figure(slug="taken-off"))
    number = edition_of(version).number
    version.state = "archived"
    version.save()
    page = html(f"/en/figures/taken-off/{number}/", 410)
    assert "98,765" not in page
    assert "No longer published" in page


def test_editions_of_drafts_are_not_to_be_guessed():
    draft = make_figure(slug="draft-figure", state="draft")
    make_version(figure=draft)
    figure = make_figure(slug="with-a-draft")
    make_version(figure=figure, state="draft")
    later = timezone.now() + timedelta(hours=1)
    make_version(figure=figure, publish_at=later)
    for guessed in ("draft-figure/1", "with-a-draft/1", "with-a-draft/2", "patients-total/999"):
        html(f"/en/figures/{guessed}/", 404)
    hidden_source = make_version(figure=make_figure(slug="resting"), value=87654)
    type(hidden_source.source).objects.filter(pk=hidden_source.source_id).update(state="draft")
    assert "87,654" not in html("/en/figures/resting/1/", 410)


def test_a_scheduled_version_that_changes_before_its_minute_has_one_edition():
    figure = make_figure(slug="scheduled")
    version = make_version(figure=figure, publish_at=timezone.now() + timedelta(hours=1))
    version.value = 4000
    version.save()
    edition = figure.editions.get()
    assert (edition.value, edition.begins_at) == (4000, version.publish_at)
    html("/en/figures/scheduled/1/", 404)


def test_the_json_says_what_the_page_says_in_both_languages():
    data = json.loads(html("/data/figures/trials-in-africa.json"))
    assert data["unit"] == "%"
    assert [version["value"] for version in data["versions"]] == [2, 2.4]
    assert data["versions"][0]["current"] is True
    assert set(data["label"]) == {"fr", "en"}
    address = data["versions"][0]["permanent_address"].removeprefix("http://testserver")
    assert (
        "2%"
        in Client().get(address, follow=True, headers={"accept-language": "en"}).content.decode()
    )
    assert Client().get("/data/figures/trials-in-africa.json")["Access-Control-Allow-Origin"] == "*"


def test_the_citation_as_bibtex_is_read_back():
    make_version(
        figure=make_figure(slug="cited", label_en="Beds & tents_100%"), value=12, is_current=True,
        source=make_source(title="A {source}"),
    )  # fmt: skip
    entry = bibtexparser.loads(html("/en/figures/cited/citation.bib")).entries[0]
    assert entry["url"] == "http://testserver/f/cited/1/"
    assert entry["title"] == r"Beds \& tents\_100\%: 12"
    html("/en/figures/research-ongoing/citation.bib", 404)


def test_the_feed_is_atom_and_names_each_correction_once():
    version = make_version(value=1500)
    version.value = 1600
    version.correction_reason = {"fr": "Erreur de lecture", "en": "Misread"}
    version.save()
    feed = ElementTree.fromstring(html("/fr/chiffres/corrections/atom.xml"))
    atom = "{http://www.w3.org/2005/Atom}"
    entries = feed.findall(f"{atom}entry")
    assert len(entries) == 1
    assert "1\u202f500" in entries[0].findtext(f"{atom}summary")
    assert "Erreur de lecture" in entries[0].findtext(f"{atom}summary")
    assert entries[0].find(f"{atom}link").get("href").startswith("http://testserver/fr/")


def test_more_corrections_need_no_more_queries():
    def queries():
        with CaptureQueriesContext(connection) as captured:
            html("/en/figures/corrections/")
        return len(captured)

    def correct(record):
        record.value += 100
        record.save()

    correct(make_version())
    correct(make_statistic())
    queries()  # a process asks once for the kinds of content
    before = queries()
    for _ in range(5):
        correct(make_version())
        correct(make_statistic())
    assert queries() == before <= 8


def test_a_correction_of_a_figure_that_is_no_longer_public_leads_nowhere():
    version = make_version(figure=make_figure(slug="gone"), label_en="Once shown")
    version.value = 8
    version.save()
    type(version.figure).objects.filter(slug="gone").update(state="archived")
    page = html("/en/figures/corrections/")
    assert "Once shown" in page
    assert "/en/figures/gone/" not in page
