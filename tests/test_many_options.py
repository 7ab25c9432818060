"""Forms and filters of the newsroom list the first of many options and understand all."""

import re

import pytest
from django.test import Client

from alima_site.editorial import admin_many, filters
from tests.factories import make_country, make_partner, make_project, make_study

pytestmark = pytest.mark.django_db
PROJECTS = "/admin/programs/project/"
SEARCH = "/admin/autocomplete/?app_label=programs&model_name=project&field_name=partners&term="


def options_of(client, **chosen):
    """The partners by which the list of projects can be narrowed."""
    page = client.get(PROJECTS, chosen).content.decode()
    return {int(key) for key in re.findall(r"partners__id__exact=(\d+)", page)}


def test_a_filter_of_the_newsroom_lists_the_first_and_the_chosen(admin_client, monkeypatch):
    monkeypatch.setattr(admin_many, "LISTED", 2)
    made = [make_partner(slug=f"zz-{n}", acronym=f"ZZ{n}") for n in range(4)]
    make_project(slug="theirs").partners.set(made)
    last = made[-1].pk
    assert last not in options_of(admin_client)
    assert last in options_of(admin_client, partners__id__exact=last)
    for nonsense in ("x", "9" * 40, "-1"):
        answer = admin_client.get(PROJECTS, {"partners__id__exact": nonsense})
        assert answer.status_code in (200, 302)


def test_an_autocompletion_finds_all_though_it_counts_few(admin_client, monkeypatch):
    monkeypatch.setattr(admin_many, "COUNTED", 3)
    for n in range(6):
        make_partner(slug=f"zz-{n}", acronym=f"ZZ{n}")
    first = admin_client.get(f"{SEARCH}ZZ").json()
    assert [each["text"][:3] for each in first["results"]] == ["ZZ0", "ZZ1", "ZZ2"]
    assert [each["text"][:3] for each in admin_client.get(f"{SEARCH}ZZ5").json()["results"]] == [
        "ZZ5"
    ]


def test_a_form_lists_the_first_options_and_understands_all(monkeypatch):
    monkeypatch.setattr(filters, "MOST", 2)
    make_study(slug="far", countries=[make_country(country="ZW", slug="zimbabwe").country.code])
    page = Client().get("/en/research/studies/")
    assert 'value="ZW"' not in page.content.decode()
    chosen = Client().get("/en/research/studies/?country=ZW")
    assert 'value="ZW" selected' in chosen.content.decode()
    assert [study.slug for study in chosen.context["page_obj"]] == ["far"]
