"""Imports among the latest changes of the desk."""

import pytest

from alima_site.editorial.imports.on_the_desk import latest_imports
from alima_site.editorial.models import ImportRun

ROWS = [{"outcome": outcome} for outcome in ("new", "changed", "same", "new")]


class Editor:
    def __init__(self, *actions):
        self.may = {f"programs.{action}_patientstatistic" for action in actions}

    def has_perm(self, name):
        return name in self.may


def on_the_desk(*actions):
    return [change.what for change in latest_imports(Editor(*actions))]


@pytest.mark.django_db
def test_the_desk_names_imports_that_stand_of_kinds_the_reader_may_see():
    for state in ("done", "checked", "undone"):
        for kind in ("statistics", "former-addresses"):
            ImportRun.objects.create(kind=kind, state=state, file_name=f"{kind} {state}", rows=ROWS)
    assert on_the_desk("view") == ["import of statistics done, 3 rows"]
    assert on_the_desk() == []


@pytest.mark.django_db
def test_the_desk_offers_the_undo_to_those_who_may_import():
    ImportRun.objects.create(kind="statistics", state="done", file_name="a.csv", rows=ROWS[::2])
    [change] = latest_imports(Editor("import"))
    assert change.what == "import of a.csv, 1 row"
    assert change.undo_url == f"{change.url.removesuffix('change/')}undo/"
    assert [change.undo_url for change in latest_imports(Editor("view"))] == [""]
