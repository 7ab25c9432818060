from django.apps import AppConfig


class PortalConfig(AppConfig):
    name = "alima_site.portal"
    label = "portal"

    def ready(self) -> None:
        from alima_site.editorial import where_used
        from alima_site.portal.where_used import on_the_home_page

        where_used.register(on_the_home_page)
