"""Every address of the site. Path words are in the page's language (plan of the house, §5)."""

from django.conf.urls.i18n import i18n_patterns
from django.contrib import admin
from django.urls import include, path
from django.views.i18n import set_language

from alima_site.delivery import health
from alima_site.editorial.pictures.views import rendition
from alima_site.editorial.views import shared_preview
from alima_site.portal.language import choose_language
from alima_site.portal.views import (
    data,
    figure_files,
    share,
    short_addresses,
    site_files,
    standing_pages,
)
from alima_site.portal.views.styleguide import styleguide

handler400 = "alima_site.delivery.failures.bad_request"
handler403 = "alima_site.delivery.failures.permission_denied"
handler500 = "alima_site.delivery.failures.server_error"

urlpatterns = [
    path("", choose_language),
    path("healthz", health.alive),
    path("readyz", health.ready),
    path("favicon.ico", site_files.favicon),
    path(".well-known/security.txt", standing_pages.security),
    path("site.webmanifest", site_files.manifest, name="manifest"),
    path("robots.txt", site_files.robots, name="robots"),
    path("sitemap.xml", site_files.sitemap, name="sitemap"),
    path(
        "share/<slug:language>/<slug:kind>/<slug:slug>.<slug:digest>.png",
        share.share_card,
        name="share_card",
    ),
    path("f/<slug:slug>/", short_addresses.short_link, name="short_figure"),
    path("f/<slug:slug>/<int:number>/", short_addresses.short_link, name="short_edition"),
    path("s/<slug:slug>/", short_addresses.short_statistic, name="short_statistic"),
    path("data/figures/<slug:slug>.json", figure_files.as_json, name="figure_json"),
    path("data/", data.index, name="data"),
    path("data/datapackage.json", data.package_descriptor, name="data_descriptor"),
    path("data/alima-open-data.zip", data.package, name="data_package"),
    path("data/<slug:name>.<slug:ending>", data.file, name="data_file"),
    path("media/<slug:key>/<int:width>.<slug:ending>", rendition, name="rendition"),
    path("preview/<str:token>/", shared_preview, name="preview"),
    path("admin/language/", set_language, name="set_language"),
    path("admin/styleguide/", admin.site.admin_view(styleguide), name="styleguide"),
    path("admin/", admin.site.urls),
    *i18n_patterns(
        path("", include("alima_site.portal.urls")),
        path("", include("partners.urls")),
        path("", include("programs.urls")),
        path("", include("research.urls")),
    ),
]
