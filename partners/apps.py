from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PartnersConfig(AppConfig):
    name = "partners"
    verbose_name = _("Partnership")

    def ready(self) -> None:
        from alima_site.delivery import state
        from partners import loaders  # noqa: F401  (registers the content files)

        state.watch(self)
