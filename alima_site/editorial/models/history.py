"""History: every change of a record is kept, with its relations, its author and a reason."""

from collections.abc import Iterable
from typing import Any

from django.db import models
from simple_history.models import HistoricalRecords

from alima_site.editorial.models.acts import current_act, rows_written


class Past(models.Model):
    """A row of history, of which no page is made."""

    changes_pages = False

    class Meta:
        abstract = True


class History(HistoricalRecords):
    """The history of a model and of all its relations."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("inherit", True)
        kwargs.setdefault("bases", (Past,))
        kwargs.setdefault("m2m_bases", (Past,))
        kwargs.setdefault("history_id_field", models.BigAutoField())
        kwargs.setdefault("history_change_reason_field", models.TextField(null=True))
        super().__init__(**kwargs)

    def get_m2m_fields_from_model(self, model: Any) -> list[Any]:
        return list(model._meta.many_to_many)

    def get_meta_options(self, model: Any) -> dict[str, Any]:
        # Who may see and restore history follows from the record itself.
        return super().get_meta_options(model) | {"default_permissions": ()}

    def get_meta_options_m2m(self, through_model: Any) -> dict[str, Any]:
        return super().get_meta_options_m2m(through_model) | {"default_permissions": ()}

    def get_history_user(self, instance: Any) -> Any:
        act = current_act.get()
        return getattr(instance, "_history_user", act.user if act else None)

    def get_change_reason_for_object(self, instance: Any, history_type: str, using: Any) -> Any:
        act = current_act.get()
        return (act.reason or None) if act else getattr(instance, "_change_reason", None)

    def pre_delete(self, instance: Any, **kwargs: Any) -> None:
        """The last row is written while the record's relations are still there."""
        super().pre_delete(instance, **kwargs)
        act = current_act.get()
        if act:
            act.forget(instance)
            instance._history_date = act.at
        self.create_historical_record(instance, "-")
        if act:
            for holder in _holders_of(instance):
                act.touch(type(holder), holder.pk, "~")
            if instance.part_of:
                act.touch_whole(instance)

    def post_delete(self, instance: Any, using: Any = None, **kwargs: Any) -> None:
        pass

    def create_historical_record(self, instance: Any, history_type: str, using: Any = None) -> None:
        act = current_act.get()
        if act and history_type != "-":
            act.touch(type(instance), instance.pk, history_type)
        else:
            super().create_historical_record(instance, history_type, using)
            latest = instance.history.first()
            rows_written.send(type(instance), rows=[latest] if latest else [])
            if not act and instance.part_of and history_type != "-":
                whole: Any = instance._meta.get_field(instance.part_of)
                key = getattr(instance, whole.attname)
                self.create_historical_record(whole.related_model._base_manager.get(pk=key), "~")

    def m2m_changed(
        self, instance: Any, action: str, attr: str, pk_set: Any, reverse: bool, **kwargs: Any
    ) -> None:
        """A tie made from its other end, or to a record of the same kind, changes that one, too."""
        if action not in ("post_add", "post_remove", "post_clear"):
            return
        if not reverse:
            self.create_historical_record(instance, "~")
        other: Any = kwargs["model"]
        if reverse or type(instance)._meta.get_field(attr).remote_field.symmetrical:
            for record in other._base_manager.filter(pk__in=pk_set or ()):
                self.create_historical_record(record, "~")


class Remembered(models.Model):
    """A record whose every change is kept."""

    # The relation to the record in whose form its rows stand, if they do.
    part_of = ""

    history = History()

    class Meta:
        abstract = True


def _holders_of(instance: models.Model) -> Iterable[models.Model]:
    """Records that lose a relation when this one goes: ties of many to many, keys set to null."""
    for relation in instance._meta.get_fields(include_hidden=True):
        if not relation.auto_created or relation.concrete:
            continue
        field: Any = relation.field  # type: ignore[union-attr]
        if not issubclass(field.model, Remembered):
            continue
        if field.many_to_many or field.remote_field.on_delete is models.SET_NULL:
            yield from field.model._base_manager.filter(**{field.name: instance})
