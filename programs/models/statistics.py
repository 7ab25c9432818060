"""Patient statistics: one published number for one indicator, place and period."""

from typing import Any, Self

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from alima_site.delivery.reversing import reverse
from alima_site.editorial import wording
from alima_site.editorial.fields import PartialDateField, bilingual
from alima_site.editorial.models import Corrected, Correction, Indicator, Qualifier, SourcedContent
from partners.models import Partner
from programs.disclosure import SMALL
from programs.models.countries import CountryProgramme
from programs.querysets import CHAIN, PatientStatisticQuerySet


class PatientStatistic(Corrected, SourcedContent):
    """A value of an indicator for a country (or all), a place and a period."""

    handled_as = "number"

    published_with = ("indicator", "programme", "source")
    listed_with = ("indicator", "programme")
    # Without the value, which is only read past what is withheld.
    named_by = (
        "period_start", "period_end", "indicator__slug", "indicator__name_fr",
        "indicator__name_en", "programme__name_fr", "programme__name_en",
    )  # fmt: skip
    correctable = ("value", "qualifier", "period_start", "period_end", "period_basis", "source")

    class Basis(models.TextChoices):
        STATED = "stated", _("stated: the page dates the number")
        INFERRED = "inferred", _("inferred: the page belongs to that year, the number is not dated")
        OPEN = "open", _("open: counted since the start, no end given")
        END_INFERRED = "end inferred", _("end inferred")
        NOT_STATED = "not stated", _("not stated: no period at all")

    indicator = models.ForeignKey(
        Indicator, models.PROTECT, related_name="statistics", verbose_name=_("indicator")
    )
    programme = models.ForeignKey(
        CountryProgramme,
        models.PROTECT,
        related_name="statistics",
        verbose_name=_("country"),
        null=True,
        blank=True,
        help_text=_("Empty: all countries, or several."),
    )
    place = models.CharField(
        _("place"), max_length=100, blank=True, help_text=_("Empty: the whole country.")
    )
    value = models.BigIntegerField(_("value"))
    qualifier = models.CharField(
        _("qualifier"), max_length=10, choices=Qualifier, default=Qualifier.EXACT
    )
    period_start = models.DateField(_("period from"), null=True, blank=True)
    period_end = models.DateField(_("period to"), null=True, blank=True)
    period_basis = models.CharField(
        _("how the period is known"), max_length=15, choices=Basis, default=Basis.STATED
    )
    reported_by = models.CharField(
        _("reported by"), max_length=100, default="ALIMA", help_text=_("Who gave the number.")
    )
    partners = models.ManyToManyField(
        Partner, verbose_name=_("partners"), related_name="statistics", blank=True
    )
    subset_of = models.ForeignKey(
        "self",
        models.PROTECT,
        related_name="subsets",
        verbose_name=_("subset of"),
        null=True,
        blank=True,
        help_text=_("The statistic this one is part of: the two are never added."),
    )
    hint = bilingual(
        models.CharField(
            _("hint"), max_length=200, blank=True, help_text=_("What exactly was counted.")
        )
    )
    source_published = PartialDateField(_("source published"))
    conflicts_with = models.ManyToManyField(
        "self",
        verbose_name=_("disagrees with"),
        blank=True,
        help_text=_("Statistics that give another number for the same thing."),
    )

    # Set by `disclose()`: whether the record is as the public sees it, why its value is not shown.
    is_disclosed = False
    withheld = ""
    # Filled by `for_study()`: the public statistics it disagrees with.
    disagreeing: list["PatientStatistic"] = []

    objects = PatientStatisticQuerySet.as_manager()

    class Meta(SourcedContent.Meta):
        verbose_name = _("patient statistic")
        verbose_name_plural = _("patient statistics")
        ordering = ["indicator", "programme", "-period_start", "slug"]
        default_permissions = ("add", "change", "delete", "view", "publish", "import")
        indexes = [
            # Whether any count is small, and the latest of a country.
            models.Index(fields=["value"], name="programs_statistic_value"),
            models.Index(
                fields=["indicator"],
                name="programs_statistic_part",
                condition=Q(subset_of__isnull=False),
            ),
            models.Index(fields=["programme", "-period_start"], name="programs_statistic_latest"),
            models.Index(fields=["programme", "indicator", "id"], name="programs_statistic_place"),
        ]
        constraints = [
            *SourcedContent.Meta.constraints,
            models.CheckConstraint(
                name="programs_patientstatistic_value_not_negative",
                condition=Q(value__gte=0),
                violation_error_message=_("A count is never below zero."),
            ),
            models.CheckConstraint(
                name="programs_patientstatistic_ends_after_start",
                condition=Q(period_start=None)
                | Q(period_end=None)
                | Q(period_end__gte=F("period_start")),
                violation_error_message=_("The period ends before it starts."),
            ),
            models.CheckConstraint(
                name="programs_patientstatistic_not_its_own_subset",
                condition=~Q(subset_of=F("id")),
                violation_error_message=_("A statistic cannot be a subset of itself."),
            ),
        ]

    def __str__(self) -> str:
        where = self.programme or _("all countries")
        when = wording.counted_period(self.period_start, self.period_end) or _("undated")
        name = f"{self.indicator}, {where}, {when}"
        if not self.is_disclosed:
            # It may stand where the public reads it, beside a value that must not be told.
            return name
        return wording.labelled(name, self.withheld_words or wording.number(self.value))

    def get_absolute_url(self) -> str:
        return f"{self.indicator.get_absolute_url()}#{self.slug}"

    @property
    def short_path(self) -> str:
        """The address to print."""
        return reverse("short_statistic", args=[self.slug])

    def disclose(self, withheld: str) -> None:
        """
        Make it what the public may see; with a reason (see disclosure.py) it loses its
        value, and the words that could repeat it. Such a record cannot be saved.
        """
        self.is_disclosed, self.withheld = True, withheld
        if withheld:
            self.value = None  # type: ignore[assignment]
            self.qualifier = Qualifier.EXACT
            self.hint_fr = self.hint_en = self.note_fr = self.note_en = ""

    def amount_of(self, value: int, qualifier: str) -> str:
        """Another value as this one would be said: a sum."""
        return wording.amount(
            value, self.indicator.unit, qualifier, str(Qualifier(qualifier).label)
        )

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

    def clean(self) -> None:
        super().clean()
        self._refuse_circle()
        self._refuse_other_basis()

    def _refuse_other_basis(self) -> None:
        """How the period is known has to fit the dates that are given."""
        start, end = bool(self.period_start), bool(self.period_end)
        fits = {
            self.Basis.OPEN: start and not end,
            self.Basis.NOT_STATED: not start and not end,
        }
        if not fits.get(self.Basis(self.period_basis), start and end):
            raise ValidationError({"period_basis": _("This does not fit the dates given above.")})

    def _refuse_circle(self) -> None:
        """Follow the chain of wholes upwards; one query a step, and chains are short."""
        seen = {self.pk}
        whole = self.subset_of
        while whole is not None:
            if whole.pk in seen:
                raise ValidationError(
                    {"subset_of": _("These statistics would be subsets of each other in a circle.")}
                )
            seen.add(whole.pk)
            whole = whole.subset_of
        if len(seen) > CHAIN + 1:
            raise ValidationError({"subset_of": _("This chain of parts of parts is too long.")})

    @property
    def wholes(self) -> set[int]:
        """The keys of all it is part of, directly or not. Wants `with_wholes()`."""
        further = (getattr(self, f"whole_{n}") for n in range(2, CHAIN + 1))
        return {key for key in (self.subset_of_id, *further) if key}

    @property
    def public_whole(self) -> Self | None:
        """The one it is part of, by name and address, where it is public. Wants `with_wholes()`."""
        if not self.whole_slug:  # type: ignore[attr-defined]
            return None
        named = ("slug", "name_fr", "name_en")
        names = {name: getattr(self, f"whole_indicator_{name}") for name in named}
        return type(self)(slug=self.whole_slug, indicator=Indicator(**names))  # type: ignore[attr-defined]

    @property
    def period_remark(self) -> Any:
        """What a reader must know of the period; empty when the page dates the number."""
        return {
            self.Basis.INFERRED: _("year inferred"),
            self.Basis.END_INFERRED: _("end inferred"),
            self.Basis.OPEN: _("no end given"),
            self.Basis.NOT_STATED: _("no period given"),
        }.get(self.Basis(self.period_basis), "")

    @property
    def whole_year(self) -> int | None:
        """The calendar year the value covers exactly; None for any other period."""
        start, end = self.period_start, self.period_end
        if not start or not end or start.year != end.year:
            return None
        covers_it = (start.month, start.day, end.month, end.day) == (1, 1, 12, 31)
        return start.year if covers_it else None
