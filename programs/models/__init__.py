from programs.models.countries import CountryProgramme, Presence, Project
from programs.models.statistics import PatientStatistic

__all__ = ["CountryProgramme", "PatientStatistic", "Presence", "Project"]
