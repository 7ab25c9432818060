"""The Nu HTML checker of the W3C on every public page: 0 errors."""

import json
import shutil
import subprocess

import pytest
from django.conf import settings

from tests.visitor import pages_from

pytestmark = [pytest.mark.django_db, pytest.mark.audit]
VNU = settings.VAR_DIR / "vnu"


@pytest.fixture
def checker():
    """The path of the checker; npm brings it at the first time."""
    if missing := [program for program in ("java", "npm") if not shutil.which(program)]:
        pytest.skip(f"{' and '.join(missing)} not installed")
    if not any(VNU.rglob("vnu.jar")):
        install = ["npm", "install", "--prefix", VNU, "--no-audit", "--no-fund", "vnu-jar"]
        subprocess.run(install, check=True, capture_output=True)
    return next(VNU.rglob("vnu.jar"))


@pytest.mark.parametrize("start", ["/fr/", "/en/"])
def test_every_page_is_valid_html(start, checker, tmp_path):
    addresses = {}
    for number, (address, response) in enumerate(sorted(pages_from(start).items())):
        if response["Content-Type"].startswith("text/html"):
            path = tmp_path / f"{number}.html"
            path.write_bytes(response.content)
            addresses[path.name] = address
    command = ["java", "-jar", checker, "--format", "json", "--errors-only", "--stdout", tmp_path]
    found = json.loads(subprocess.run(command, capture_output=True).stdout)["messages"]
    errors = [
        (addresses[m["url"].rpartition("/")[2]], m["message"], m.get("extract")) for m in found
    ]
    assert not errors
