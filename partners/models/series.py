"""Series of films, as announced, and their episodes."""

import datetime
from typing import Any
from urllib.parse import urlsplit

from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from alima_site.delivery.reversing import reverse
from alima_site.editorial.dates import first_day
from alima_site.editorial.fields import PartialDateField, bilingual, page_photo, rich_text
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
    """One film of a series. It appears at its release moment, which is `publish_at`."""

    named_by = ("number", "title_fr", "title_en")

    published_with = ("series", "source")

    series = models.ForeignKey(
        Series, models.PROTECT, related_name="episodes", verbose_name=_("series")
    )
    number = models.PositiveSmallIntegerField(_("episode number"))
    title = bilingual(models.CharField(_("title"), max_length=200))
    summary = bilingual(models.TextField(_("summary"), blank=True))
    released = PartialDateField(
        _("released"),
        help_text=_(
            "A year, a month or a day: 2024, 2024-02 or 2024-02-27. For a film still to come, "
            "“publish at” is its minute: the page appears then."
        ),
    )
    length = models.PositiveSmallIntegerField(_("length in minutes"), null=True, blank=True)
    speakers = models.CharField(
        _("speakers"), max_length=300, blank=True, help_text=_("Separated by semicolons.")
    )
    topics = models.ManyToManyField(Topic, verbose_name=_("topics"), blank=True)
    video_url = models.URLField(
        _("address of the video"),
        max_length=400,
        blank=True,
        help_text=_("A plain link that says where it leads; no film is put into the page."),
    )
    photo = page_photo()
    french_captions = models.BooleanField(_("has French captions"), default=False)
    english_captions = models.BooleanField(_("has English captions"), default=False)
    transcript = bilingual(
        rich_text(_("transcript"), _("All that is said, for those who read instead of listening."))
    )

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

    def clean(self) -> None:
        super().clean()
        self._wait_for_release()

    def _wait_for_release(self) -> None:
        """A film of a day to come appears on that day, not before."""
        try:
            day = first_day(self.released)
        except ValueError:
            return  # none, or refused by its own field
        shown_from = timezone.localdate(self.publish_at)
        if day <= shown_from:
            return
        if self.publish_at:
            raise ValidationError(
                {"publish_at": _("The page would appear before the film is released.")}
            )
        midnight = datetime.datetime.combine(day, datetime.time())
        self.publish_at = timezone.make_aware(midnight)

    @property
    def release(self) -> str:
        """The partial date of the release; the moment it appeared, where no date is given."""
        if self.released or not self.publish_at:
            return self.released
        return timezone.localdate(self.publish_at).isoformat()

    @property
    def video_host(self) -> str:
        """Where the link to the video leads."""
        return (urlsplit(self.video_url).hostname or "").removeprefix("www.")

    @property
    def captions(self) -> list[Any]:
        """The languages of the captions."""
        found = [(self.french_captions, _("French")), (self.english_captions, _("English"))]
        return [language for has_them, language in found if has_them]
