"""Records of many kinds in one query, each with what its name and address need."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from django.db import DEFAULT_DB_ALIAS
from django.db.models import F, IntegerField, QuerySet, TextField, Value
from django.db.models.functions import Cast

from alima_site.editorial.models import Content
from alima_site.editorial.pages import without_accents
from alima_site.editorial.prepared import prepared


def ready_listing(
    kinds: Callable[..., Iterable[QuerySet]], *, also: str = ""
) -> Callable[..., list[Any]]:
    """
    Gives the records of all querysets, in their order and then by name, by a query that is
    made ready once (see prepared.py). `also` names an annotation of every queryset that comes
    along as text. What is not in `named_by` is read when asked for.
    """
    models: list[type[Content]] = []

    def build(**values: Any) -> QuerySet:
        found = list(kinds(**values))
        models[:] = [records.model for records in found]
        return _rows(found, also)

    rows = prepared(build)

    def listed(**values: Any) -> list[Any]:
        asked = rows(**values)  # the first time it builds, and then knows the kinds
        return _listed(models, asked, also)

    return listed


def _rows(found: list[QuerySet], also: str) -> Any:
    width = max(len(_paths(records.model)) for records in found)
    selects = [_select(number, records, width, also) for number, records in enumerate(found)]
    return selects[0].union(*selects[1:]) if len(selects) > 1 else selects[0].distinct()


def _listed(models: list[type[Content]], rows: Iterable[Any], also: str) -> list[Any]:
    found = [(number, _record(models[number], also, *texts)) for number, *texts in rows]
    found.sort(key=lambda each: (each[0], without_accents(str(each[1])), each[1].pk))
    return [record for _number, record in found]


def with_further_sources(*lists: Iterable[Any]) -> None:
    """Give records of several kinds their further sources, in one query."""
    owners = {(type(record), record.pk): record for records in lists for record in records}
    kinds = list(dict.fromkeys(model for model, _key in owners))
    selects = []
    for number, model in enumerate(kinds):
        field = model._meta.get_field("further_sources")
        name = field.related_query_name()
        sources = field.related_model.objects.filter(
            **{f"{name}__in": [key for kind, key in owners if kind is model]}
        )
        columns = {"of_kind": Value(number, IntegerField()), "owner": F(f"{name}__pk")}
        selects.append(sources.order_by().annotate(**columns))
    found: dict[Any, list[Any]] = {owner: [] for owner in owners}
    for source in selects[0].union(*selects[1:]) if selects else ():
        found[kinds[source.of_kind], source.owner].append(source)
    for owner, record in owners.items():
        sources = record.further_sources.get_queryset()
        sources._result_cache, sources._prefetch_done = sorted(found[owner], key=str), True
        record._prefetched_objects_cache = {
            **getattr(record, "_prefetched_objects_cache", {}),
            "further_sources": sources,
        }


def _paths(model: type[Content]) -> tuple[str, ...]:
    return ("pk", "slug", *model.named_by)


def _select(number: int, records: QuerySet, width: int, also: str) -> QuerySet:
    """Columns of one type and number, whatever the kind, as a union wants them."""
    columns: dict[str, Any] = {"of_kind": Value(number, IntegerField())}
    columns["also_read"] = Cast(F(also), TextField()) if also else Value("", TextField())
    paths = _paths(records.model)
    for place in range(width):
        text = F(paths[place]) if place < len(paths) else Value("")
        columns[f"text_{place}"] = Cast(text, TextField())
    return records.order_by().annotate(**columns).values_list(*columns)


def _record(model: Any, also: str, also_read: str, *texts: str | None) -> Any:
    own: dict[str, Any] = {}
    related: dict[str, dict[str, Any]] = {}
    for path, text in zip(_paths(model), texts, strict=False):
        relation, _, name = path.rpartition("__")
        if not relation:
            field = model._meta.pk if name == "pk" else model._meta.get_field(name)
            own[field.attname] = field.to_python(text)
        elif text is not None:
            related.setdefault(relation, {})[name] = text
    # In the order of the columns, as a query gives them.
    names = [field.attname for field in model._meta.concrete_fields if field.attname in own]
    record = model.from_db(DEFAULT_DB_ALIAS, names, [own[name] for name in names])
    for relation in _relations(model):
        values = related.get(relation)
        other = model._meta.get_field(relation).related_model
        setattr(record, relation, other(**values) if values else None)
    if also:
        setattr(record, also, also_read)
    return record


def _relations(model: type[Content]) -> Iterator[str]:
    return iter(dict.fromkeys(path.rpartition("__")[0] for path in model.named_by if "__" in path))
