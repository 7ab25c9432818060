"""The past of a record: what versions changed, the way back to one, and back from deletion."""

from collections import defaultdict
from itertools import pairwise
from typing import Any

from django.core.exceptions import ValidationError
from django.db import IntegrityError, models, transaction
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop
from translated_fields import show_language_code

from alima_site.editorial.authorship import REVERTED
from alima_site.editorial.comparison import (
    part_models,
    row_in_words,
    rows_at,
    rows_now,
    told_fields,
)
from alima_site.editorial.models import State
from alima_site.editorial.models.acts import because, plain_value
from alima_site.editorial.models.history import Remembered

BROUGHT_BACK = gettext_noop("Brought back after it was deleted.")
# Going back changes what a record says, not whether it is public.
STAYS = ("state", "publish_at", "expire_at", "updated_at")


def what_changed(model: Any, rows: list[Any]) -> list[list[str]]:
    """
    The names of what each row changed; the latest row first, and the oldest left out.
    As many queries as the record has relations, however many the rows.
    """
    fields = told_fields(model)
    ties = {name: _ties(field, rows) for name, field in fields.items() if field.many_to_many}
    moments = {
        str(part._meta.verbose_name_plural): set(
            part.history.filter(**{part.part_of: rows[0].id}).values_list("history_date", flat=True)
        )
        for part in (part_models(model) if rows else ())
    }
    found = []
    for row, before in pairwise(rows):
        with show_language_code(True):
            names = [
                str(field.verbose_name)
                for name, field in fields.items()
                if (
                    ties[name][row.history_id] != ties[name][before.history_id]
                    if field.many_to_many
                    else plain_value(field, row) != plain_value(field, before)
                )
            ]
        names += [name for name, dates in moments.items() if row.history_date in dates]
        found.append([capfirst(name) for name in names])
    return found


def _ties(field: Any, rows: list[Any]) -> dict[int, set[int]]:
    found: dict[int, set[int]] = defaultdict(set)
    if rows:
        kept = getattr(type(rows[0]), field.name).model
        pairs = kept.objects.filter(history__in=rows).values_list(
            "history_id", f"{field.m2m_reverse_field_name()}_id"
        )
        for row, key in pairs:
            found[row].add(key)
    return found


def takes_back(record: Any, row: Any) -> Any:
    """The record with the fields of a version, not saved yet."""
    for field in row.tracked_fields:
        if field.name not in STAYS:
            setattr(record, field.attname, getattr(row, field.attname))
    return record


def needs_reason(record: Any, row: Any) -> bool:
    """Whether going back to a version changes a published number."""
    fields = [record._meta.get_field(name) for name in getattr(record, "correctable", ())]
    changed = {f.name for f in fields if plain_value(f, record) != plain_value(f, row)}
    return bool(changed) and record.is_corrected_by(changed)


def revert(record: Any, row: Any, reasons: dict[str, str]) -> None:
    """
    Make a record say again what it said, with its relations and the rows of its form;
    ValidationError where that no longer holds.
    """
    because(f"{REVERTED}{row.history_id}")
    takes_back(record, row)
    record.full_clean()
    record.correction_reason = reasons
    try:
        with transaction.atomic():
            record.save()
            _tie(record, row)
            for part in part_models(type(record)):
                _revert_rows(part, rows_at(part, row), rows_now(part, record))
    except IntegrityError:
        raise ValidationError(_("This version no longer fits what others hold now.")) from None


def _tie(record: Any, row: Any) -> None:
    """The relations of a version, as far as the other records are still there."""
    for field in record._meta.many_to_many:
        keys = getattr(row, field.name).values_list(
            f"{field.m2m_reverse_field_name()}_id", flat=True
        )
        there = field.related_model._base_manager.filter(pk__in=list(keys))
        getattr(record, field.name).set(there)


def _revert_rows(part: Any, was: dict[Any, Any], now: dict[Any, Any]) -> None:
    for key in now.keys() - was.keys():
        now[key].delete()
    for key, row in was.items():
        if key not in now or row_in_words(part, now[key]) != row_in_words(part, row):
            again = row.instance
            again.clean_fields()
            again.save()
            _tie(again, row)


def restore(row: Any) -> Any:
    """
    A deleted record as it was, as a draft, with what was deleted along with it;
    ValidationError where its address or another record is taken or gone.
    """
    because(BROUGHT_BACK)
    record = row.instance
    if hasattr(record, "state"):
        record.state = State.DRAFT
    record.full_clean()
    record.save(force_insert=True)
    _tie(record, row)
    for relation in record._meta.related_objects:
        owned: Any = relation.related_model
        if relation.on_delete is models.CASCADE and issubclass(owned, Remembered):
            gone = owned.history.filter(
                **{relation.field.name: row.id, "history_date": row.history_date}
            )
            for each in gone.filter(history_type="-"):
                restore(each)
    return record


def deleted(model: Any) -> list[Any]:
    """The last row of each record that is gone, the latest first."""
    there = model._base_manager.values("pk")
    gone = model.history.filter(history_type="-").exclude(id__in=there)
    latest: dict[Any, Any] = {}
    for row in gone.select_related("history_user"):
        latest.setdefault(row.id, row)
    return list(latest.values())
