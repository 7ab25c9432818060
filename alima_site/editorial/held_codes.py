"""Codes that texts name, public or not: who changed one would leave them without their value."""

from typing import Any

from django.apps import apps
from django.db.models import Q

from alima_site.editorial.fields import bilingual_fields
from alima_site.editorial.models import Content, Figure, FigureVersion
from alima_site.editorial.signs import tokens_of
from alima_site.editorial.token_kinds import KINDS
from alima_site.editorial.tokens import TOKEN
from alima_site.editorial.where_used import ANSWERS


def tokens_in_texts(kind: str) -> set[str]:
    """The tokens of a kind that stand in any text, public or not. One query a kind of content."""
    found: set[str] = set()
    begins = f"[[{kind}:"
    for model in apps.get_models():
        if issubclass(model, Content):
            fields = [field.name for field in bilingual_fields(model)]
            named = Q(*((f"{name}__contains", begins) for name in fields), _connector=Q.OR)
            for texts in model.objects.filter(named).values_list(*fields) if fields else ():
                found |= {match[0] for text in texts for match in TOKEN.finditer(text)}
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
        for name, kind in KINDS.items()
        if name != "figure" and kind.find({record.slug}).get(record.slug) == record
    }
    return [token for token, name in own.items() if token in tokens_in_texts(name)]
