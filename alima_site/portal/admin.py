from typing import Any

from django.contrib import admin, messages
from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _
from translated_fields import TranslatedFieldAdmin

from alima_site.editorial.admin_base import EditorialAdmin
from alima_site.portal.contact.post import send_on
from alima_site.portal.former_addresses import final_address
from alima_site.portal.models import (
    Disagreement,
    FormerAddress,
    Message,
    SiteSettings,
    StandingPage,
)


@admin.register(Disagreement)
class DisagreementAdmin(EditorialAdmin):
    list_display = ("title_fr", "title_en", "status", "state")
    list_filter = ("status", "state")
    search_fields = ("slug", "title_fr", "title_en", "note_fr", "note_en")


@admin.register(StandingPage)
class StandingPageAdmin(EditorialAdmin):
    pass


@admin.register(Message)
class MessageAdmin(admin.ModelAdmin):
    """Staff read what was written, and say what became of it."""

    list_display = (
        "received_at",
        "purpose",
        "name",
        "organisation",
        "state",
        "handled_by",
        "is_sent",
    )
    list_display_links = ("received_at", "purpose", "name")
    list_filter = ("state", "purpose", ("emailed_at", admin.EmptyFieldListFilter), "handled_by")
    list_select_related = ("handled_by",)
    search_fields = ("name", "organisation", "email", "text")
    date_hierarchy = "received_at"
    actions = ("send_again",)
    readonly_fields = (
        "purpose", "figure", "name", "organisation", "email", "text", "language",
        "received_at", "emailed_at", "handled_by",
    )  # fmt: skip
    fieldsets = (
        (None, {"fields": ("state", "handled_by", "remark")}),
        (
            _("As it was written"),
            {"fields": [name for name in readonly_fields if name != "handled_by"]},
        ),
    )

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def save_model(self, request: HttpRequest, obj: Message, form: Any, change: bool) -> None:
        """Whoever moves a message on handles it."""
        if "state" in form.changed_data:
            is_new = obj.state == Message.State.NEW
            obj.handled_by = None if is_new else request.user  # type: ignore[assignment]
        super().save_model(request, obj, form, change)

    @admin.display(description=_("sent on"), boolean=True, ordering="emailed_at")
    def is_sent(self, obj: Message) -> bool:
        return obj.emailed_at is not None

    @admin.action(description=_("Send on by e-mail again"), permissions=["change"])
    def send_again(self, request: HttpRequest, chosen: QuerySet[Message]) -> None:
        sent = sum(send_on(message, address_of(request, message)) for message in chosen)
        failed = len(chosen) - sent
        text = ngettext("%(n)s message sent on.", "%(n)s messages sent on.", sent) % {"n": sent}
        self.message_user(request, text, messages.SUCCESS)
        if failed:
            text = ngettext(
                "%(n)s message could not be sent on.",
                "%(n)s messages could not be sent on.",
                failed,
            ) % {"n": failed}
            self.message_user(request, text, messages.ERROR)


def address_of(request: HttpRequest, message: Message) -> str:
    path = reverse("admin:portal_message_change", args=[message.pk])
    return request.build_absolute_uri(path)


@admin.register(SiteSettings)
class SiteSettingsAdmin(TranslatedFieldAdmin, admin.ModelAdmin):
    formfield_overrides = EditorialAdmin.formfield_overrides

    def has_add_permission(self, request: HttpRequest) -> bool:
        return super().has_add_permission(request) and not SiteSettings.objects.exists()

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


@admin.register(FormerAddress)
class FormerAddressAdmin(admin.ModelAdmin):
    list_display = ("path", "target", "updated_at")
    search_fields = ("path", "target")
    readonly_fields = ("answered_by", "updated_at")

    @admin.display(description=_("a visitor comes to"))
    def answered_by(self, address: Any) -> str:
        if final := final_address(address.target.partition("#")[0]):
            return format_html('<a href="{0}">{0}</a>', final)
        return gettext("nothing that is published: the visitor is told that there is no such page")
