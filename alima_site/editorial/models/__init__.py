from alima_site.editorial.models.acts import one_act, undone
from alima_site.editorial.models.audit import AuditEntry
from alima_site.editorial.models.content import Content, State
from alima_site.editorial.models.corrections import Corrected, Correction
from alima_site.editorial.models.editions import Edition
from alima_site.editorial.models.figure_versions import FigureVersion
from alima_site.editorial.models.figures import Figure
from alima_site.editorial.models.history import History, Remembered
from alima_site.editorial.models.imports import ImportRun
from alima_site.editorial.models.indicators import Indicator
from alima_site.editorial.models.loading import LoadedRow
from alima_site.editorial.models.measures import Qualifier, Unit, threshold_of
from alima_site.editorial.models.old_addresses import OldAddress
from alima_site.editorial.models.photos import Photo
from alima_site.editorial.models.preview_links import PreviewLink
from alima_site.editorial.models.sourced import Confidence, SourcedContent
from alima_site.editorial.models.sources import Source, Topic
from alima_site.editorial.models.translations import TranslationCheck

__all__ = [
    "AuditEntry",
    "Confidence",
    "Content",
    "Corrected",
    "Correction",
    "Edition",
    "Figure",
    "FigureVersion",
    "History",
    "ImportRun",
    "Indicator",
    "LoadedRow",
    "OldAddress",
    "Photo",
    "PreviewLink",
    "Qualifier",
    "Remembered",
    "Source",
    "SourcedContent",
    "State",
    "Topic",
    "TranslationCheck",
    "Unit",
    "one_act",
    "threshold_of",
    "undone",
]
