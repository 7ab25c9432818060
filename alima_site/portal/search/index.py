"""
Keeps the index: rows are written in the transaction that writes the record. A save writes the
record's own rows, and those of the records that take a name or an address from it.
"""

from collections.abc import Iterable, Iterator
from typing import Any

from django.conf import settings
from django.db import models, transaction
from django.db.models.signals import m2m_changed, post_delete, post_save

from alima_site.editorial.content_load import content_loaded, loading
from alima_site.editorial.models import Content, FigureVersion
from alima_site.editorial.tokens import TOKEN
from alima_site.portal.search.documents import (
    Document,
    Passage,
    document,
    is_searched,
    searched_models,
    tied_fields,
    with_ties,
)
from alima_site.portal.search.equivalents import wordings
from alima_site.portal.search.tables import SearchEntry, SearchWord
from alima_site.portal.search.words import (
    LONGEST,
    compounds,
    compressed,
    is_stop_word,
    stem,
    tokens,
)
from programs.models import Presence
from research.models import Membership

Place = SearchWord.Place
BATCH = 500
# Rows that another record's page shows as its own, by the name of that relation.
PARTS: dict[type[models.Model], str] = {
    FigureVersion: "figure",
    Membership: "collaboration",
    Presence: "programme",
}


@transaction.atomic
def rebuild() -> int:
    """Everything anew; the number of records that can be found."""
    SearchWord.objects.all().remove()
    SearchEntry.objects.all().remove()
    found = 0
    for model in searched_models():
        keys = list(model.objects.order_by("pk").values_list("pk", flat=True))
        for start in range(0, len(keys), BATCH):
            found += write(model, keys[start : start + BATCH])
    return found


@transaction.atomic
def write(model: type[models.Model], keys: Iterable[Any]) -> int:
    """The rows of these records as they are now."""
    manager: Any = model._default_manager
    forget(model, keys)
    found = [r for r in with_ties(manager.filter(pk__in=keys)) if is_searched(r)]
    documents = [document(record, code) for record in found for code, _name in settings.LANGUAGES]
    # Two editors may write the same record at once: then the later rows stay.
    SearchEntry.objects.bulk_create(
        [each.entry for each in documents],
        batch_size=BATCH,
        update_conflicts=True,
        unique_fields=["model", "object_id", "language"],
        update_fields=["kind", "slug", "title", "title_language", "url", "text", "length"],
    )
    rows = [row for each in documents for row in rows_of(each)]
    SearchWord.objects.bulk_create(rows, batch_size=BATCH)
    return len(found)


def forget(model: type[models.Model], keys: Iterable[Any]) -> None:
    entries = SearchEntry.objects.filter(model=model._meta.label_lower, object_id__in=keys)
    SearchWord.objects.filter(entry__in=list(entries.values_list("pk", flat=True))).remove()
    entries.remove()


def rows_of(document: Document) -> list[SearchWord]:
    """One row a word: the best place in which it stands."""
    rows: dict[tuple[str, bool], SearchWord] = {}
    for sign in document.signs:
        word = sign[:LONGEST]
        row = SearchWord(entry=document.entry, language=document.entry.language, word=word)
        row.place = Place.TEXT
        rows[word, False] = row
    for passage in document.passages:
        for row in words_of(document.entry, passage):
            key = (row.word, row.place == Place.WHOLE)
            if key not in rows or rows[key].place < row.place:
                rows[key] = row
    return list(rows.values())


def words_of(entry: SearchEntry, passage: Passage) -> Iterator[SearchWord]:
    language, place = entry.language, passage.place
    via = passage.via
    text = TOKEN.sub(" ", passage.text)
    if place == Place.WHOLE:
        said = [(compressed(text), text)]
    else:
        said = [
            (token.word, each[token.start : token.end])
            for each in (text, *wordings(text, language))
            for token in tokens(each)
        ]
        said += [(compressed(form), form) for form in compounds(text)]
    for word, form in said:
        if word and not is_stop_word(word, language):
            yield SearchWord(
                entry=entry,
                language=language,
                word=word,
                stem=stem(word, language),
                form=form[:LONGEST],
                place=place,
                via_model=via._meta.label_lower if via else "",
                via_id=via.pk if via else None,
            )


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
