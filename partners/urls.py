from django.urls import path
from django.utils.translation import gettext_lazy as _

from partners import views

app_name = "partners"

urlpatterns = [
    path(_("partners/"), views.partner_list, name="list"),
    path(_("partners/<slug:slug>/"), views.partner, name="detail"),
    path(_("stronger-together/"), views.series, name="series"),
    path(_("stronger-together/<slug:slug>/"), views.episode, name="episode"),
]
