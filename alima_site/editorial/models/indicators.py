"""Indicators: what is counted, and from which count on it is shown."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from alima_site.delivery.reversing import reverse
from alima_site.editorial.fields import bilingual
from alima_site.editorial.models.content import Content
from alima_site.editorial.models.measures import USUAL_THRESHOLD, Unit
from alima_site.editorial.models.sources import Topic


class Indicator(Content):
    """What is counted. Values of two indicators are never added together."""

    handled_as = "number"
    named_by = ("name_fr", "name_en")

    name = bilingual(models.CharField(_("name"), max_length=150))
    unit = models.CharField(_("unit"), max_length=20, choices=Unit)
    definition = bilingual(
        models.TextField(
            _("definition"),
            blank=True,
            help_text=_("As the publisher defines it. Empty is shown as “not published”."),
        )
    )
    topics = models.ManyToManyField(
        Topic, verbose_name=_("topics"), related_name="indicators", blank=True
    )
    threshold = models.PositiveSmallIntegerField(
        _("smallest count shown"),
        null=True,
        blank=True,
        help_text=_(
            "A smaller count of people is shown as “fewer than”. Empty: 10 for people, none for "
            "other units. Enter 20 where deaths, HIV or sexual violence are counted."
        ),
    )
    not_added_to = models.ManyToManyField(
        "self",
        verbose_name=_("never added to"),
        blank=True,
        help_text=_("Indicators that count some of the same people or acts."),
    )

    class Meta(Content.Meta):
        verbose_name = _("indicator")
        verbose_name_plural = _("indicators")
        ordering = ["slug"]

    def __str__(self) -> str:
        return str(self.name)

    def get_absolute_url(self) -> str:
        return reverse("portal:indicator", args=[self.slug])

    @property
    def smallest_shown(self) -> int:
        """What `threshold_of()` says, for a record; nothing is held back below zero."""
        usual = USUAL_THRESHOLD if self.unit == Unit.PEOPLE else 0
        return usual if self.threshold is None else self.threshold
