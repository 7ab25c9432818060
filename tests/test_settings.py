"""How the site starts, and how it refuses to."""

import os
import subprocess
import sys

import pytest
from django.conf import settings

PRODUCTION = {
    "SECRET_KEY": "a text of more than fifty characters that is only used by this test 0123456789",
    "ALLOWED_HOSTS": "example.org",
    "DEBUG": "0",
    "LOCAL_HTTP": "0",
    "EMAIL_URL": "smtp://localhost",
    "CONTACT_EMAIL": "contact@example.org",
    "CONTROLLER": "An association, 1 Street, Town",
    "HOSTED_BY": "A company, 2 Street, Town",
    "SECURITY_CONTACT": "mailto:security@example.org",
}


def manage(*arguments, **environment):
    """Run manage.py under these variables alone; an empty one counts as missing."""
    kept = {name: os.environ[name] for name in ("PATH", "LANG") if name in os.environ}
    return subprocess.run(
        [sys.executable, "manage.py", *arguments],
        cwd=settings.BASE_DIR,
        env=kept | environment,
        capture_output=True,
        text=True,
    )


@pytest.mark.parametrize("missing", sorted(PRODUCTION.keys() - {"DEBUG", "LOCAL_HTTP"}))
def test_a_missing_production_value_stops_the_start_with_a_sentence(missing):
    done = manage("check", **(PRODUCTION | {missing: ""}))
    assert done.returncode == 1
    assert done.stderr.startswith(f"The portal cannot start: {missing} is not set.")
    assert "Traceback" not in done.stderr


def test_djangos_checks_of_a_production_site_find_nothing():
    done = manage("check", "--deploy", "--fail-level", "WARNING", **PRODUCTION)
    assert done.returncode == 0, done.stderr


def test_production_cookies_and_redirects_are_secure():
    names = "DEBUG SECURE_SSL_REDIRECT SESSION_COOKIE_NAME CSRF_COOKIE_SECURE SECURE_HSTS_SECONDS"
    script = (
        f"from django.conf import settings as s; print([getattr(s, n) for n in {names.split()}])"
    )
    done = manage("shell", "--no-imports", "-c", script, **PRODUCTION)
    assert done.stdout.strip() == "[False, True, '__Host-sessionid', True, 31536000]"


def test_no_migration_is_missing():
    assert manage("makemigrations", "--check", "--dry-run", **PRODUCTION).returncode == 0


@pytest.mark.parametrize(
    ("given", "storage"),
    [
        ({}, "django.core.files.storage.FileSystemStorage {}"),
        (
            {"S3_BUCKET": "portal", "S3_ENDPOINT": "https://s3.example.org"},
            "storages.backends.s3.S3Storage {'bucket_name': 'portal', "
            "'endpoint_url': 'https://s3.example.org', 'region_name': None, "
            "'default_acl': None, 'file_overwrite': False}",
        ),
    ],
)
def test_pictures_are_kept_in_a_folder_or_in_a_bucket(given, storage):
    script = (
        "from django.conf import settings; kept = settings.STORAGES['default']; "
        "print(kept['BACKEND'], kept.get('OPTIONS', {}))"
    )
    done = manage("shell", "--no-imports", "-c", script, **PRODUCTION, **given)
    assert done.stdout.strip() == storage
