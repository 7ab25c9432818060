"""Where on this site a record is used: by token or address in a text, or beside another."""

from collections.abc import Callable, Iterable, Iterator
from functools import cache, lru_cache
from typing import Any, NamedTuple, TypeGuard

from django.apps import apps
from django.db import models
from django.db.models import Case, Q, Value, When
from django.utils.translation import get_language

from alima_site.editorial.listing import ready_listing
from alima_site.editorial.models import Content
from alima_site.editorial.places_of_use import places_of_use
from alima_site.editorial.prepared import prepared
from alima_site.editorial.signs import addresses_of, tokens_of


class Use(NamedTuple):
    """A public page that shows the record: the page's name, its address, where in it."""

    label: str
    url: str
    field: str


Fields = dict[type[models.Model], list[str]]
# Pages that name figures in code; their rooms register how to find them.
ANSWERS: list[Callable[[models.Model], Iterable[Use]]] = []


# The records in whose texts a sign stands, as rows of `model` and `object_id`; the search knows.
SIGNED: list[Callable[[list[Any]], models.QuerySet]] = []


def register(answer: Callable[[models.Model], Iterable[Use]]) -> None:
    ANSWERS.append(answer)


def uses_of(record: Any) -> list[Use]:
    """
    The public uses of any content, each once: where its token or its address stands in a
    text, and records tied to it. A figure's uses are those of its versions, too. Two queries:
    which kinds of content have any, and of these all.
    """
    found = [use for answer in ANSWERS for use in answer(record)]
    signs = [*tokens_of(record), *addresses_of(record)]
    values = {f"sign_{number}": sign for number, sign in enumerate(signs)}
    kind: Any = type(record)
    kinds = sorted(label for (label,) in _kinds_using(kind)(key=record.pk, **values))
    users, fields = _users(kind, get_language() or "", tuple(kinds))
    for use in users(key=record.pk, **values) if kinds else ():
        for number, field in enumerate(fields[type(use)]):
            if int(use.used_in) & 1 << number:
                found.append(Use(str(use), use.get_absolute_url(), field))
    return list(dict.fromkeys(found))


@cache
def _kinds_using(kind: Any) -> Callable[..., Iterable[tuple[str]]]:
    """The labels of the models that may use a record of this kind."""

    def build(key: Any, **signs: Any) -> models.QuerySet:
        labels = [signed(list(signs.values())).values_list("model") for signed in SIGNED]
        for model in filter(has_page, apps.get_models()):
            label = Value(model._meta.label_lower, models.CharField())
            labels += [
                found.annotate(model_label=label).values_list("model_label")
                for found in _tied(model, kind, key)
            ]
        return labels[0].union(*labels[1:])

    return prepared(build)


@lru_cache(maxsize=200)
def _users(
    kind: Any, language: str, labels: tuple[str, ...]
) -> tuple[Callable[..., list[Any]], Fields]:
    """
    The public records of some models that use one of this kind: a query that is made ready once
    in each language; and the names of the fields of each model, as their places are numbered.
    """
    fields: Fields = {}

    def kinds(key: Any, **signs: Any) -> Iterator[models.QuerySet]:
        for model in map(apps.get_model, labels):
            texts = list(signs.values())
            if has_page(model) and (places := places_of_use(model, kind, key, texts)):
                fields[model] = list(places)
                yield _using(model, places, kind, key, texts)

    return ready_listing(kinds, also="used_in"), fields


def has_page(model: type[models.Model]) -> TypeGuard[type[Content]]:
    """Whether readers find records of this kind somewhere; a picture is no page."""
    return issubclass(model, Content) and hasattr(model, "get_absolute_url")


def _candidates(model: Any, kind: Any, key: Any, signs: list[Any]) -> models.QuerySet:
    """
    The keys of all that may use the record, each found along an index: by its signs in texts,
    and by each relation that leads to it.
    """
    mine = {"model": model._meta.label_lower}
    sets = [signed(signs).filter(**mine).values("object_id") for signed in SIGNED]
    sets += [found.values("pk") for found in _tied(model, kind, key)]
    return sets[0].union(*sets[1:]) if len(sets) > 1 else sets[0]


def _tied(model: Any, kind: Any, key: Any) -> list[models.QuerySet]:
    """Those that a relation ties to the record, by relation; each is found along an index."""
    every: Any = model._base_manager.order_by()
    return [every.filter(tie) for tie in places_of_use(model, kind, key, []).values()]


def _using(
    model: Any, places: dict[str, Q], kind: Any, key: Any, signs: list[Any]
) -> models.QuerySet:
    """The other public records that use it; the bits of `used_in` say where."""
    used_in: Any = Value(0)
    for number, condition in enumerate(places.values()):
        used_in += Case(When(condition, then=Value(1 << number)), default=Value(0))
    found = model.objects.published().filter(pk__in=_candidates(model, kind, key, signs))
    if model is kind:
        found = found.exclude(pk=key)
    return found.annotate(used_in=used_in)
