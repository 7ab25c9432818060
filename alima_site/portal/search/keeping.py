"""
Keeps the index with the records: a save writes the record's own rows, and those of the records
that take a name or an address from it, in the transaction that writes the record.
"""

from typing import Any

from django.db import models, transaction
from django.db.models.signals import m2m_changed, post_delete, post_save

from alima_site.editorial.content_load import content_loaded, loading
from alima_site.editorial.models import Content, FigureVersion
from alima_site.portal.search.index import forget, rebuild, write
from alima_site.portal.search.searched import searched_models, tied_fields
from alima_site.portal.search.tables import SearchEntry, SearchWord
from programs.models import Presence
from research.models import Membership

# Rows that another record's page shows as its own, by the name of that relation.
PARTS: dict[type[models.Model], str] = {
    FigureVersion: "figure",
    Membership: "collaboration",
    Presence: "programme",
}


def names(record: models.Model) -> list[Any]:
    """What other records take from it: its name and its address."""
    entries = SearchEntry.objects.filter(model=record._meta.label_lower, object_id=record.pk)
    return list(entries.order_by("language").values_list("title", "url"))


def on_save(sender: type[models.Model], instance: Any, raw: bool = False, **kwargs: Any) -> None:
    if raw or loading.get():
        return
    if part_of := PARTS.get(sender):
        write(sender._meta.get_field(part_of).related_model, [getattr(instance, f"{part_of}_id")])  # type: ignore[arg-type]
    if issubclass(sender, Content):
        with transaction.atomic():
            before = names(instance)
            write(sender, [instance.pk])
            if before != names(instance):
                write_dependents(instance)


def write_dependents(record: models.Model) -> None:
    for model in searched_models():
        keys = {
            key
            for field in tied_fields(model)
            if field.related_model is type(record)
            for key in model._default_manager.filter(**{field.name: record.pk}).values_list(
                "pk", flat=True
            )
        }
        if keys:
            write(model, keys)


def on_delete(sender: type[models.Model], instance: Any, **kwargs: Any) -> None:
    if part_of := PARTS.get(sender):
        write(sender._meta.get_field(part_of).related_model, [getattr(instance, f"{part_of}_id")])  # type: ignore[arg-type]
    if issubclass(sender, Content):
        forget(sender, [instance.pk])
        SearchWord.objects.filter(via_model=sender._meta.label_lower, via_id=instance.pk).remove()


def on_tie(
    sender: Any, instance: Any, action: str, reverse: bool, model: Any, pk_set: Any, **kwargs: Any
) -> None:
    """A relation to several records changed; from the other side, those it names."""
    if loading.get() or not action.startswith("post_"):
        return
    if not reverse:
        write(type(instance), [instance.pk])
    elif pk_set:
        write(model, pk_set)


def on_load(sender: Any, changed: bool, **kwargs: Any) -> None:
    if changed:
        rebuild()


def connect() -> None:
    for model in (*searched_models(), *PARTS):
        post_save.connect(on_save, sender=model, dispatch_uid=f"search {model._meta.label}")
        post_delete.connect(on_delete, sender=model, dispatch_uid=f"search {model._meta.label}")
    for model in searched_models():
        for field in tied_fields(model):
            if field.many_to_many:
                m2m_changed.connect(
                    on_tie,
                    sender=field.remote_field.through,
                    dispatch_uid=f"search {field}",
                )
    content_loaded.connect(on_load, dispatch_uid="search")
