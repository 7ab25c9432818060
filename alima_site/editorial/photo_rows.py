"""What the desk and the preflight say of pictures: what they lack, whose consent ends soon."""

from collections.abc import Iterator
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from alima_site.editorial import desk, preflight
from alima_site.editorial.desk import Row
from alima_site.editorial.models import Photo
from alima_site.editorial.preflight import Remark
from alima_site.editorial.summaries import form_address


def without_alt(user: Any) -> Iterator[Row]:
    photo: Any  # its columns in two languages are none that types know
    for photo in Photo.objects.without_alt() if may_change(user) else ():
        field = "alt_en" if photo.alt_fr else "alt_fr"
        lacks = _("no text instead of the picture")
        yield Row(
            photo.title,
            form_address(Photo, photo.pk, field),
            lacks,
            _("incomplete"),
            "inferred",
            _("describe it"),
        )


def consent_ending(user: Any) -> Iterator[Row]:
    photo: Any
    for photo in Photo.objects.consent_ending() if may_change(user) else ():
        until = date_format(photo.consent_expires_on)
        yield Row(
            photo.title,
            form_address(Photo, photo.pk, "consent_expires_on"),
            _("consent until %(date)s") % {"date": until},
            _("ends soon"),
            "conflict",
            _("ask again"),
        )


def may_change(user: Any) -> bool:
    return user.has_perm("editorial.change_photo")


def lacking(record: Any) -> Iterator[Remark]:
    """Why a picture cannot be published, as its form says it."""
    if isinstance(record, Photo):
        for name, sentence in record.lacking():
            yield Remark(str(sentence), "" if name == "key" else name)


def register() -> None:
    desk.register("pictures", without_alt)
    desk.register("pictures", consent_ending)
    preflight.register(lacking, blocks=True)
