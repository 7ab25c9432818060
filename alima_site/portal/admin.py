from django.contrib import admin

from alima_site.editorial.admin_base import EditorialAdmin
from alima_site.portal.models import Disagreement


@admin.register(Disagreement)
class DisagreementAdmin(EditorialAdmin):
    list_display = ("title_fr", "title_en", "status", "state")
    list_filter = ("status", "state")
    search_fields = ("slug", "title_fr", "title_en", "note_fr", "note_en")
