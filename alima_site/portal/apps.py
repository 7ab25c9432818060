from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PortalConfig(AppConfig):
    name = "alima_site.portal"
    label = "portal"
    verbose_name = _("Across the portal")

    def ready(self) -> None:
        from alima_site.delivery import state
        from alima_site.editorial import desk, where_used
        from alima_site.portal import importers, loaders  # noqa: F401  (both register themselves)
        from alima_site.portal.contradictions import to_decide
        from alima_site.portal.search import keeping
        from alima_site.portal.search.signs import signed
        from alima_site.portal.where_used import on_the_home_page

        where_used.register(on_the_home_page)
        where_used.SIGNED.append(signed)
        keeping.connect()
        desk.register("figures", to_decide)
        state.watch(self)
