"""Imports among the latest changes of the desk, each with the page that takes it back."""

from collections.abc import Iterator
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext, ngettext

from alima_site.editorial import desk
from alima_site.editorial.imports.importers import IMPORTERS
from alima_site.editorial.models import ImportRun


def latest_imports(user: Any) -> Iterator[desk.Change]:
    """The latest imports that stand, of kinds the user may see."""
    seen = [kind for kind, importer in IMPORTERS.items() if importer.may_see(user)]
    for run in ImportRun.objects.done().filter(kind__in=seen)[: desk.CHANGES]:
        rows = ngettext("%(n)s row", "%(n)s rows", len(run.written)) % {"n": len(run.written)}
        what = gettext("import of %(file)s, %(rows)s") % {"file": run.file_name, "rows": rows}
        url = reverse("admin:editorial_importrun_change", args=[run.pk])
        undo = reverse("admin:editorial_importrun_undo", args=[run.pk])
        may_undo = IMPORTERS[run.kind].may_import(user)
        yield desk.Change(run.started_at, run.author_name, what, url, undo if may_undo else "")
