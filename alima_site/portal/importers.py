"""Import of the former site's addresses."""

from collections.abc import Sequence
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from alima_site.editorial.imports import Importer, register
from alima_site.editorial.imports.columns import ImportColumn
from alima_site.editorial.imports.importers import FaultAt, Values, needed
from alima_site.portal.former_addresses import answer, comparable, path_of
from alima_site.portal.models import FormerAddress


@register
class FormerAddressImporter(Importer):
    kind = "former-addresses"
    title = gettext_lazy("Addresses of the former site")
    link = gettext_lazy("Import addresses of the former site")
    advice = gettext_lazy(
        "One row for each address of the former site, and the address here to which it leads."
    )
    model = FormerAddress
    columns = [
        ImportColumn(
            "path", "Ancienne adresse", "Old address", "#meta+url+old",
            gettext_lazy("A path of the former site, such as /en/who-we-are/."),
            ("ancienne url", "old url", "old path", "from", "source", "de", "ancien chemin"),
            into="path",
        ),
        ImportColumn(
            "target", "Mène à", "Leads to", "#meta+url+new",
            gettext_lazy("A published address of this site, such as /en/model/."),
            ("nouvelle adresse", "nouvelle url", "new address", "new url", "new path", "to",
             "cible", "target", "vers", "destination"),
            into="target",
        ),
    ]  # fmt: skip
    required = ("path", "target")

    def prepare(self, rows: Sequence[Values]) -> None:
        """What the file says of each old address, and what the site has already."""
        self.targets = {
            comparable(path_of(row["path"])): row["target"]
            for row in rows
            if "path" in row and "target" in row
        }
        known = FormerAddress.objects.filter(path__in=self.targets).select_for_update()
        self.known = {address.path: address for address in known}

    def find(self, values: Values) -> Any:
        path = comparable(path_of(needed(values, "path")))
        values["target"] = self._end_of(needed(values, "target"), path)
        return self.known.get(path)

    def remember(self, record: FormerAddress) -> None:
        self.known[record.path] = record

    def _end_of(self, target: str, path: str) -> str:
        """Where a chain of old addresses of the file ends: a visitor is sent there at once."""
        passed = {path}
        while (here := comparable(path_of(target))) in self.targets and not any(answer(here)):
            if here in passed:
                raise FaultAt("target", _("these addresses lead in a circle"))
            passed.add(here)
            target = self.targets[here]
        return target
