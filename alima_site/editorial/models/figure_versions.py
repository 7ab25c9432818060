"""Versions of a headline figure: what each source says of it, and which one is shown."""

from typing import Any

from django.db import models, transaction
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from alima_site.editorial import wording
from alima_site.editorial.fields import PartialDateField, bilingual
from alima_site.editorial.models.corrections import Corrected
from alima_site.editorial.models.editions import keep_edition
from alima_site.editorial.models.figures import Figure
from alima_site.editorial.models.measures import Qualifier
from alima_site.editorial.models.sourced import SourcedContent
from alima_site.editorial.querysets import FigureVersionQuerySet


class FigureVersion(Corrected, SourcedContent):
    """One published value of a figure. At most one is current; the others stay readable."""

    handled_as = "number"
    named_by = ("label_fr", "label_en", "value", "figure__slug", "figure__unit")

    published_with = ("figure", "source")
    listed_with = ("figure",)
    correctable = (
        "value", "qualifier", "period_as_printed_fr", "period_as_printed_en", "period_start",
        "period_end", "as_of", "source",
    )  # fmt: skip

    figure = models.ForeignKey(
        Figure, models.PROTECT, related_name="versions", verbose_name=_("figure")
    )
    label = bilingual(
        models.CharField(
            _("label"), max_length=150, help_text=_("What this source counts, in its words.")
        )
    )
    value = models.DecimalField(_("value"), max_digits=15, decimal_places=3)
    qualifier = models.CharField(
        _("qualifier"), max_length=10, choices=Qualifier, default=Qualifier.EXACT
    )
    period_as_printed = bilingual(
        models.CharField(
            _("period as printed"),
            max_length=100,
            blank=True,
            help_text=_("The words of the source, even when they look wrong: the note explains."),
        )
    )
    period_start = models.DateField(_("period from"), null=True, blank=True)
    period_end = models.DateField(_("period to"), null=True, blank=True)
    as_of = PartialDateField(_("true as of"))
    countries = models.PositiveSmallIntegerField(
        _("number of countries"),
        null=True,
        blank=True,
        help_text=_("How many countries the source names beside this value."),
    )
    source_published = PartialDateField(_("source published"))
    is_current = models.BooleanField(
        _("current"),
        default=False,
        help_text=_(
            "The version shown everywhere by default. It takes the place of the one that was "
            "current, and the change stands on the corrections page."
        ),
    )
    looked_at = models.DateField(
        _("last look"),
        null=True,
        blank=True,
        help_text=_("When somebody last looked for a newer value. The desk asks again a year on."),
    )

    objects = FigureVersionQuerySet.as_manager()

    class Meta(SourcedContent.Meta):
        verbose_name = _("version of a figure")
        verbose_name_plural = _("versions of figures")
        ordering = ["figure", "slug"]
        constraints = [
            *SourcedContent.Meta.constraints,
            models.UniqueConstraint(
                fields=["figure"],
                condition=Q(is_current=True),
                name="editorial_figureversion_one_current",
                violation_error_message=_("Another version of this figure is current already."),
            ),
            models.CheckConstraint(
                name="editorial_figureversion_value_not_negative",
                condition=Q(value__gte=0),
                violation_error_message=_("A value is never below zero."),
            ),
            models.CheckConstraint(
                name="editorial_figureversion_ends_after_start",
                condition=Q(period_start=None)
                | Q(period_end=None)
                | Q(period_end__gte=F("period_start")),
                violation_error_message=_("The period ends before it starts."),
            ),
        ]

    def __str__(self) -> str:
        return wording.labelled(self.label, wording.with_unit(self.value, self.figure.unit))

    def get_absolute_url(self) -> str:
        return f"{self.figure.get_absolute_url()}#{self.slug}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        with transaction.atomic():
            shown, was_public = self._shown(), self._as_published()
            if self._replaces(shown):
                shown.is_current = False
                super(FigureVersion, shown).save()
                keep_edition(shown)
            super().save(*args, **kwargs)
            keep_edition(self)
            now = self._shown()
            if now != shown and self.is_published and (shown or was_public):
                old, new = (version and version.value for version in (shown, now))
                self._correction("is_current", old, new).save()

    def validate_constraints(self, exclude: Any = None) -> None:
        """A published version may take the place of the current one; a draft may not yet."""
        replaces = self.figure_id and self._replaces(self._shown())
        super().validate_constraints({*(exclude or ()), "is_current"} if replaces else exclude)

    def is_corrected_by(self, changed: set[str]) -> bool:
        turned = "is_current" in changed and bool(self._as_published())
        return turned or self._replaces(self._shown()) or super().is_corrected_by(changed)

    def _shown(self) -> Any:
        """The version that its figure shows as the database has it, None if there is none."""
        versions = FigureVersion.objects.published().select_related("figure")
        return versions.filter(figure=self.figure_id, is_current=True).first()

    def _replaces(self, shown: Any) -> bool:
        return bool(shown and shown != self and self.is_current and self.is_published)
