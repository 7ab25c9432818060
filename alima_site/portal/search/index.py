"""Writes the index: the entries of records and their words. When, says keeping.py."""

from collections.abc import Iterable, Iterator
from typing import Any

from django.conf import settings
from django.db import models, transaction

from alima_site.editorial.tokens import TOKEN
from alima_site.portal.search.documents import Document, Passage, document
from alima_site.portal.search.equivalents import wordings
from alima_site.portal.search.searched import is_searched, searched_models, with_ties
from alima_site.portal.search.tables import SearchEntry, SearchWord
from alima_site.portal.search.words import (
    LONGEST,
    compounds,
    compressed,
    is_stop_word,
    stem,
    tokens,
)

Place = SearchWord.Place
BATCH = 500


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
    entry, language = document.entry, document.entry.language
    rows: dict[tuple[str, bool], SearchWord] = {}
    for sign in document.signs:
        word = sign[:LONGEST]
        rows[word, False] = SearchWord(entry=entry, language=language, word=word, place=Place.TEXT)
    for passage in document.passages:
        place, via = passage.place, passage.via
        for word, form in words_of(passage, language):
            key = (word, place == Place.WHOLE)
            if key not in rows or rows[key].place < place:
                rows[key] = SearchWord(
                    entry=entry,
                    language=language,
                    word=word,
                    stem=stem(word, language),
                    form=form[:LONGEST],
                    place=place,
                    via_model=via._meta.label_lower if via else "",
                    via_id=via.pk if via else None,
                )
    return list(rows.values())


def words_of(passage: Passage, language: str) -> Iterator[tuple[str, str]]:
    """Each as it is compared, and as it is written."""
    text = TOKEN.sub(" ", passage.text)
    if passage.place == Place.WHOLE:
        said = [(compressed(text), text)]
    else:
        said = [
            (token.word, each[token.start : token.end])
            for each in (text, *wordings(text, language))
            for token in tokens(each)
        ]
        said += [(compressed(form), form) for form in compounds(text)]
    return (each for each in said if each[0] and not is_stop_word(each[0], language))
