from django.contrib import admin

from alima_site.editorial.admin_base import EditorialAdmin, LinkedInline
from research.models import Collaboration, Membership, Publication, Study


class MembershipInline(admin.TabularInline):
    model = Membership
    fk_name = "collaboration"
    extra = 0
    autocomplete_fields = ("institution",)


@admin.register(Collaboration)
class CollaborationAdmin(EditorialAdmin):
    list_display = ("short_name_fr", "full_name_fr", "kind", "since", "until", "state")
    list_filter = ("state", "kind")
    search_fields = ("slug", "short_name_fr", "short_name_en", "full_name_fr", "full_name_en")
    counted = ("memberships", "studies")
    inlines = (MembershipInline,)


class PublicationInline(LinkedInline):
    model = Publication
    fields = ("title", "kind", "journal", "year", "state")


@admin.register(Study)
class StudyAdmin(EditorialAdmin):
    list_display = ("short_title_fr", "title_fr", "start", "end", "registration_id", "state")
    list_filter = ("state", "diseases", "confidence")
    search_fields = ("slug", "short_title_fr", "short_title_en", "title_fr", "registration_id")
    counted = ("publications",)
    inlines = (PublicationInline,)


@admin.register(Publication)
class PublicationAdmin(EditorialAdmin):
    list_display = ("title", "kind", "journal", "year", "study", "state")
    list_filter = ("state", "kind", "title_is_summarised")
    list_select_related = ("study",)
    search_fields = ("slug", "title", "doi", "journal", "first_author")
