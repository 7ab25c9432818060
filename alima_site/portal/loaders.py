"""How disagreements, after all that they concern, and the legal pages are loaded."""

from alima_site.editorial.cells import Fixed, French, Many, One, OneOf, Text
from alima_site.editorial.loading import Loader, register, sourced
from alima_site.editorial.models import FigureVersion, State
from alima_site.portal.models import Disagreement, StandingPage
from partners.models import AllianceFact, Partner, PartnershipPrinciple, Voice
from programs.models import CountryProgramme, PatientStatistic, Project
from research.models import Collaboration, Study


@register
class DisagreementLoader(Loader):
    app = "portal"
    file = "disagreements.csv"
    model = Disagreement
    cells = {
        "title_en": Text("title_en"),
        "title_fr": French("title_fr"),
        "status": OneOf("status", Disagreement.Status),
        "preferred_version": One("preferred_version", FigureVersion),
        "preferred_statistic": One("preferred_statistic", PatientStatistic),
        "reason_en": Text("reason_en"),
        "reason_fr": French("reason_fr"),
        "versions": Many("versions", FigureVersion),
        "statistics": Many("statistics", PatientStatistic),
        "facts": Many("facts", AllianceFact),
        "principles": Many("principles", PartnershipPrinciple),
        "voices": Many("voices", Voice),
        "partners": Many("partners", Partner),
        "programmes": Many("programmes", CountryProgramme),
        "projects": Many("projects", Project),
        "studies": Many("studies", Study),
        "collaborations": Many("collaborations", Collaboration),
        **sourced(),
        "note_fr": French("note_fr"),
    }


@register
class StandingPageLoader(Loader):
    app = "portal"
    file = "standing_pages.csv"
    model = StandingPage
    cells = {
        "text_en": Text("text_en"),
        "text_fr": French("text_fr"),
        "state": Fixed(State.PUBLISHED),
    }
