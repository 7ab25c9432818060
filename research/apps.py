from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ResearchConfig(AppConfig):
    name = "research"
    verbose_name = _("Research")

    def ready(self) -> None:
        from alima_site.delivery import state
        from research import loaders  # noqa: F401  (registers the content files)

        state.watch(self)
