"""Records of every kind in one list, by one query: what they are called, and their form."""

from collections.abc import Callable
from typing import Any, NamedTuple

from django.apps import apps
from django.contrib.admin.utils import quote
from django.contrib.auth import get_permission_codename
from django.db import models
from django.db.models import CharField, F, Q, Value
from django.db.models.functions import Cast, Coalesce, NullIf
from django.urls import reverse
from django.utils.translation import get_language

from alima_site.editorial import tokens
from alima_site.editorial.languages import OTHER
from alima_site.editorial.models import Content

NAMES = (
    "acronym", "short_title", "short_name", "name", "title", "label", "speaker", "slug",
)  # fmt: skip


class Summary(NamedTuple):
    model: type[models.Model]
    key: Any
    label: str
    row: dict[str, Any]  # what else was asked for

    @property
    def kind(self) -> str:
        return str(self.model._meta.verbose_name)

    def form(self, field: str = "") -> str:
        """The address of its form, at a field where one is named."""
        return form_address(self.model, self.key, field)


def form_address(model: type[models.Model], key: Any, field: str = "") -> str:
    name = f"admin:{model._meta.app_label}_{model._meta.model_name}_change"
    return reverse(name, args=[quote(key)]) + (f"#field-{field}" if field else "")


def kinds(user: Any = None, action: str = "change") -> list[type[Content]]:
    """Every kind of content; those a user may view or change where one is given."""
    content = [model for model in apps.get_models() if issubclass(model, Content)]
    if user is None:
        return content
    return [each for each in content if user.has_perm(permission(each, action))]


def permission(model: type[models.Model], action: str) -> str:
    return f"{model._meta.app_label}.{get_permission_codename(action, model._meta)}"


def name_of(model: type[models.Model]) -> Any:
    """An expression: what a record is called in the active language, or in the other one."""
    here = get_language() or "fr"
    columns = {field.name for field in model._meta.concrete_fields}
    for name in NAMES:
        if name in columns:
            return Cast(F(name), CharField())
        if f"{name}_{here}" in columns:
            other = F(f"{name}_{OTHER[here]}")
            return Cast(Coalesce(NullIf(F(f"{name}_{here}"), Value("")), other), CharField())
    raise LookupError(f"{model.__name__} has no name.")


def summaries(
    models: list[type[Content]],
    condition: Callable[[Any], Q],
    extra: Callable[[Any], dict[str, Any]] = lambda model: {},
    most: int = 200,
) -> list[Summary]:
    """Those of these kinds that meet the condition of their kind, the latest change first."""
    questions: list[Any] = [
        model._default_manager.order_by()
        .filter(condition(model))
        .annotate(its_model=Value(model._meta.label), its_name=name_of(model), **extra(model))
        .values("its_model", "pk", "its_name", "state", "updated_at", *extra(model))
        for model in models
    ]
    if not questions:
        return []
    found = questions[0].union(*questions[1:], all=True).order_by("-updated_at", "pk")[:most]
    return [
        Summary(apps.get_model(row["its_model"]), row["pk"], tokens.plain(row["its_name"]), row)
        for row in found
    ]


def list_address(model: type[models.Model]) -> str:
    return reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_changelist")


def past_rows(models: list[type[Content]], most: int) -> list[dict[str, Any]]:
    """The latest rows of the history of these kinds that have an author, in one query."""
    questions: list[Any] = [
        model.history.exclude(history_user=None)
        .order_by()
        .annotate(
            its_model=Value(model._meta.label),
            its_name=name_of(model),
            its_author=F("history_user__username"),
        )
        .values("its_model", "id", "its_name", "its_author", "history_date", "history_type")
        for model in models
    ]
    if not questions:
        return []
    found = questions[0].union(*questions[1:], all=True)
    return list(found.order_by("-history_date", "its_model", "id")[:most])
