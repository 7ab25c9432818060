"""What is left of a statistic whose value would tell of a few people."""

from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _

from alima_site.editorial import wording
from alima_site.editorial.models import Corrected, Correction, Qualifier
from programs.disclosure.suppression import SMALL


class Disclosed(Corrected):
    """A record that can be made what the public may see of it."""

    objects: Any
    indicator: Any
    indicator_id: Any
    value: Any
    qualifier: Any

    # Set by `disclose()`: whether the record is as the public sees it, why its value is not shown.
    is_disclosed = False
    withheld = ""

    class Meta:
        abstract = True

    def disclose(self, withheld: str) -> None:
        """
        Make it what the public may see; with a reason (see disclosure/) it loses its
        value, and the words that could repeat it. Such a record cannot be saved.
        """
        self.is_disclosed, self.withheld = True, withheld
        if withheld:
            self.value = None
            self.qualifier = Qualifier.EXACT
            self.hint_fr = self.hint_en = self.note_fr = self.note_en = ""

    @property
    def withheld_words(self) -> str:
        """What stands in place of a value that is not shown; empty where there is one."""
        if self.withheld == SMALL:
            return wording.fewer_than(self.indicator.smallest_shown)
        return str(_("withheld")) if self.withheld else ""

    @property
    def withheld_reason(self) -> Any:
        if self.withheld == SMALL:
            return _("A small count is not shown, so that nobody can be recognised.")
        return _("Withheld: a small count could be worked out from it.") if self.withheld else ""

    def _corrections_since(self, before: models.Model) -> list[Correction]:
        """As of any number, but a correction does not tell what the site does not show."""
        corrections = super()._corrections_since(before)
        small = range(1, self.indicator.smallest_shown)
        hidden = self.pk in type(self).objects.published().withheld({self.indicator_id})
        for correction in corrections:
            if correction.field == "value":
                for side, record in (("old", before), ("new", self)):
                    if hidden or record.value in small:  # type: ignore[attr-defined]
                        setattr(correction, side, "")
        return corrections
