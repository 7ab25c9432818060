"""Since when, and until when, ALIMA is in a country."""

from itertools import pairwise
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from alima_site.editorial.dates import first_day, last_day
from alima_site.editorial.fields import PartialDateField, bilingual
from alima_site.editorial.models import Remembered
from alima_site.editorial.models.periods import ends_after_start
from programs.models.countries import CountryProgramme


class Presence(Remembered):
    """An interval during which ALIMA worked in a country; those of one country never overlap."""

    handled_as = "part"
    part_of = "programme"

    programme = models.ForeignKey(
        CountryProgramme, models.CASCADE, related_name="presences", verbose_name=_("country")
    )
    # The row's id in presences.csv; empty for those added in the admin.
    slug = models.SlugField(editable=False, blank=True)
    start = PartialDateField(_("start"), blank=False)
    end = PartialDateField(_("end"), help_text=_("Empty while the work goes on."))
    note = bilingual(models.CharField(_("note"), max_length=200, blank=True))
    source = models.ForeignKey(
        "editorial.Source", models.PROTECT, verbose_name=_("source"), related_name="+"
    )
    further_sources = models.ManyToManyField(
        "editorial.Source", verbose_name=_("further sources"), related_name="+", blank=True
    )

    # A formset that checks its rows together sets this: see PresenceFormSet.
    overlap_checked_elsewhere = False

    class Meta:
        verbose_name = _("presence")
        verbose_name_plural = _("presences")
        ordering = ["programme", "start"]
        constraints = [
            ends_after_start("start", "end"),
            models.UniqueConstraint(
                fields=["programme", "start"],
                name="programs_presence_start_unique",
                violation_error_message=_("A presence begins on that date already."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.start}–{self.end}"

    @property
    def public_sources(self) -> list[Any]:
        return [self.source] if self.source.is_published else []

    def clean(self) -> None:
        super().clean()
        if self.programme_id and not self.overlap_checked_elsewhere:
            others = Presence.objects.filter(programme=self.programme_id).exclude(pk=self.pk)
            refuse_overlaps([self, *others])


def refuse_overlaps(presences: list[Presence]) -> None:
    """ValidationError when two of these presences have a day in common."""
    dated = sorted((p for p in presences if p.start), key=lambda p: first_day(p.start))
    for earlier, later in pairwise(dated):
        if not earlier.end or last_day(earlier.end) >= first_day(later.start):
            raise ValidationError(
                _("The presence from %(earlier)s overlaps the one from %(later)s."),
                code="overlap",
                params={"earlier": earlier.start, "later": later.start},
            )
