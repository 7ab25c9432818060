"""What is shared with a partner in a year, such as money and seats; each with its source."""

import datetime
from decimal import Decimal
from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from alima_site.editorial import wording
from alima_site.editorial.fields import bilingual
from alima_site.editorial.models import Corrected, Qualifier, SourcedContent
from partners.models.partner import Partner
from partners.querysets import LedgerQuerySet

FIRST_YEAR = 2009  # ALIMA was founded


class LedgerRow(Corrected, SourcedContent):
    """One thing that was shared with one partner in one year."""

    named_by = (
        "year", "measure", "value", "qualifier", "currency", "partner__slug", "partner__acronym",
    )  # fmt: skip
    published_with = ("partner", "source")
    listed_with = ("partner",)
    correctable = ("value", "qualifier", "currency", "year", "source")

    class Measure(models.TextChoices):
        FUNDS = "funds", _("funds passed on")
        SHARE = "share", _("share of programme funds")
        PROJECTS = "projects", _("projects co-led")
        SEATS = "seats", _("seats on the Board")
        TRAININGS = "trainings", _("trainings held")
        STEP = "step", _("step towards direct funding")

    partner = models.ForeignKey(
        Partner, models.PROTECT, related_name="ledger", verbose_name=_("partner")
    )
    year = models.PositiveSmallIntegerField(_("year"))
    measure = models.CharField(_("what was shared"), max_length=10, choices=Measure)
    value = models.DecimalField(
        _("value"),
        max_digits=15,
        decimal_places=2,
        null=True,
        blank=True,
        help_text=_("An amount, a number or a percentage; empty for a step."),
    )
    qualifier = models.CharField(
        _("qualifier"), max_length=10, choices=Qualifier, default=Qualifier.EXACT
    )
    currency = models.CharField(
        _("currency"),
        max_length=3,
        blank=True,
        validators=[RegexValidator("^[A-Z]{3}$", _("Three capital letters: EUR, USD, XOF."))],
        help_text=_("For funds only, as the source prints it: EUR, USD, XOF. Never converted."),
    )
    text = bilingual(
        models.TextField(
            _("in words"),
            blank=True,
            help_text=_("What exactly was counted; for a step, what was done."),
        )
    )

    objects = LedgerQuerySet.as_manager()

    class Meta(SourcedContent.Meta):
        verbose_name = _("row of the ledger")
        verbose_name_plural = _("ledger")
        ordering = ["partner", "-year", "measure", "slug"]
        constraints = [
            *SourcedContent.Meta.constraints,
            models.UniqueConstraint(
                fields=["partner", "year", "measure", "currency"],
                condition=~Q(measure="step"),
                name="partners_ledgerrow_one_a_year",
                violation_error_message=_("This partner has such a row for this year already."),
            ),
            models.CheckConstraint(
                name="partners_ledgerrow_value_not_negative",
                condition=Q(value=None) | Q(value__gte=0),
                violation_error_message=_("A number here is never below zero."),
            ),
            models.CheckConstraint(
                name="partners_ledgerrow_share_at_most_100",
                condition=~Q(measure="share") | Q(value__lte=100),
                violation_error_message=_("A share is a percentage: 100 at most."),
            ),
            models.CheckConstraint(
                name="partners_ledgerrow_value_unless_step",
                condition=Q(measure="step", value=None) | (~Q(measure="step") & ~Q(value=None)),
                violation_error_message=_("A step has words and no value; all else has a value."),
            ),
            models.CheckConstraint(
                name="partners_ledgerrow_currency_of_funds",
                condition=Q(measure="funds") & ~Q(currency="")
                | ~Q(measure="funds") & Q(currency=""),
                violation_error_message=_("Funds have a currency; nothing else has one."),
            ),
        ]

    def __str__(self) -> str:
        name = f"{self.partner}, {self.year}, {self.get_measure_display()}"
        return wording.labelled(name, self.amount) if self.amount else name

    def get_absolute_url(self) -> str:
        return f"{self.partner.get_absolute_url()}#{self.slug}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        if not self.slug:
            self.slug = self._free_slug()
        super().save(*args, **kwargs)

    def _free_slug(self) -> str:
        """As in befen-2024-funds-eur; a number follows where that is taken."""
        parts = (self.partner.slug[:50], str(self.year), self.measure, self.currency.lower())
        stem = "-".join(filter(None, ("ledger", *parts)))
        taken = set(LedgerRow.objects.filter(slug__startswith=stem).values_list("slug", flat=True))
        numbered = (f"{stem}-{n}" for n in range(2, len(taken) + 3))
        return next(slug for slug in (stem, *numbered) if slug not in taken)

    def clean(self) -> None:
        super().clean()
        this_year = datetime.date.today().year
        if self.year and not FIRST_YEAR <= self.year <= this_year:
            words = {"first": FIRST_YEAR, "last": this_year}
            raise ValidationError({"year": _("A year from %(first)s to %(last)s.") % words})
        if self.measure == self.Measure.STEP:
            for name in ("text_fr", "text_en"):
                if not getattr(self, name):
                    raise ValidationError({name: _("Say which step it was.")})
        in_parts = (self.Measure.FUNDS, self.Measure.SHARE)
        if self.measure not in in_parts and self.value is not None and self.value % 1:
            raise ValidationError({"value": _("This is a whole number.")})

    @property
    def amount(self) -> str:
        """The value in words, with its qualifier and its currency; empty for a step."""
        return "" if self.value is None else self.amount_of(self.value, self.qualifier)

    def amount_of(self, value: Decimal, qualifier: str) -> str:
        """Another value as this row would say it: a sum."""
        unit = "%" if self.measure == self.Measure.SHARE else self.currency
        return wording.amount(value, unit, qualifier, str(Qualifier(qualifier).label))

    @property
    def period_start(self) -> datetime.date:
        return datetime.date(self.year, 1, 1)

    @property
    def period_end(self) -> datetime.date:
        return datetime.date(self.year, 12, 31)
