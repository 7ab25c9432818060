"""What the admin of every kind of content shares: its fieldsets, its lists, its rich text."""

from typing import Any

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.sites import site
from django.contrib.admin.widgets import AdminSplitDateTime, AdminURLFieldWidget
from django.db import models
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from js_asset import Media
from translated_fields import TranslatedFieldAdmin

from alima_site.editorial.admin_columns import count_column, count_of, plain_columns
from alima_site.editorial.admin_conflicts import ConflictsAdmin
from alima_site.editorial.admin_form import FormPageAdmin, TranslationFilter
from alima_site.editorial.admin_history import HistoryAdmin
from alima_site.editorial.admin_list_conflicts import ListConflictsAdmin
from alima_site.editorial.admin_many import ManyAdmin
from alima_site.editorial.admin_preview import PreviewAdmin
from alima_site.editorial.admin_states import StatesAdmin
from alima_site.editorial.languages import pairs
from alima_site.editorial.own_prose import Finding, findings, is_own_prose, passages_of

PUBLICATION = ("slug", "publish_at", "expire_at", "updated_at")
NAMES = ("acronym", "name_en", "title_en", "label_en", "short_name_en", "short_title_en", "title")
SOURCES = ("source", "further_sources", "source_published", "confidence")


class LabelledMoment(AdminSplitDateTime):
    """Date and time, each with a name of its own for those who do not see them."""

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        context = super().get_context(name, value, attrs)
        for part, label in zip(
            context["widget"]["subwidgets"], (_("Date"), _("Time")), strict=True
        ):
            part["attrs"]["aria-label"] = label
        return context


class RichTextAdmin(admin.ModelAdmin):
    """Gives the rich-text editor's scripts the nonce of the strict content policy."""

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any
    ) -> HttpResponse:
        nonce = str(request.csp_nonce)  # type: ignore[attr-defined]
        context["media"] = Media.from_media(context["media"]).with_nonce(nonce)
        return super().render_change_form(request, context, *args, **kwargs)


class EditorialAdmin(
    FormPageAdmin,
    PreviewAdmin,
    StatesAdmin,
    HistoryAdmin,
    ConflictsAdmin,
    ListConflictsAdmin,
    ManyAdmin,
    TranslatedFieldAdmin,
    RichTextAdmin,
):
    """
    Both languages in their own fieldset, then sources; publication stands beside them. The
    fieldsets follow from the fields' names, so a new field needs no word here.
    """

    list_display: Any = ("__str__", "slug", "state", "updated_at")
    list_filter: Any = ("state",)
    # Records counted in the list, by related name.
    counted: tuple[str, ...] = ()
    readonly_fields: tuple[str, ...] = ("updated_at",)
    # What Django 6 does by itself: an address typed without a scheme is https.
    formfield_overrides = {
        models.URLField: {"assume_scheme": "https", "widget": AdminURLFieldWidget},
        models.DateTimeField: {"form_class": forms.SplitDateTimeField, "widget": LabelledMoment},
    }

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> list[tuple[Any, Any]]:
        # The base's fields come first in a model; here its note comes last.
        names = sorted(map(str, self.get_fields(request, obj)), key=lambda n: n.startswith("note_"))
        french = [name for name in names if name.endswith("_fr")]
        english = [name for name in names if name.endswith("_en")]
        sources = [name for name in SOURCES if name in names]
        publication = [name for name in PUBLICATION if name in names]
        # The state is changed by the steps, never by hand.
        taken = {*french, *english, *sources, *publication, "state"}
        first = [name for name in names if name not in taken]
        return [
            (title, {"fields": fields, "classes": classes})
            for title, fields, classes in (
                (None, first, ()),
                ("Français", french, ("language-fr",)),
                ("English", english, ("language-en",)),
                (_("Sources"), sources, ()),
                (_("Publication"), publication, ("side",)),
            )
            if fields
        ]

    def get_autocomplete_fields(self, request: HttpRequest) -> list[str]:
        """Every relation whose records can be searched, so that no list of thousands is sent."""
        return [
            field.name
            for field in (*self.opts.fields, *self.opts.many_to_many)
            if field.remote_field
            and (other := site._registry.get(field.remote_field.model))
            and other.search_fields
        ]

    def get_prepopulated_fields(self, request: HttpRequest, obj: Any = None) -> dict[str, Any]:
        """A new record's address word follows its English name while it is typed."""
        names = [f.name for f in self.opts.fields if f.name in NAMES]
        return {"slug": names[:1]} if names and obj is None else {}

    def get_list_display(self, request: HttpRequest) -> Any:
        shown = plain_columns(self.model, super().get_list_display(request))
        return (*shown, *self._count_columns())

    def get_list_filter(self, request: HttpRequest) -> Any:
        filters = super().get_list_filter(request)
        return (*filters, TranslationFilter) if pairs(self.model) else filters

    def get_queryset(self, request: HttpRequest) -> models.QuerySet:
        found = super().get_queryset(request)
        if not self.is_autocompletion(request):
            counts = {f"{name}_count": count_of(self.model, name) for name in self.counted}
            found = found.annotate(**counts)
        # What a record's name is made of comes along, for lists and for autocompletion.
        names = {*getattr(self.model, "listed_with", ()), *(self.list_select_related or ())}
        return found.select_related(*names) if names else found

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        """Save, then say which numbers of the portal's own prose stand in no record."""
        super().save_related(request, form, formsets, change)
        if is_own_prose(self.model):
            for finding in findings(passages_of(form.instance)):
                messages.warning(request, in_words(finding, form.instance))

    def _count_columns(self) -> list[Any]:
        return [count_column(self.model, name) for name in self.counted]


def in_words(finding: Finding, record: models.Model) -> str:
    """As in “Definition [en]: “1,098,873 patients” has a bare number; write …”."""
    field = record._meta.get_field(finding.passage.field)
    words = {
        "field": field.verbose_name,  # type: ignore[union-attr]
        "excerpt": finding.number.excerpt,
        "tokens": ", ".join(offer.token for offer in finding.offers),
    }
    if not finding.offers:
        return gettext("%(field)s: “%(excerpt)s” has a number without a record.") % words
    return gettext("%(field)s: “%(excerpt)s” has a bare number; write %(tokens)s.") % words
