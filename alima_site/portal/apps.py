from django.apps import AppConfig


class PortalConfig(AppConfig):
    name = "alima_site.portal"
    label = "portal"
