"""The picture library in the admin: upload, focal point, consent, and where a picture is used."""

from typing import Any

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import get_object_or_404
from django.urls import path, reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from alima_site.editorial.admin_base import EditorialAdmin
from alima_site.editorial.admin_forms import EditorialForm
from alima_site.editorial.models import Photo
from alima_site.editorial.pictures.door import LOGO_DOOR, MEGABYTES, PHOTO_DOOR, admit
from alima_site.editorial.pictures.views import file_of

CONSENT = (
    "people", "shows_child", "consent_given_by", "consent_guardian", "consent_given_on",
    "consent_scope", "consent_language", "consent_expires_on", "consent_withdrawn_on",
)  # fmt: skip
WIDE_ENOUGH = 800  # pixels; a narrower photograph looks blurred on a wide screen


class PhotoForm(EditorialForm):
    """Takes the file through the door for pictures; a refusal stands at the file."""

    picture = forms.FileField(
        label=_("File"),
        required=False,
        widget=forms.FileInput(attrs={"accept": ".jpg,.jpeg,.png,.webp,.avif"}),
        help_text=_(
            "JPEG, PNG, WebP or AVIF of at most %(megabytes)s MB; a logo as PNG or WebP. Only its "
            "pixels are stored: where and with what it was taken is removed. "
            "A new file takes the place of the former one."
        )
        % {"megabytes": MEGABYTES},
    )

    class Meta:
        model = Photo
        fields = "__all__"

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        is_logo = cleaned.get("kind") == "logo"
        if upload := cleaned.get("picture"):
            try:
                self.instance.pending = admit(upload, LOGO_DOOR if is_logo else PHOTO_DOOR)
            except ValidationError as refusal:
                self.add_error("picture", refusal)
        elif self.instance.key and "kind" in self.changed_data:
            self.add_error("picture", _("Logos are stored in another way: choose the file again."))
        return cleaned

    def _post_clean(self) -> None:
        super()._post_clean()
        if self.instance.pending and self.instance.is_over:
            self.add_error("picture", _("The consent is over: no picture is stored."))
        elif self.instance.pending and self.errors:
            again = _(
                "The file is fine. Choose it again with the corrections: it is not stored yet."
            )
            self.add_error("picture", again)


class ToDoFilter(admin.SimpleListFilter):
    """The pictures somebody must look at."""

    title = _("to do")
    parameter_name = "todo"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        return [
            ("alt", _("text instead of the picture is missing")),
            ("ending", _("consent ends within 30 days")),
            ("over", _("consent over or withdrawn")),
        ]

    def queryset(self, request: HttpRequest, queryset: QuerySet) -> QuerySet:
        if self.value() == "alt":
            return queryset.filter(pk__in=Photo.objects.without_alt())
        if self.value() == "ending":
            return queryset.filter(pk__in=Photo.objects.consent_ending().order_by())
        if self.value() == "over":
            return queryset.filter(pk__in=Photo.objects.consent_over())
        return queryset


class PhotoAdmin(EditorialAdmin):
    form = PhotoForm
    list_display = ("thumbnail", "title", "kind", "credit", "consent", "state")
    list_display_links = ("thumbnail", "title")
    list_filter = ("state", ToDoFilter, "kind", "people")
    search_fields = ("slug", "title", "credit", "alt_fr", "alt_en")
    readonly_fields = (*EditorialAdmin.readonly_fields, "preview")
    view_on_site = False

    def get_urls(self) -> list[Any]:
        view = self.admin_site.admin_view(self.picture_view)
        here = path("<int:pk>/picture/<int:width>/", view, name="editorial_photo_picture")
        return [here, *super().get_urls()]

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> list[tuple[Any, Any]]:
        _first, french, english, publication = super().get_fieldsets(request, obj)
        saved = ["preview"] if obj else []
        about = ["picture", *saved, "title", "kind", "credit", "is_decorative"]
        focus = [("focus_x", "focus_y")] if obj else []
        return [
            (None, {"fields": [*about, *focus]}),
            french,
            english,
            (_("Consent"), {"fields": CONSENT, "description": CONSENT_HELP}),
            publication,
        ]

    def save_model(self, request: HttpRequest, obj: Photo, form: Any, change: bool) -> None:
        arrived = obj.pending
        super().save_model(request, obj, form, change)
        if arrived and arrived.removed:
            what = ", ".join(map(str, arrived.removed))
            messages.info(request, gettext("Removed from the picture: %(what)s.") % {"what": what})
        if arrived and obj.kind == "photo" and arrived.original[0] < WIDE_ENOUGH:
            words = gettext("The picture is only %(width)s pixels wide and may look blurred.")
            messages.warning(request, words % {"width": arrived.original[0]})
        if obj.consent_withdrawn_on and "consent_withdrawn_on" in form.changed_data:
            messages.info(request, gettext("The picture is off every page; its files are deleted."))

    def picture_view(self, request: HttpRequest, pk: int, width: int) -> HttpResponseBase:
        """A file of any picture, published or not, for those who may see the library."""
        photo = get_object_or_404(Photo, pk=pk)
        if not self.has_view_permission(request, photo):
            raise PermissionDenied
        return file_of(photo, width, photo.door.endings[-1])

    @admin.display(description=_("picture"))
    def thumbnail(self, photo: Photo) -> str:
        css = "thumbnail thumbnail--logo" if photo.kind == "logo" else "thumbnail"
        return self._image(photo, photo.sizes[0], css) if photo.key else "–"

    @admin.display(description=_("preview"))
    def preview(self, photo: Photo) -> str:
        """With script, a click or the arrow keys choose the focal point in it."""
        if not photo.key:
            return gettext("no picture stored")
        if photo.kind == "logo":
            return self._image(photo, photo.sizes[-1], "thumbnail--logo")
        return format_html(
            '<div class="focus-picker" data-label="{}" data-cut="{}">{}</div>',
            gettext("Focal point: move it with the arrow keys, or click in the picture"),
            gettext("As a wide screen shows it"),
            self._image(photo, photo.sizes[-1], "focus-picker__image"),
        )

    def _image(self, photo: Photo, size: tuple[int, int], css: str) -> str:
        address = reverse("admin:editorial_photo_picture", args=[photo.pk, size[0]])
        markup = '<img class="{}" src="{}?{}" width="{}" height="{}" alt="{}" loading="lazy">'
        return format_html(markup, css, address, photo.key[:8], *size, photo.alt or photo.title)

    @admin.display(description=_("consent"))
    def consent(self, photo: Photo) -> str:
        """In a word or two: what there is, or that it is over."""
        if photo.consent_withdrawn_on:
            return gettext("withdrawn")
        until = photo.consent_expires_on
        if until and until < timezone.localdate():
            return gettext("over since %(date)s") % {"date": date_format(until)}
        if any(photo.lacking_consent()):
            return gettext("incomplete")
        if until:
            return gettext("until %(date)s") % {"date": date_format(until)}
        return gettext("nobody recognisable") if photo.people == "nobody" else gettext("given")


CONSENT_HELP = _(
    "Nobody is shown who did not say yes, in a language they speak, knowing where the picture "
    "goes and that they may take their word back. Keep the signed form; write here what it says. "
    "Where nobody can be recognised, the first answer is enough."
)
