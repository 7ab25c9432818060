from django.urls import path
from django.utils.translation import gettext_lazy as _

from research.views import citations, collaborations, publications, studies

app_name = "research"

urlpatterns = [
    path(_("research/"), collaborations.research_home, name="home"),
    path(_("research/studies/"), studies.study_list, name="studies"),
    path(_("research/studies/<slug:slug>/"), studies.study, name="study"),
    path(_("research/publications/"), publications.publication_list, name="publications"),
    path(_("research/publications/citations.<str:ending>"), citations.citations, name="citations"),
    path(_("research/publications/<slug:slug>/"), publications.publication, name="publication"),
    path(
        _("research/publications/<slug:slug>/citation.<str:ending>"),
        citations.citation,
        name="citation",
    ),
    path(_("research/<slug:slug>/"), collaborations.collaboration, name="collaboration"),
]
