"""The time a statistic is about, and how that is known."""

import datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _


class Basis(models.TextChoices):
    STATED = "stated", _("stated: the page dates the number")
    INFERRED = "inferred", _("inferred: the page belongs to that year, the number is not dated")
    OPEN = "open", _("open: counted since the start, no end given")
    END_INFERRED = "end inferred", _("end inferred")
    NOT_STATED = "not stated", _("not stated: no period at all")


class Dated:
    """A record of a period, of which a day may be unknown."""

    period_start: datetime.date | None
    period_end: datetime.date | None
    period_basis: str

    Basis = Basis

    def refuse_other_basis(self) -> None:
        """How the period is known has to fit the dates that are given."""
        start, end = bool(self.period_start), bool(self.period_end)
        fits = {
            Basis.OPEN: start and not end,
            Basis.NOT_STATED: not start and not end,
        }
        if not fits.get(Basis(self.period_basis), start and end):
            raise ValidationError({"period_basis": _("This does not fit the dates given above.")})

    @property
    def period_remark(self) -> Any:
        """What a reader must know of the period; empty when the page dates the number."""
        return {
            Basis.INFERRED: _("year inferred"),
            Basis.END_INFERRED: _("end inferred"),
            Basis.OPEN: _("no end given"),
            Basis.NOT_STATED: _("no period given"),
        }.get(Basis(self.period_basis), "")

    @property
    def whole_year(self) -> int | None:
        """The calendar year the value covers exactly; None for any other period."""
        start, end = self.period_start, self.period_end
        if not start or not end or start.year != end.year:
            return None
        covers_it = (start.month, start.day, end.month, end.day) == (1, 1, 12, 31)
        return start.year if covers_it else None
