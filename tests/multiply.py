"""More rows for measurements: copies of the real records, with their relations."""

from django.db import models
from django_countries import countries

from programs.models import CountryProgramme


def multiply(model: type[models.Model], times: int) -> None:
    """Give every record of the model `times - 1` copies, tied to the same other records."""
    originals = list(model._default_manager.all())
    used = set(CountryProgramme.objects.values_list("country", flat=True))
    free = iter([code for code, _name in countries if code not in used])
    for number in range(1, times):
        copies = []
        for original in originals:
            copy = model._default_manager.get(pk=original.pk)
            copy.pk = None
            copy.slug = f"{original.slug[:65]}-copy-{number}"
            if hasattr(copy, "is_current"):
                copy.is_current = False
            if model is CountryProgramme:
                copy.country = next(free)
            if model._meta.model_name == "episode":
                copy.number += 1000 * number
            copies.append(copy)
        copies = model._default_manager.bulk_create(copies)
        for field in model._meta.many_to_many:
            copy_ties(field, originals, copies)


def copy_ties(field: models.ManyToManyField, originals: list, copies: list) -> None:
    through = field.remote_field.through
    own, other = field.m2m_field_name(), field.m2m_reverse_field_name()
    copy_of = {original.pk: copy.pk for original, copy in zip(originals, copies, strict=True)}
    through._default_manager.bulk_create(
        through(**{f"{own}_id": copy_of[row[0]], f"{other}_id": row[1]})
        for row in through._default_manager.filter(**{f"{own}__in": copy_of}).values_list(
            f"{own}_id", f"{other}_id"
        )
    )
