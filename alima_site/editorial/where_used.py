"""Where on this site a record is used: by token or address in a text, or beside another."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from functools import cache, lru_cache
from typing import Any, NamedTuple, TypeGuard

from django.apps import apps
from django.db import models
from django.db.models import Case, Q, Value, When
from django.db.models.functions import StrIndex
from django.db.models.lookups import GreaterThan
from django.utils.translation import get_language
from translated_fields import show_language_code

from alima_site.editorial import tokens
from alima_site.editorial.fields import bilingual_fields
from alima_site.editorial.listing import ready_listing
from alima_site.editorial.models import Content, Figure, FigureVersion, Remembered
from alima_site.editorial.prepared import prepared


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
            if has_page(model) and (places := _places(model, kind, key, texts)):
                fields[model] = list(places)
                yield _using(model, places, kind, key, texts)

    return ready_listing(kinds, also="used_in"), fields


def has_page(model: type[models.Model]) -> TypeGuard[type[Content]]:
    """Whether readers find records of this kind somewhere; a picture is no page."""
    return issubclass(model, Content) and hasattr(model, "get_absolute_url")


def tokens_of(record: Any) -> list[str]:
    """How the tokens of a record begin."""
    if isinstance(record, Figure):
        return [f"[[figure:{record.slug}]]", f"[[figure:{record.slug}/"]
    if isinstance(record, FigureVersion):
        version = f"[[figure:{record.figure.slug}/{record.slug}]]"
        return [f"[[figure:{record.figure.slug}]]", version] if record.is_current else [version]
    # Other rooms name their kinds of tokens; a code no text names is found nowhere.
    return [f"[[{name}:{record.slug}]]" for name in tokens.KINDS if name != "figure"]


def addresses_of(record: Any) -> list[str]:
    """How links to the page of a record end; none where it stands on a page of many."""
    return [f'{path}"' for path in record.addresses().values() if path.endswith("/")]


def _places(
    model: type[Content], kind: type[models.Model], key: Any, signs: list[Any]
) -> dict[str, Q]:
    """The fields of a model that may name the record, by name, each with the condition."""
    places: dict[str, Q] = defaultdict(Q)
    with show_language_code(False):  # a text is one use, in whichever of its languages
        for field in bilingual_fields(model):
            for sign in signs:
                # Not `contains`, which would put each sign through three functions first.
                here = GreaterThan(StrIndex(field.name, sign), 0)
                places[str(field.verbose_name)] |= Q(here)
        for field in (*model._meta.fields, *model._meta.many_to_many):
            if condition := _tie(model, field, kind, key):
                places[str(field.verbose_name)] |= condition
        for part in apps.get_models():
            if issubclass(part, Remembered) and part.part_of:
                _add_rows(places, model, part, kind, key)
    return places


def _add_rows(places: dict[str, Q], model: Any, part: Any, kind: Any, key: Any) -> None:
    """Rows of the form of a record of this kind that are tied to the one that is used."""
    whole = part._meta.get_field(part.part_of)
    if whole.related_model is not model:
        return
    for field in (*part._meta.fields, *part._meta.many_to_many):
        if field is not whole and field.related_model is kind:
            rows = part._base_manager.filter(**{field.name: key})
            places[str(part._meta.verbose_name)] |= Q(pk__in=rows.values(whole.attname))


def _tie(model: type[Content], field: Any, kind: type[models.Model], key: Any) -> Q | None:
    """That a relation leads to the number; versions of a figure are no use of it."""
    if field.related_model is FigureVersion and kind is Figure:
        versions = FigureVersion.objects.filter(figure=key)
        return _holds(model, field, versions)
    if field.related_model is not kind or (model, field.name) == (FigureVersion, "figure"):
        return None
    return _holds(model, field, kind._default_manager.filter(pk=key))


def _holds(model: type[Content], field: Any, records: models.QuerySet) -> Q:
    keys = records.values("pk")
    if not field.many_to_many:
        return Q(**{f"{field.name}__in": keys})
    tied = model._default_manager.filter(**{f"{field.name}__in": keys})
    return Q(pk__in=tied.values("pk"))


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
    return [every.filter(tie) for tie in _places(model, kind, key, []).values()]


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


def tokens_in_texts(kind: str) -> set[str]:
    """The tokens of a kind that stand in any text, public or not. One query a kind of content."""
    found: set[str] = set()
    begins = f"[[{kind}:"
    for model in apps.get_models():
        if issubclass(model, Content):
            fields = [field.name for field in bilingual_fields(model)]
            named = Q(*((f"{name}__contains", begins) for name in fields), _connector=Q.OR)
            for texts in model.objects.filter(named).values_list(*fields) if fields else ():
                found |= {match[0] for text in texts for match in tokens.TOKEN.finditer(text)}
    return {token for token in found if token.startswith(begins)}


def held_by(record: Any) -> list[str]:
    """What would break if the record had another code: tokens in texts, pages that name it."""
    if isinstance(record, Figure):
        begins = tuple(tokens_of(record))
        named = [token for token in tokens_in_texts("figure") if token.startswith(begins)]
        return sorted(named) + [use.label for answer in ANSWERS for use in answer(record)]
    if isinstance(record, FigureVersion):
        return sorted(tokens_in_texts("figure") & {tokens_of(record)[-1]})
    own = {
        f"[[{name}:{record.slug}]]": name
        for name, kind in tokens.KINDS.items()
        if name != "figure" and kind.find({record.slug}).get(record.slug) == record
    }
    return [token for token, name in own.items() if token in tokens_in_texts(name)]
