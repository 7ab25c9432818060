"""Series of films, as announced, and their episodes."""

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from alima_site.editorial.fields import PartialDateField, bilingual
from alima_site.editorial.models import SourcedContent, Topic


class Series(SourcedContent):
    """A series of films: “Stronger Together”."""

    named_by = ("title_fr", "title_en")

    title = bilingual(models.CharField(_("title"), max_length=200))
    title_fr_is_ours = models.BooleanField(
        _("French title is our translation"),
        default=False,
        help_text=_("Said on the French page, until the official title is known."),
    )
    first_release = PartialDateField(_("first release"))

    class Meta(SourcedContent.Meta):
        verbose_name = _("series")
        verbose_name_plural = pgettext_lazy("plural", "series")
        ordering = ["slug"]

    def __str__(self) -> str:
        return str(self.title)

    def get_absolute_url(self) -> str:
        return reverse("partners:series")


class Episode(SourcedContent):
    """One film of a series."""

    named_by = ("number", "title_fr", "title_en")

    published_with = ("series", "source")

    series = models.ForeignKey(
        Series, models.PROTECT, related_name="episodes", verbose_name=_("series")
    )
    number = models.PositiveSmallIntegerField(_("episode number"))
    title = bilingual(models.CharField(_("title"), max_length=200))
    released = PartialDateField(_("released"))
    speakers = models.CharField(
        _("speakers"), max_length=300, blank=True, help_text=_("Separated by semicolons.")
    )
    topics = models.ManyToManyField(Topic, verbose_name=_("topics"), blank=True)
    video_url = models.URLField(_("address of the video"), max_length=400, blank=True)

    class Meta(SourcedContent.Meta):
        verbose_name = _("episode")
        verbose_name_plural = _("episodes")
        ordering = ["series", "number"]
        constraints = [
            *SourcedContent.Meta.constraints,
            models.UniqueConstraint(
                fields=["series", "number"],
                name="partners_episode_number_unique",
                violation_error_message=_("The series has an episode of this number already."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.number}. {self.title}"

    def get_absolute_url(self) -> str:
        return reverse("partners:episode", args=[self.slug])
