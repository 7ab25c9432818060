from alima_site.editorial.models.content import Confidence, Content, SourcedContent, State
from alima_site.editorial.models.corrections import Corrected, Correction
from alima_site.editorial.models.editions import Edition
from alima_site.editorial.models.figures import (
    Figure,
    FigureVersion,
    Indicator,
)
from alima_site.editorial.models.imports import ImportRun
from alima_site.editorial.models.loading import LoadedRow
from alima_site.editorial.models.measures import Qualifier, Unit, threshold_of
from alima_site.editorial.models.sources import Source, Topic

__all__ = [
    "Confidence",
    "Content",
    "Corrected",
    "Correction",
    "Edition",
    "Figure",
    "FigureVersion",
    "ImportRun",
    "Indicator",
    "LoadedRow",
    "Qualifier",
    "Source",
    "SourcedContent",
    "State",
    "Topic",
    "Unit",
    "threshold_of",
]
