"""Countries in which ALIMA works or worked."""

from functools import cached_property

from django.db import models
from django.utils.translation import gettext_lazy as _
from django_countries.fields import CountryField

from alima_site.delivery.reversing import reverse
from alima_site.editorial import wording
from alima_site.editorial.fields import PartialDateField, bilingual, page_photo, rich_text
from alima_site.editorial.models import SourcedContent
from partners.models import Partner
from programs.querysets.countries import CountryProgrammeQuerySet


class CountryProgramme(SourcedContent):
    """A country in which ALIMA works or has worked."""

    named_by = ("name_fr", "name_en")

    class Status(models.TextChoices):
        ACTIVE = "active", _("active")
        CLOSED = "closed", _("closed")
        HEADQUARTERS = "headquarters", _("headquarters")
        UNKNOWN = "unknown", _("not published")

    country = CountryField(_("country"))
    name = bilingual(models.CharField(_("name"), max_length=100))
    status = models.CharField(_("status"), max_length=15, choices=Status)
    status_date = PartialDateField(_("status as of"))
    co_managed_with = models.ManyToManyField(
        Partner,
        verbose_name=_("co-managed with"),
        related_name="country_programmes",
        blank=True,
    )
    summary = bilingual(
        models.TextField(_("summary"), help_text=_("Two sentences at most, shown on top."))
    )
    story = bilingual(rich_text(_("text"), _("The longer text of the page, if there is one.")))
    start_note = bilingual(
        models.CharField(
            _("remark on the start"),
            max_length=200,
            blank=True,
            help_text=_("What the sources say of the beginning, when it needs a word."),
        )
    )
    photo = page_photo()

    objects = CountryProgrammeQuerySet.as_manager()

    class Meta(SourcedContent.Meta):
        verbose_name = _("country programme")
        verbose_name_plural = _("country programmes")
        ordering = ["slug"]
        constraints = [
            *SourcedContent.Meta.constraints,
            models.UniqueConstraint(
                fields=["country"],
                name="programs_countryprogramme_country_unique",
                violation_error_message=_("This country has its programme already."),
            ),
        ]

    def __str__(self) -> str:
        return str(self.name)

    def get_absolute_url(self) -> str:
        return reverse("programs:country", args=[self.slug])

    @property
    def map_kind(self) -> str:
        """How the map and lists colour it: alliance, programme or past. Wants `for_map()`."""
        if self.with_member:  # type: ignore[attr-defined]
            return "alliance"
        return "programme" if self.status == self.Status.ACTIVE else "past"

    @cached_property
    def on_the_map(self) -> dict[str, str]:
        """What the map draws and links. Wants `for_map()`."""
        return {
            "code": self.code,  # type: ignore[attr-defined]
            "name": str(self.name),
            "url": self.get_absolute_url(),
            "kind": self.map_kind,
        }

    @property
    def presence_words(self) -> str:
        """
        Its presences as “2010 to 2012 · since February 2024”; empty when none is known.
        Wants `with_presences()`.
        """
        return " · ".join(wording.period(p.start, p.end) for p in self.intervals)  # type: ignore[attr-defined]
