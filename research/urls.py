from django.urls import path
from django.utils.translation import gettext_lazy as _

from research import views

app_name = "research"

urlpatterns = [
    path(_("research/"), views.research_home, name="home"),
    path(_("research/studies/"), views.study_list, name="studies"),
    path(_("research/studies/<slug:slug>/"), views.study, name="study"),
    path(_("research/publications/"), views.publication_list, name="publications"),
    path(_("research/publications/citations.<str:ending>"), views.citations, name="citations"),
    path(_("research/publications/<slug:slug>/"), views.publication, name="publication"),
    path(
        _("research/publications/<slug:slug>/citation.<str:ending>"),
        views.citation,
        name="citation",
    ),
    path(_("research/<slug:slug>/"), views.collaboration, name="collaboration"),
]
