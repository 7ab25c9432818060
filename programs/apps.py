from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ProgramsConfig(AppConfig):
    name = "programs"
    verbose_name = _("Country programmes")

    def ready(self) -> None:
        from alima_site.delivery import state
        from alima_site.editorial import token_kinds, where_used
        from programs import importers, loaders  # noqa: F401  (both register themselves)
        from programs.tokens import StatisticTokens
        from programs.where_used import in_tables

        token_kinds.register("stat", StatisticTokens())
        where_used.register(in_tables)
        state.watch(self)
