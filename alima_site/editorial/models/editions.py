"""Editions: each state in which a version of a figure was public here keeps its own address."""

from typing import Any, Self

from django.db import models
from django.db.models import Max
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from alima_site.delivery.reversing import reverse
from alima_site.editorial import wording
from alima_site.editorial.fields import PartialDateField, bilingual
from alima_site.editorial.models.measures import Qualifier, Unit
from alima_site.editorial.prepared import this_moment
from alima_site.editorial.querysets import visible

# What an edition keeps of its version; when one of these changes, a new edition begins.
KEPT = (
    "label_fr", "label_en", "value", "qualifier", "period_as_printed_fr", "period_as_printed_en",
    "period_start", "period_end", "as_of", "source_id", "is_current",
)  # fmt: skip


class EditionQuerySet(models.QuerySet):
    def of_public_figures(self) -> Self:
        """Editions that have begun, of figures the public may see."""
        now = this_moment()
        figure: Any = self.model._meta.get_field("figure").related_model
        return (
            self.filter(visible(figure, now, "figure__"), begins_at__lte=now)
            .select_related("figure", "source", "version__source")
            .order_by("number")
        )


class Edition(models.Model):
    """A version of a figure as it stood here from one moment on. Written by the site itself."""

    figure = models.ForeignKey("editorial.Figure", models.PROTECT, related_name="editions")
    version = models.ForeignKey("editorial.FigureVersion", models.PROTECT, related_name="editions")
    number = models.PositiveIntegerField(_("edition"))
    begins_at = models.DateTimeField(_("since"))
    label = bilingual(models.CharField(_("label"), max_length=150))
    unit = models.CharField(_("unit"), max_length=20, choices=Unit)
    value = models.DecimalField(_("value"), max_digits=15, decimal_places=3)
    qualifier = models.CharField(_("qualifier"), max_length=10, choices=Qualifier)
    period_as_printed = bilingual(
        models.CharField(_("period as printed"), max_length=100, blank=True)
    )
    period_start = models.DateField(_("period from"), null=True)
    period_end = models.DateField(_("period to"), null=True)
    as_of = PartialDateField(_("true as of"))
    source = models.ForeignKey("editorial.Source", models.PROTECT, related_name="+")
    is_current = models.BooleanField(_("current"))

    objects = EditionQuerySet.as_manager()

    class Meta:
        verbose_name = _("edition of a figure")
        verbose_name_plural = _("editions of figures")
        ordering = ["figure", "number"]
        constraints = [
            models.UniqueConstraint(
                fields=["figure", "number"], name="editorial_edition_number_unique"
            )
        ]

    def __str__(self) -> str:
        return wording.labelled(self.label, wording.with_unit(self.value, self.unit))

    def get_absolute_url(self) -> str:
        return reverse("portal:edition", args=[self.figure.slug, self.number])

    @property
    def permanent_path(self) -> str:
        """The address without language that is printed and cited."""
        return reverse("short_edition", args=[self.figure.slug, self.number])


def keep_edition(version: Any) -> None:
    """
    Begin a new edition where a published version says something new. One that was
    scheduled and has not begun is replaced: nobody saw it.
    """
    if version.state != "published":
        return
    now = timezone.now()
    # Two editors of one figure wait for each other here, so that no number is given twice.
    figure = type(version.figure).objects.select_for_update().get(pk=version.figure_id)
    # What was just written may still be text; the comparison wants what the database holds.
    stored = type(version).objects.get(pk=version.pk)
    kept = {name: getattr(stored, name) for name in KEPT} | {"unit": figure.unit}
    latest = figure.editions.filter(version=stored).order_by("number").last()
    if latest and all(getattr(latest, name) == value for name, value in kept.items()):
        return
    kept["begins_at"] = max(now, stored.publish_at or now)
    if latest and latest.begins_at > now:
        Edition.objects.filter(pk=latest.pk).update(**kept)
        return
    last = figure.editions.aggregate(last=Max("number"))["last"] or 0
    Edition.objects.create(figure=figure, version=stored, number=last + 1, **kept)
