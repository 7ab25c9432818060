from django.apps import AppConfig
from django.db import connection


class DeliveryConfig(AppConfig):
    name = "alima_site.delivery"
    label = "delivery"

    def ready(self) -> None:
        from alima_site.delivery import state

        state.connect()
        if connection.vendor == "postgresql":  # the driver takes megabytes of each process
            from alima_site.delivery import driver

            driver.connect()
