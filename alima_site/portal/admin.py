from typing import Any

from django.contrib import admin
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from alima_site.editorial.admin_base import EditorialAdmin
from alima_site.portal.former_addresses import final_address
from alima_site.portal.models import Disagreement, FormerAddress


@admin.register(Disagreement)
class DisagreementAdmin(EditorialAdmin):
    list_display = ("title_fr", "title_en", "status", "state")
    list_filter = ("status", "state")
    search_fields = ("slug", "title_fr", "title_en", "note_fr", "note_en")


@admin.register(FormerAddress)
class FormerAddressAdmin(admin.ModelAdmin):
    list_display = ("path", "target", "updated_at")
    search_fields = ("path", "target")
    readonly_fields = ("answered_by", "updated_at")

    @admin.display(description=gettext_lazy("a visitor comes to"))
    def answered_by(self, address: Any) -> str:
        if final := final_address(address.target.partition("#")[0]):
            return format_html('<a href="{0}">{0}</a>', final)
        return _("nothing that is published: the visitor is told that there is no such page")
