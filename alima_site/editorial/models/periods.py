"""Periods between two partial dates."""

from django.db import models
from django.db.models import Q
from django.db.models.functions import Left, Length
from django.utils.translation import gettext_lazy as _


def ends_after_start(start: str, end: str) -> models.CheckConstraint:
    """
    The period of two partial dates does not end before it starts. The start is
    cut to the precision of the end: 2012-04 to 2012 is a period.
    """
    return models.CheckConstraint(
        name="%(app_label)s_%(class)s_ends_after_start",
        condition=Q(**{start: ""})
        | Q(**{end: ""})
        | Q(**{f"{end}__gte": Left(start, Length(end))}),
        violation_error_message=_("The period ends before it starts."),
    )
