import shutil
from unittest.mock import patch

import pytest
from django.db import OperationalError, connection
from django.db.migrations.executor import MigrationExecutor

pytestmark = pytest.mark.django_db
WELL = {"database": "ok", "migrations": "ok", "disk": "ok"}


def test_a_site_that_is_well_says_so(client):
    response = client.get("/readyz")
    assert (response.status_code, response.json()) == (200, WELL)


def test_a_full_disk_makes_it_unfit_to_serve(client, settings):
    settings.MIN_FREE_DISK_MB = shutil.disk_usage("/").total
    response = client.get("/readyz")
    assert (response.status_code, response.json()) == (503, WELL | {"disk": "failing"})


def test_a_pending_migration_makes_it_unfit_to_serve(client):
    with patch.object(MigrationExecutor, "migration_plan", return_value=["one"]):
        assert client.get("/readyz").json() == WELL | {"migrations": "failing"}


def test_without_a_database_it_lives_and_is_not_ready(client):
    error = OperationalError("no route to secret-host")
    with patch.object(connection, "cursor", side_effect=error):
        assert client.get("/healthz").status_code == 200
        response = client.get("/readyz")
    assert response.status_code == 503
    assert response.json()["database"] == "failing"
    assert "secret-host" not in response.content.decode()
