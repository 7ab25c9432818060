from django.apps import AppConfig


class DeliveryConfig(AppConfig):
    name = "alima_site.delivery"
    label = "delivery"

    def ready(self) -> None:
        from alima_site.delivery import database, state

        database.connect()
        state.connect()
