from django.urls import path
from django.utils.translation import gettext_lazy as _

from programs import views

app_name = "programs"

urlpatterns = [
    path(_("programmes/"), views.country_list, name="list"),
    path(
        _("programmes/several-countries/<slug:slug>/"),
        views.multi_country_project,
        name="multi_country_project",
    ),
    path(_("programmes/<slug:slug>/"), views.country, name="country"),
    path(_("programmes/<slug:country>/<slug:slug>/"), views.project, name="project"),
]
