"""Patient statistics: one published number for one indicator, place and period."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from alima_site.delivery.reversing import reverse
from alima_site.editorial import wording
from alima_site.editorial.fields import PartialDateField, bilingual
from alima_site.editorial.models import Indicator, Qualifier, SourcedContent
from partners.models import Partner
from programs.models.countries import CountryProgramme
from programs.models.disclosed import Disclosed
from programs.models.periods import Basis, Dated
from programs.models.wholes import PartOfWhole
from programs.querysets.statistics import PatientStatisticQuerySet


class PatientStatistic(Dated, PartOfWhole, Disclosed, SourcedContent):
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

    def amount_of(self, value: int, qualifier: str) -> str:
        """Another value as this one would be said: a sum."""
        return wording.amount(
            value, self.indicator.unit, qualifier, str(Qualifier(qualifier).label)
        )

    def clean(self) -> None:
        super().clean()
        self.refuse_circle()
        self.refuse_other_basis()
