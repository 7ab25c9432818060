"""In whose texts a token or an address stands: the search has each as a word of its own."""

from typing import Any

from django.db.models import QuerySet
from django.db.models.functions import Left

from alima_site.editorial.prepared import Parameter
from alima_site.portal.search.tables import SearchEntry, SearchWord
from alima_site.portal.search.words import LONGEST


def signed(signs: list[Any]) -> QuerySet:
    """Entries of the public records that have one of these signs in a text."""
    words = SearchWord.objects.filter(word__in=[_cut(sign) for sign in signs])
    return SearchEntry.objects.filter(pk__in=words.values("entry"))


def _cut(sign: Any) -> Any:
    """As long as the index keeps it."""
    return Left(sign, LONGEST) if isinstance(sign, Parameter) else sign[:LONGEST]
