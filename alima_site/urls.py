"""Every address of the site. Path words are in the page's language (plan of the house, §5)."""

from django.conf.urls.i18n import i18n_patterns
from django.contrib import admin
from django.urls import include, path

from alima_site.portal.language import choose_language

urlpatterns = [
    path("", choose_language),
    path("admin/", admin.site.urls),
    path("i18n/", include("django.conf.urls.i18n")),
    *i18n_patterns(
        path("", include("alima_site.portal.urls")),
        path("", include("partners.urls")),
        path("", include("programs.urls")),
        path("", include("research.urls")),
    ),
]
