"""The rows of the desk about the two languages of a text: one is missing, or older."""

from collections.abc import Iterator
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.contrib.contenttypes.prefetch import GenericPrefetch
from django.db.models import Case, Q, Value, When
from django.utils.translation import gettext as _

from alima_site.editorial import desk
from alima_site.editorial.desk import Row
from alima_site.editorial.languages import OTHER, missing_in, named, pairs
from alima_site.editorial.models import TranslationCheck
from alima_site.editorial.summaries import (
    form_address,
    kinds,
    summaries,
)


def translations_to_check(user: Any) -> Iterator[Row]:
    """Texts of which one language changed after the other."""
    models = kinds(user)
    mine = ContentType.objects.get_for_models(*models).values()
    checks = TranslationCheck.objects.filter(content_type__in=mine).select_related("changed_by")
    records = [each.objects.select_related(*getattr(each, "listed_with", ())) for each in models]
    for check in checks.prefetch_related(GenericPrefetch("record", records))[: desk.MOST]:
        if check.record is None:
            continue
        older = (
            _("English older than the French")
            if check.language == "en"
            else _("French older than the English")
        )
        model: Any = type(check.record)
        yield Row(
            f"{check.record} — {named(check.record, check.column)}",
            form_address(model, check.object_id, check.column),
            older,
            action=_("see the difference"),
        )


def missing_translations(user: Any) -> Iterator[Row]:
    """Texts that exist in one language only."""
    found = summaries(
        kinds(user),
        lambda model: (missing_in(model, "fr") | missing_in(model, "en")) & ~Q(state="archived"),
        lambda model: {"its_field": Case(*map(_missing, _columns(model)), default=Value(""))},
    )
    for each in found:
        name = each.row["its_field"]
        lacks = _("French is missing") if name.endswith("_fr") else _("English is missing")
        label = f"{each.label} — {named(each.model, name)}"
        yield Row(label, each.form(name), lacks, action=_("open the field"))


def _columns(model: Any) -> list[str]:
    return [f"{name}_{code}" for name in pairs(model) for code in OTHER]


def _missing(column: str) -> When:
    other = f"{column[:-2]}{OTHER[column[-2:]]}"
    return When(Q(**{column: ""}) & ~Q(**{other: ""}), then=Value(column))


def register() -> None:
    desk.register("translations", translations_to_check)
    desk.register("translations", missing_translations)
