from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class EditorialConfig(AppConfig):
    name = "alima_site.editorial"
    label = "editorial"
    verbose_name = _("Figures and sources")

    def ready(self) -> None:
        from alima_site.editorial import (  # loaders: the content files
            desk_rows,
            loaders,  # noqa: F401
            tokens,
        )
        from alima_site.editorial.figure_tokens import FigureTokens

        tokens.register("figure", FigureTokens())
        desk_rows.register()
