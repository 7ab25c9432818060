"""What is said in one language only: where a page falls back, how far a kind is translated."""

from typing import Any, NamedTuple

from django.conf import settings
from django.db import models
from django.db.models import Count, Q, Value

from alima_site.editorial.fields import bilingual_fields

OTHER = {"fr": "en", "en": "fr"}


class Coverage(NamedTuple):
    """How many records of a kind there are, and how many say all they say in each language."""

    total: int
    in_language: dict[str, int]


def pairs(model: type[models.Model]) -> list[str]:
    """The names of the texts in two languages, without their endings."""
    return [f.name.removesuffix("_fr") for f in bilingual_fields(model) if f.name.endswith("_fr")]


def missing_in(model: type[models.Model], language: str) -> Q:
    """Records that say something in the other language only."""
    condition = Q(pk__in=[])
    for name in pairs(model):
        only = Q(**{f"{name}_{language}": ""}) & ~Q(**{f"{name}_{OTHER[language]}": ""})
        condition |= only
    return condition


def missing_names(record: models.Model, language: str) -> list[str]:
    """The texts of the record that exist in the other language only."""
    other = OTHER[language]
    return [
        name
        for name in pairs(type(record))
        if getattr(record, f"{name}_{other}") and not getattr(record, f"{name}_{language}")
    ]


def named(record: Any, column: str) -> str:
    """The name of a field, with its language where a form shows two."""
    return str(record._meta.get_field(column).verbose_name)


def coverage(kinds: list[type[models.Model]]) -> dict[type[models.Model], Coverage]:
    """The coverage of each kind, all in one query."""
    codes = [code for code, _name in settings.LANGUAGES]
    questions: list[Any] = [
        model._default_manager.order_by()
        .annotate(its_model=Value(model._meta.label))
        .values("its_model")
        .annotate(records=Count("pk"))
        .annotate(**{f"in_{code}": Count("pk", filter=~missing_in(model, code)) for code in codes})
        for model in kinds
    ]
    if not questions:
        return {}
    by_label = {model._meta.label: model for model in kinds}
    return {
        by_label[row["its_model"]]: Coverage(
            row["records"], {code: row[f"in_{code}"] for code in codes}
        )
        for row in questions[0].union(*questions[1:], all=True)
    }
