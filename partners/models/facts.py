"""Facts about the organisation itself."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django_countries.fields import CountryField

from alima_site.delivery.reversing import reverse
from alima_site.editorial import wording
from alima_site.editorial.fields import PartialDateField, bilingual
from alima_site.editorial.models import SourcedContent
from alima_site.editorial.models.periods import ends_after_start
from partners.querysets import FactQuerySet


class AllianceFact(SourcedContent):
    """A fact about the organisation: office, budget, donor, governance, milestone…"""

    named_by = ("label_fr", "label_en")

    class Category(models.TextChoices):
        IDENTITY = "identity", _("Identity")
        OFFICE = "office", _("Offices")
        STAFF = "staff", _("Staff")
        BUDGET = "budget", _("Budget and funding")
        DONOR = "donor", _("Donors")
        GOVERNANCE = "governance", _("Governance")
        MODEL = "partnership model", _("Partnership model")
        CHARTER = "charter", _("Charter")
        LEADERSHIP = "leadership", _("Leadership")
        AWARD = "award", _("Awards")
        INNOVATION = "innovation", _("Innovations")
        ENVIRONMENT = "environment", _("Environment")
        MILESTONE = "milestone", _("Milestones")

    class Unit(models.TextChoices):
        YEAR = "year", _("year")
        PEOPLE = "people", _("people")
        PERCENT = "%", _("%")
        EUR = "EUR", _("euros")
        MEETINGS = "meetings a year", _("meetings a year")
        ORDER = "order", _("order")
        NGOS = "NGOs", _("NGOs")

    category = models.CharField(_("category"), max_length=20, choices=Category)
    label = bilingual(models.CharField(_("label"), max_length=150))
    number = models.DecimalField(
        _("value in figures"), max_digits=15, decimal_places=3, null=True, blank=True
    )
    unit = models.CharField(_("unit"), max_length=20, choices=Unit, blank=True)
    value = bilingual(
        models.CharField(
            _("short value"), max_length=150, blank=True, help_text=_("When it is not a number.")
        )
    )
    statement = bilingual(models.TextField(_("statement")))
    countries = CountryField(
        _("countries"),
        multiple=True,
        blank=True,
        help_text=_("Those it names: it is then shown on their pages and in their timeline."),
    )
    date_from = PartialDateField(_("from"))
    date_to = PartialDateField(_("to"))

    objects = FactQuerySet.as_manager()

    class Meta(SourcedContent.Meta):
        verbose_name = _("fact about the alliance")
        verbose_name_plural = _("facts about the alliance")
        ordering = ["category", "date_from", "slug"]
        constraints = [
            *SourcedContent.Meta.constraints,
            ends_after_start("date_from", "date_to"),
            models.CheckConstraint(
                name="partners_alliancefact_number_not_negative",
                condition=Q(number=None) | Q(number__gte=0),
                violation_error_message=_("A number here is never below zero."),
            ),
        ]

    def __str__(self) -> str:
        return str(self.label)

    def get_absolute_url(self) -> str:
        return f"{reverse('portal:about')}#{self.slug}"

    @property
    def shown_value(self) -> str:
        """The number or short value as the page prints it; empty where it is only an order."""
        if self.number is None:
            return str(self.value)
        if self.unit == self.Unit.ORDER:
            return ""
        if self.unit == self.Unit.YEAR:
            return str(int(self.number))
        if self.unit == self.Unit.PERCENT:
            return wording.with_unit(self.number, "%")
        return f"{wording.number(self.number)} {self.get_unit_display()}".strip()

    @property
    def when(self) -> str:
        """The date of what happened once; the period of what has an end."""
        if self.date_to:
            return wording.period(self.date_from, self.date_to)
        return wording.partial_date(self.date_from) if self.date_from else ""
