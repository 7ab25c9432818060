from django.apps import AppConfig


class DeliveryConfig(AppConfig):
    name = "alima_site.delivery"
    label = "delivery"
