"""A number that staff change: everywhere at once, with its reason, and the old one where it was."""

import pytest
from django.test import Client
from django.urls import reverse

from alima_site.editorial.models import Correction, FigureVersion

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
