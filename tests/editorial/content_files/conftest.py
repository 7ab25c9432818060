import shutil

import pytest
from django.apps import apps
from django.core.management import call_command

from alima_site.editorial import loading


@pytest.fixture
def files(tmp_path, monkeypatch):
    """A copy of all content files that a test may change, by name."""
    for app in ("editorial", "partners", "programs", "research", "portal"):
        shutil.copytree(f"{apps.get_app_config(app).path}/content", tmp_path / app)
    monkeypatch.setattr(loading, "content_folder", lambda app: tmp_path / app)
    # Each folder has its own additions; the tests break those of the partners.
    names = {path.name: path for path in tmp_path.glob("*/*.csv")}
    return names | {"additions.csv": tmp_path / "partners" / "additions.csv"}


@pytest.fixture
def load(capsys):
    """Load all files, with these options of the command: what it says of them at the end."""

    def run(*options):
        call_command("load_content", *options)
        return capsys.readouterr().out.splitlines()[-1].split(maxsplit=2)[2]

    return run


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """Where a test puts the few content files it is about."""
    monkeypatch.setattr(loading, "content_folder", lambda app: tmp_path)
    (tmp_path / "additions.csv").write_text("file,id,column,value\n")
    return tmp_path
