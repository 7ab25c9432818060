from django.apps import AppConfig
from django.db.models.signals import post_migrate
from django.utils.translation import gettext_lazy as _


class EditorialConfig(AppConfig):
    name = "alima_site.editorial"
    label = "editorial"
    verbose_name = _("Figures and sources")

    def ready(self) -> None:
        from alima_site.delivery import state
        from alima_site.editorial import (  # loaders: the content files
            desk,
            desk_rows,
            desk_translations,
            loaders,  # noqa: F401
            preflight_checks,
            token_kinds,
        )
        from alima_site.editorial.figure_tokens import FigureTokens
        from alima_site.editorial.imports.on_the_desk import latest_imports
        from alima_site.editorial.roles import keep_roles
        from alima_site.editorial.sign_in import audit

        audit.connect()
        token_kinds.register("figure", FigureTokens())
        desk_translations.register()
        desk_rows.register()
        preflight_checks.register()
        desk.register_changes(latest_imports)
        post_migrate.connect(keep_roles, dispatch_uid="keep_roles")
        state.watch(self)
