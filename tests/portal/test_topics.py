"""A topic joins what is studied, what is done and what was counted."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("address", ["/en/topics/malnutrition/", "/fr/themes/malnutrition/"])
def test_malnutrition_shows_studies_projects_and_series_side_by_side(address):
    with CaptureQueriesContext(connection) as queries:
        page = Client().get(address).content.decode()
    assert len(queries) <= 8
    for slug in ("optima-bf", "optima-drc", "optima-ne", "optima-ml", "muac-mothers"):
        assert f"/{slug}/" in page
    for project in ("ne-mirriah", "bf-yako", "td-ngouri"):
        assert f"/{project}/" in page
    assert '<figure class="bar-series"' in page
    assert "sam_children" in page
