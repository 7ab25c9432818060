"""
Translations to check: where one language of a text changes and the other does not, the other
may no longer say the same. Noted with every row of history, by whatever door it came.
"""

import html
import re
from collections.abc import Iterable
from typing import Any, Self

from django.conf import settings
from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.dispatch import receiver
from django.utils.html import strip_tags
from django.utils.translation import gettext_lazy as _

from alima_site.editorial.languages import OTHER, pairs
from alima_site.editorial.models.acts import rows_written

BLOCKS = re.compile(r"</(?:p|li|h\d)>|<br ?/?>")


def words(text: str) -> list[str]:
    """What a reader reads: spaces and marks that nobody sees make no difference."""
    return html.unescape(strip_tags(BLOCKS.sub(" ", text or ""))).split()


class TranslationCheckQuerySet(models.QuerySet):
    def of(self, record: models.Model) -> Self:
        kind = ContentType.objects.get_for_model(record)
        return self.filter(content_type=kind, object_id=record.pk)

    def of_kind(self, model: type[models.Model]) -> Self:
        return self.filter(content_type=ContentType.objects.get_for_model(model))


class TranslationCheck(models.Model):
    """One language of a text that is older than the other."""

    content_type = models.ForeignKey(ContentType, models.CASCADE)
    object_id = models.PositiveBigIntegerField()
    record = GenericForeignKey()
    field = models.CharField(max_length=50)  # without its ending
    language = models.CharField(max_length=2)  # the one to check
    before = models.TextField()  # what it was made from: the other language, as it was
    since = models.DateTimeField()
    changed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+"
    )

    changes_pages = False

    objects = TranslationCheckQuerySet.as_manager()

    class Meta:
        verbose_name = _("translation to check")
        verbose_name_plural = _("translations to check")
        default_permissions = ()  # those of the record's form
        ordering = ["-since", "-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["content_type", "object_id", "field"], name="translation_check_field_unique"
            )
        ]

    def __str__(self) -> str:
        return f"{self.content_type} {self.object_id} {self.column}"

    @property
    def column(self) -> str:
        """The field to check."""
        return f"{self.field}_{self.language}"

    @property
    def changed_column(self) -> str:
        return f"{self.field}_{self.changed_language}"

    @property
    def changed_language(self) -> str:
        return OTHER[self.language]


@receiver(rows_written, dispatch_uid="translations_to_check")
def note(sender: Any, rows: list[Any], **kwargs: Any) -> None:
    """Compare each row of history with the one before it."""
    names = pairs(sender)
    gone = [row.id for row in rows if row.history_type == "-"]
    if names and gone:
        TranslationCheck.objects.of_kind(sender).filter(object_id__in=gone).delete()
    changed = [row for row in rows if row.history_type == "~"]
    if not names or not changed:
        return
    before = _rows_before(sender, changed)
    for row in changed:
        if row.id in before:
            _note_record(sender, before[row.id], row, names)


def _rows_before(model: Any, rows: Iterable[Any]) -> dict[Any, Any]:
    """The row of history before each of these, by the record's key."""
    earlier = model.history.filter(id__in=[row.id for row in rows])
    earlier = earlier.exclude(pk__in=[row.pk for row in rows])
    return {row.id: row for row in earlier.order_by("history_date", "pk").iterator()}


def _note_record(model: Any, before: Any, row: Any, names: list[str]) -> None:
    changes = {name: _changed_languages(before, row, name) for name in names}
    changes = {name: languages for name, languages in changes.items() if languages}
    if not changes:
        return
    known = TranslationCheck.objects.of_kind(model).filter(object_id=row.id)
    checks = {check.field: check for check in known}
    for name, languages in changes.items():
        check = checks.get(name)
        if _is_settled(check, before, row, name, languages):
            if check:
                check.delete()
            continue
        changed = languages[0]
        check = check or TranslationCheck(
            content_type=ContentType.objects.get_for_model(model),
            object_id=row.id,
            field=name,
            language=OTHER[changed],
            before=getattr(before, f"{name}_{changed}"),
        )
        check.since, check.changed_by = row.history_date, row.history_user
        check.save()


def _changed_languages(before: Any, row: Any, name: str) -> list[str]:
    columns = {code: f"{name}_{code}" for code in OTHER}
    return [
        code
        for code, column in columns.items()
        if words(getattr(before, column)) != words(getattr(row, column))
    ]


def _is_settled(
    check: TranslationCheck | None, before: Any, row: Any, name: str, languages: list[str]
) -> bool:
    """Whether, after this change, both languages may be taken to say the same."""
    if len(languages) == 2:
        return True
    changed, other = languages[0], OTHER[languages[0]]
    old, new = (words(getattr(each, f"{name}_{changed}")) for each in (before, row))
    if not old or not new or not getattr(row, f"{name}_{other}"):
        return True  # a language that was missing or is missing now: the desk says so
    if check is None:
        return False
    return check.language == changed or words(check.before) == new
