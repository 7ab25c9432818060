"""Photographs and logos: shown with credit, consent and a text for those who do not see them."""

import datetime
import re
from collections.abc import Iterator
from typing import Any

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.core.validators import MaxValueValidator
from django.db import models, transaction
from django.db.models import Q
from django.db.models.signals import post_delete
from django.dispatch import receiver
from django.utils.translation import gettext_lazy as _

from alima_site.editorial.fields import bilingual
from alima_site.editorial.models.content import Content, State
from alima_site.editorial.models.picture_files import WithFiles
from alima_site.editorial.pictures import store
from alima_site.editorial.pictures.door import LOGO_DOOR, PHOTO_DOOR, Door
from alima_site.editorial.querysets import PhotoQuerySet

FILE_NAME = re.compile(
    r"""\.(?:jpe?g|png|webp|avif|heic|gif|tiff?|bmp|svg)\b   # holds an ending
        |^[\w.-]*[_\d][\w.-]*$                              # one word, as cameras write it
        |^(?:screen\s?shot|capture\ d['’]écran|whatsapp\ (?:image|video)|img|dsc|pxl|scan)\b.*\d
        |^(?:photo|photographie|image|picture|logo|untitled|sans\ titre)[\s\d_-]*$
    """,
    re.IGNORECASE | re.VERBOSE,
)
STEP = 10  # percent: how finely pages follow the focal point


class Kind(models.TextChoices):
    PHOTO = "photo", _("photograph")
    LOGO = "logo", _("logo of a partner")


def validate_no_file_name(text: str) -> None:
    if FILE_NAME.search(text.strip()):
        raise ValidationError(
            _("“%(text)s” is the name of a file. Say what the picture shows."),
            params={"text": text},
        )


def percent(name: Any, help_text: Any) -> models.PositiveSmallIntegerField:
    return models.PositiveSmallIntegerField(
        name, default=50, validators=[MaxValueValidator(100)], help_text=help_text
    )


class Photo(WithFiles, Content):
    """
    A picture with all that must be known before it is shown: who made it, what it shows,
    and the consent of those in it.
    """

    named_by = ("title",)

    title = models.CharField(
        _("title in the library"),
        max_length=150,
        help_text=_("By which the team finds it. Not shown on the site."),
    )
    kind = models.CharField(
        _("kind"),
        max_length=10,
        choices=Kind,
        default=Kind.PHOTO,
        help_text=_("A logo is shown with its partner’s name; it needs no text of its own."),
    )
    credit = models.CharField(
        _("credit"),
        max_length=150,
        blank=True,
        help_text=_(
            "Photographer and organisation, as they wish to be named. For a logo: its owner."
        ),
    )
    is_decorative = models.BooleanField(
        _("decorative"),
        default=False,
        help_text=_("Who does not see it misses nothing: it says no more than the page."),
    )
    alt = bilingual(
        models.CharField(
            _("text instead of the picture"),
            max_length=250,
            blank=True,
            validators=[validate_no_file_name],
            help_text=_(
                "What somebody who does not see it should know, in a sentence: "
                "“A nurse measures a child’s arm with a coloured band.” No name of a patient."
            ),
        )
    )
    caption = bilingual(
        models.CharField(
            _("caption"),
            max_length=250,
            blank=True,
            help_text=_("Shown under the picture. No name of a patient."),
        )
    )
    focus_x = percent(
        _("focal point from the left, in %"),
        _("What stays in sight when the picture is cut: 0 is the left edge, 100 the right one."),
    )
    focus_y = percent(_("focal point from the top, in %"), _("0 is the top, 100 the bottom."))
    objects = PhotoQuerySet.as_manager()

    class Meta(Content.Meta):
        verbose_name = _("picture")
        verbose_name_plural = _("pictures")
        ordering = ["-updated_at", "slug"]

    def __str__(self) -> str:
        return self.title

    @property
    def door(self) -> Door:
        return LOGO_DOOR if self.kind == Kind.LOGO else PHOTO_DOOR

    @classmethod
    def visible_when(cls, at: datetime.datetime, prefix: str = "") -> Q:
        """Beside its state: a file, credit, consent, and words for those who do not see it."""
        described = (
            Q(**{f"{prefix}kind": Kind.LOGO})
            | Q(**{f"{prefix}is_decorative": True})
            | (~Q(**{f"{prefix}alt_fr": ""}) & ~Q(**{f"{prefix}alt_en": ""}))
        )
        kept = ~Q(**{f"{prefix}key": ""}) & ~Q(**{f"{prefix}credit": ""})
        return kept & described & cls.shown_with_consent(at, prefix)

    def lacking(self) -> Iterator[tuple[str, Any]]:
        """The same in words: each field that keeps it from being public, with a sentence."""
        if not (self.key or self.pending):
            yield "key", _("There is no picture yet: choose its file.")
        if not self.credit:
            yield "credit", _("Name who made the picture.")
        if self.kind == Kind.PHOTO and not self.is_decorative:
            for name in ("alt_fr", "alt_en"):
                if not getattr(self, name):
                    yield name, _("Say what the picture shows, or mark it as decorative.")
        yield from self.lacking_consent()

    @property
    def is_published(self) -> bool:
        return super().is_published and not any(self.lacking())

    def clean(self) -> None:
        super().clean()
        errors: dict[str, list[Any]] = {}
        if self.state == State.PUBLISHED and not self.consent_withdrawn_on:
            for name, sentence in self.lacking():
                errors.setdefault(NON_FIELD_ERRORS if name == "key" else name, []).append(sentence)
        for name in ("alt_fr", "alt_en", "caption_fr", "caption_en", "credit"):
            words = re.findall(r"\w+", getattr(self, name).casefold())
            if set(words) & set(self.names_of_patients):
                sentence = _("No name of a patient or of their family stands with a face.")
                errors.setdefault(name, []).append(sentence)
        if errors:
            raise ValidationError(errors)

    @property
    def focus(self) -> str:
        """The classes of photo.css that keep the focal point in sight."""
        x, y = (STEP * round(value / STEP) for value in (self.focus_x, self.focus_y))
        return f"focus-x-{x} focus-y-{y}"


@receiver(post_delete, sender=Photo)
def remove_files(sender: type[Photo], instance: Photo, **kwargs: Any) -> None:
    """A picture that is deleted, alone or with others, takes its files with it."""
    transaction.on_commit(lambda: store.remove(instance.key))
