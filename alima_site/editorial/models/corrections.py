"""
Corrections: when a published value, period or source changes, the old one,
the new one, the date and the reason stay on a public page.
"""

from collections.abc import Iterable
from decimal import Decimal
from typing import Any, Self

from django.apps import apps
from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.contrib.contenttypes.prefetch import GenericPrefetch
from django.db import models, transaction
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from alima_site.editorial import wording
from alima_site.editorial.fields import PartialDateField, bilingual
from alima_site.editorial.prepared import this_moment
from alima_site.editorial.querysets import visible


class CorrectionQuerySet(models.QuerySet):
    def of(self, records: Iterable[models.Model]) -> Self:
        """The corrections of records of one model, the latest first."""
        found = list(records)
        keys = [record.pk for record in found]
        return self.of_kind(type(found[0]), keys) if found else self.none()

    def of_kind(self, model: type[models.Model], keys: Any) -> Self:
        """The corrections of the records of a model that have these keys: a list, or a query."""
        return self.filter(
            content_type__app_label=model._meta.app_label,
            content_type__model=model._meta.model_name,
            object_id__in=keys,
        ).select_related("content_type")

    def for_page(self) -> Self:
        """With their records, as far as these are public, and what their addresses need."""
        now = this_moment()
        records = [
            # Not `published()`, which would find out what is withheld: only the address is told.
            model._default_manager.filter(visible(model, now)).select_related(*model.listed_with)
            for model in apps.get_models()
            if issubclass(model, Corrected)
        ]
        return self.select_related("content_type").prefetch_related(
            GenericPrefetch("record", records)
        )


class Correction(models.Model):
    """One changed field of a published number. Written by `Corrected.save()`, never edited."""

    handled_as = "log"

    content_type = models.ForeignKey(ContentType, models.PROTECT)
    object_id = models.PositiveBigIntegerField()
    record = GenericForeignKey()
    # The record's name at that moment: it stays readable when the record goes.
    label = bilingual(models.CharField(_("record"), max_length=300))
    field = models.CharField(_("what changed"), max_length=30)
    old = models.TextField(_("before"))
    new = models.TextField(_("now"))
    reason = bilingual(models.TextField(_("reason"), blank=True))
    corrected_at = models.DateTimeField(_("date"), auto_now_add=True)

    objects = CorrectionQuerySet.as_manager()

    class Meta:
        verbose_name = _("correction")
        verbose_name_plural = _("corrections")
        ordering = ["-corrected_at", "-id"]

    def __str__(self) -> str:
        return f"{self.label} ({self.field})"

    @property
    def field_name(self) -> Any:
        """The name of the changed field, in the reader's language."""
        return getattr(self._changed_field, "verbose_name", self.field)

    @property
    def old_words(self) -> str:
        return self._in_words(self.old)

    @property
    def new_words(self) -> str:
        return self._in_words(self.new)

    @property
    def _changed_field(self) -> Any:
        model = self.content_type.model_class()
        return model._meta.get_field(self.field) if model else None

    def _in_words(self, text: str) -> str:
        """A kept value as the reader's language writes it; empty when there was none."""
        field = self._changed_field
        if not text:
            return ""
        if isinstance(field, models.DecimalField | models.IntegerField | models.BooleanField):
            return wording.number(Decimal(text))
        if isinstance(field, models.DateField | PartialDateField):
            return wording.partial_date(text)
        return str(dict(getattr(field, "flatchoices", ())).get(text, text))


class Corrected(models.Model):
    """A record whose published changes are put on the corrections page."""

    correctable: tuple[str, ...] = ()
    listed_with: tuple[str, ...] = ()
    # Why the change was made, by language; whoever saves the record sets it.
    correction_reason: dict[str, str] = {}

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        with transaction.atomic():
            before = self._as_published()
            super().save(*args, **kwargs)
            if before and self.is_published:  # type: ignore[attr-defined]
                # What was just written may still be text; this is as the database has it.
                stored = type(self)._default_manager.get(pk=self.pk)
                stored.correction_reason = self.correction_reason
                Correction.objects.bulk_create(stored._corrections_since(before))

    def _as_published(self) -> Self | None:
        """The record as the public has it until it is saved."""
        before = type(self)._default_manager.filter(pk=self.pk).first() if self.pk else None
        return before if before and before.is_published else None  # type: ignore[attr-defined]

    def is_corrected_by(self, changed: set[str]) -> bool:
        """Whether saving it with these fields changed puts a line on the corrections page."""
        return bool(changed & set(self.correctable) and self._as_published())

    @property
    def shown_qualifier(self) -> str:
        """“more than”, “about”…; empty for an exact number."""
        exact = self.qualifier == "exact"  # type: ignore[attr-defined]
        return "" if exact else self.get_qualifier_display()  # type: ignore[attr-defined]

    def _corrections_since(self, before: models.Model) -> list[Correction]:
        return [
            self._correction(name, getattr(before, name), getattr(self, name))
            for name in self.correctable
            if getattr(before, name) != getattr(self, name)
        ]

    def _correction(self, field: str, old: Any, new: Any) -> Correction:
        labels = {}
        for language in ("fr", "en"):
            with override(language):
                labels[f"label_{language}"] = str(self)[:300]
        reasons = {f"reason_{code}": why for code, why in self.correction_reason.items()}
        texts = {"old": _as_text(old), "new": _as_text(new)}
        return Correction(record=self, field=field, **texts, **labels, **reasons)


def _as_text(value: Any) -> str:
    if isinstance(value, Decimal):
        value = f"{value.normalize():f}"
    if isinstance(value, models.Model) and not value.is_published:  # type: ignore[attr-defined]
        return ""
    return "" if value is None else str(value)
