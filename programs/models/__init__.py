from programs.models.countries import CountryProgramme
from programs.models.presences import Presence
from programs.models.projects import Project
from programs.models.statistics import PatientStatistic

__all__ = ["CountryProgramme", "PatientStatistic", "Presence", "Project"]
