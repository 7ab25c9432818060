"""Countries in which ALIMA works or worked, since when, and the projects there."""

from functools import cached_property
from itertools import pairwise
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from django_countries.fields import CountryField

from alima_site.delivery.reversing import reverse
from alima_site.editorial import wording
from alima_site.editorial.dates import first_day, last_day
from alima_site.editorial.fields import PartialDateField, bilingual, page_photo, rich_text
from alima_site.editorial.models import Remembered, SourcedContent, Topic
from alima_site.editorial.models.periods import ends_after_start
from partners.models import Partner
from programs.querysets import CountryProgrammeQuerySet, ProjectQuerySet


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


class Project(SourcedContent):
    """A project or programme in a country, or in several."""

    named_by = ("name_fr", "name_en", "programme__slug")

    published_with = ("programme", "source")
    listed_with = ("programme",)

    programme = models.ForeignKey(
        CountryProgramme,
        models.PROTECT,
        related_name="projects",
        verbose_name=_("country"),
        null=True,
        blank=True,
        help_text=_("Empty: several countries."),
    )
    name = bilingual(models.CharField(_("name"), max_length=150))
    places = bilingual(
        models.CharField(
            _("places"),
            max_length=200,
            blank=True,
            help_text=_("Districts or towns, never the position of a health facility."),
        )
    )
    topics = models.ManyToManyField(
        Topic, verbose_name=_("topics"), related_name="projects", blank=True
    )
    partners = models.ManyToManyField(
        Partner, verbose_name=_("partners"), related_name="projects", blank=True
    )
    start = PartialDateField(_("start"))
    end = PartialDateField(_("end"))
    summary = bilingual(models.TextField(_("summary")))
    story = bilingual(rich_text(_("text"), _("The longer text of the page, if there is one.")))
    photo = page_photo()

    objects = ProjectQuerySet.as_manager()

    class Meta(SourcedContent.Meta):
        verbose_name = _("project")
        verbose_name_plural = _("projects")
        ordering = ["slug"]
        constraints = [*SourcedContent.Meta.constraints, ends_after_start("start", "end")]

    def __str__(self) -> str:
        return str(self.name)

    def get_absolute_url(self) -> str:
        if self.programme is None:
            return reverse("programs:multi_country_project", args=[self.slug])
        return reverse("programs:project", args=[self.programme.slug, self.slug])
