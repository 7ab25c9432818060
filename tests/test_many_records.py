"""Where there are more records than a column or the explorer counts, it says so."""

import pytest
from django.test import Client

from alima_site.editorial import admin_many
from alima_site.portal.views import explorer
from programs.models import PatientStatistic
from programs.querysets.indicators import COUNTED
from tests.factories import make_indicator, make_statistic

pytestmark = pytest.mark.django_db


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
