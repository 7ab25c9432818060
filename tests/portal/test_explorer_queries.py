"""The explorer asks the database as little of thousands of statistics as of hundreds."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from programs.models import PatientStatistic
from tests.benchmarks.rows import fill

pytestmark = pytest.mark.django_db
EXPLORER = "/en/figures/explore/"


def queries_of(address):
    """Once the process knows what is kept until content changes."""
    assert Client().get(address).status_code == 200
    with CaptureQueriesContext(connection) as queries:
        Client().get(address)
    return len(queries)


def copies(times):
    """The statistics of the stock, so many times over."""
    rows = list(PatientStatistic.objects.all())
    PatientStatistic.objects.bulk_create(
        PatientStatistic(
            slug=f"{row.slug[:60]}-{n}", state="published", indicator_id=row.indicator_id,
            programme_id=row.programme_id, value=row.value + n, source_id=row.source_id,
            period_start=row.period_start, period_end=row.period_end,
            period_basis=row.period_basis,
        )
        for n in range(times)
        for row in rows
    )  # fmt: skip


def test_the_explorer_asks_as_little_of_thousands_as_of_hundreds():
    addresses = [EXPLORER, f"{EXPLORER}?country=niger", f"{EXPLORER}?page=2"]
    few = [queries_of(address) for address in addresses]
    copies(10)
    many = [queries_of(address) for address in addresses]
    assert max(few + many) < 8


@pytest.mark.parametrize("share", [0, 0.01, 0.1])
def test_the_explorer_asks_fewer_than_eight_times_whatever_is_chosen_and_withheld(share):
    fill(2_000, share)
    most = PatientStatistic.objects.values_list("indicator__slug", flat=True)[0]
    chosen = ["", "?page=2", "?country=niger", "?year=2022", f"?indicator={most}"]
    asked = {query: queries_of(f"{EXPLORER}{query}") for query in chosen}
    assert max(asked.values()) < 8, asked
