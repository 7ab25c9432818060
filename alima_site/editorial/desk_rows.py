"""The rows of the desk that concern every kind of content; rooms register their own beside."""

import datetime
from collections.abc import Iterator
from typing import Any

from django.db.models import Case, F, Q, Value, When
from django.utils import timezone
from django.utils.translation import gettext as _

from alima_site.editorial import desk, wording
from alima_site.editorial.desk import Row
from alima_site.editorial.languages import OTHER, missing_in, pairs
from alima_site.editorial.links import Pages, rich_fields
from alima_site.editorial.models import FigureVersion
from alima_site.editorial.summaries import Summary, form_address, kinds, summaries

A_YEAR = datetime.timedelta(days=365)


def in_review(user: Any) -> Iterator[Row]:
    for each in summaries(kinds(user), lambda model: Q(state="in_review")):
        yield Row(each.label, each.form(), each.kind, _("in review"), "inferred", _("read"))


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
        label = f"{each.label} — {field_name(each, name)}"
        yield Row(label, each.form(name), lacks, action=_("open the field"))


def _columns(model: Any) -> list[str]:
    return [f"{name}_{code}" for name in pairs(model) for code in OTHER]


def _missing(column: str) -> When:
    other = f"{column[:-2]}{OTHER[column[-2:]]}"
    return When(Q(**{column: ""}) & ~Q(**{other: ""}), then=Value(column))


def field_name(each: Summary, column: str) -> str:
    field: Any = each.model._meta.get_field(column)
    return str(field.verbose_name)


def figures_due(user: Any) -> Iterator[Row]:
    """Current values that are a year old, and at which nobody looked for a year."""
    if not user.has_perm("editorial.change_figureversion"):
        return
    today = timezone.localdate()
    year_ago = today - A_YEAR
    shown = FigureVersion.objects.published().filter(is_current=True).select_related("figure")
    due = shown.filter(Q(looked_at=None) | Q(looked_at__lt=year_ago))
    for version in due.order_by(F("looked_at").asc(nulls_first=True), "as_of", "slug"):
        as_of = version.as_of or (version.period_end and str(version.period_end)) or ""
        if as_of and as_of >= str(year_ago)[: len(as_of)]:
            continue
        said = _("true as of %(date)s") % {"date": wording.partial_date(as_of)} if as_of else ""
        yield Row(
            str(version.figure.label),
            form_address(FigureVersion, version.pk, "looked_at"),
            said or _("without a date"),
            _("a year old"),
            action=_("confirm or renew"),
        )


def broken_links(user: Any) -> Iterator[Row]:
    """Links to pages of our own that are not there, or not public."""
    linking = [model for model in kinds(user) if rich_fields(model)]
    pages = Pages()
    for model in linking:
        condition = Q(pk__in=[])
        for name in rich_fields(model):
            condition |= Q(**{f"{name}__contains": "href="})
        for record in model.objects.filter(condition).exclude(state="archived"):
            for link in pages.broken(record):
                yield Row(
                    f"{record} — {model._meta.get_field(link.field).verbose_name}",
                    form_address(model, record.pk, link.field),
                    link.address,
                    _("broken link"),
                    "conflict",
                    _("open the field"),
                )


def register() -> None:
    desk.register("review", in_review)
    desk.register("translations", missing_translations)
    desk.register("figures", figures_due)
    desk.register("pictures", broken_links)
