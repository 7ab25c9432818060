"""The groups in which results stand, and how much more each says than the next."""

from typing import Any, NamedTuple

from django.db import models
from django.utils.translation import gettext_lazy as _


class Kind(NamedTuple):
    code: str
    label: Any
    # Added to the points of its words: a partner comes before a text that names it.
    weight: float
    models: tuple[str, ...]


KINDS = [
    Kind("page", _("Pages"), 5, ("portal.standingpage",)),
    Kind("partner", _("Partners"), 6, ("partners.partner", "partners.representative")),
    Kind("country", _("Countries"), 6, ("programs.countryprogramme",)),
    Kind("topic", _("Topics"), 5, ("editorial.topic",)),
    Kind("figure", _("Figures"), 4, ("editorial.figure", "editorial.figureversion")),
    Kind("collaboration", _("Research alliances and institutes"), 5, ("research.collaboration",)),
    Kind("study", _("Studies"), 4, ("research.study", "research.practicechange")),
    Kind("project", _("Projects"), 3.5, ("programs.project",)),
    Kind("indicator", _("Indicators"), 3, ("editorial.indicator",)),
    Kind("publication", _("Publications"), 3, ("research.publication",)),
    Kind("film", _("Stronger Together"), 3, ("partners.series", "partners.episode")),
    Kind("model", _("The model"), 1.5, ("partners.partnershipprinciple", "partners.ledgerrow")),
    Kind("fact", _("About ALIMA"), 1.5, ("partners.alliancefact",)),
    Kind("voice", _("Voices"), 1, ("partners.voice",)),
    Kind("disagreement", _("Where sources disagree"), 1, ("portal.disagreement",)),
    Kind("statistic", _("Patient statistics"), 0.5, ("programs.patientstatistic",)),
    Kind("source", _("Sources"), 0, ("editorial.source",)),
]
BY_CODE = {kind.code: kind for kind in KINDS}
BY_MODEL = {model: kind for kind in KINDS for model in kind.models}
# A part of a record comes after the record itself.
LESS = {"editorial.figureversion": 2.5, "partners.representative": 3, "research.practicechange": 1}


def kind_of(model: type[models.Model]) -> Kind:
    """Of a model nobody named here: a group of its own."""
    meta = model._meta
    return BY_MODEL.get(meta.label_lower) or Kind(
        str(meta.model_name), meta.verbose_name_plural, 1, (meta.label_lower,)
    )


def weight_of(code: str, model: str) -> float:
    return (BY_CODE[code].weight if code in BY_CODE else 1) - LESS.get(model, 0)
