"""
How the content files of this room are loaded, in this order: a file comes after those whose
records it names.
"""

# ruff: noqa: I001

from partners.loaders.partners import PartnerLoader, RepresentativeLoader
from partners.loaders.principles import PrincipleLoader
from partners.loaders.voices import VoiceLoader
from partners.loaders.series import EpisodeLoader, SeriesLoader
from partners.loaders.facts import FactLoader

__all__ = [
    "EpisodeLoader",
    "FactLoader",
    "PartnerLoader",
    "PrincipleLoader",
    "RepresentativeLoader",
    "SeriesLoader",
    "VoiceLoader",
]
