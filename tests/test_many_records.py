"""Where there are more records than a form lists or a column counts."""

import re

import pytest
from django.test import Client

from alima_site.editorial import admin_many, filters
from alima_site.portal.views import explorer
from programs.models import PatientStatistic
from programs.querysets.indicators import COUNTED
from tests.factories import (
    make_country,
    make_indicator,
    make_partner,
    make_project,
    make_statistic,
    make_study,
)

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


def made_often(times):
    """An indicator with so many public values."""
    indicator = make_indicator(slug="counted-often")
    first = make_statistic(indicator=indicator, slug="n-first")
    PatientStatistic.objects.bulk_create(
        PatientStatistic(
            slug=f"n-{n}", state="published", indicator=indicator, source=first.source,
            value=100 + n, period_start=first.period_start, period_end=first.period_end,
        )
        for n in range(times - 1)
    )  # fmt: skip


def test_a_list_says_that_there_are_more_than_it_counts(admin_client):
    made_often(admin_many.COUNTED + 1)
    page = admin_client.get("/admin/editorial/indicator/?q=counted-often").content.decode()
    assert f">{admin_many.COUNTED}+<" in page


@pytest.mark.parametrize("more", [0, 1])
def test_a_reader_is_told_that_there_are_more_values_than_are_counted(more):
    made_often(COUNTED + more)
    page = Client().get("/en/figures/").content.decode()
    assert f"{COUNTED} published values" in page
    assert (f"more than {COUNTED} published" in page) == bool(more)


def test_thousands_are_set_apart(monkeypatch):
    monkeypatch.setattr(explorer, "LISTED", 1_500)
    made_often(1_600)
    assert "1,500 values or more" in Client().get("/en/figures/explore/").content.decode()
    french = Client().get("/fr/chiffres/explorer/").content.decode()
    assert "1\u202f500 valeurs ou plus\u202f;" in french


def test_the_explorer_lists_so_many_and_says_that_there_are_more(monkeypatch):
    monkeypatch.setattr(explorer, "LISTED", 45)
    monkeypatch.setattr(explorer, "MOST", 10)
    first = Client().get("/en/figures/explore/")
    second = Client().get("/en/figures/explore/?page=2")
    assert "45 values or more; the files hold all of them." in first.content.decode()
    shown = [row.pk for page in (first, second) for row in page.context["page_obj"]]
    assert len(shown) == len(set(shown)) == 45
    assert Client().get("/en/figures/explore/?page=3").status_code == 404


def test_a_form_lists_the_first_options_and_understands_all(monkeypatch):
    monkeypatch.setattr(filters, "MOST", 2)
    make_study(slug="far", countries=[make_country(country="ZW", slug="zimbabwe").country.code])
    page = Client().get("/en/research/studies/")
    assert 'value="ZW"' not in page.content.decode()
    chosen = Client().get("/en/research/studies/?country=ZW")
    assert 'value="ZW" selected' in chosen.content.decode()
    assert [study.slug for study in chosen.context["page_obj"]] == ["far"]
