"""In what numbers are counted, and how sure they were printed."""

from django.db import models
from django.db.models import Case, When
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _


class Unit(models.TextChoices):
    PEOPLE = "people", _("people")
    CONSULTATIONS = "consultations", _("consultations")
    BIRTHS = "births", _("births")
    OPERATIONS = "operations", _("operations")
    PROCEDURES = "procedures", _("procedures")
    SAMPLES = "samples", _("samples")
    BEDS = "beds", _("beds")
    ITEMS = "items", _("items")
    PERCENT = "%", _("%")
    PROJECTS = "projects", _("projects")
    PUBLICATIONS = "publications", _("publications")
    COUNTRIES = "countries", _("countries")
    FACILITIES = "facilities", _("facilities")
    NGOS = "NGOs", _("NGOs")


class Qualifier(models.TextChoices):
    EXACT = "exact", _("exact")
    MORE_THAN = "more_than", _("more than")
    NEARLY = "nearly", _("nearly")
    ABOUT = "about", _("about")


# Counts of people below it are not shown, unless the indicator has a threshold of its own.
USUAL_THRESHOLD = 10


def threshold_of(prefix: str = "") -> Coalesce:
    """The smallest count that is shown, as an expression: the indicator's, or its unit's."""
    return Coalesce(
        f"{prefix}threshold",
        Case(When(**{f"{prefix}unit": Unit.PEOPLE}, then=USUAL_THRESHOLD), default=0),
    )
