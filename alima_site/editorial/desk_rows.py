"""The rows of the desk that concern every kind of content; rooms register their own beside."""

import datetime
from collections.abc import Iterator
from itertools import groupby, islice
from typing import Any

from django.apps import apps
from django.db.models import Exists, F, OuterRef, Q, Subquery
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from alima_site.editorial import desk, tokens, wording
from alima_site.editorial.desk import Change, Row
from alima_site.editorial.languages import named
from alima_site.editorial.links import Pages, rich_fields
from alima_site.editorial.models import FigureVersion, Photo
from alima_site.editorial.summaries import (
    form_address,
    kinds,
    list_address,
    past_rows,
    summaries,
)

A_YEAR = datetime.timedelta(days=365)


def my_drafts(user: Any) -> Iterator[Row]:
    """Drafts the user worked on."""
    found = summaries(kinds(user), lambda model: Q(state="draft") & _touched_by(model, user))
    for each in found:
        when = date_format(timezone.localtime(each.row["updated_at"]), "SHORT_DATETIME_FORMAT")
        yield Row(each.label, each.form(), f"{each.kind}, {when}", action=_("go on"))


def _touched_by(model: Any, user: Any) -> Q:
    return Q(Exists(model.history.filter(id=OuterRef("pk"), history_user=user)))


def in_review(user: Any) -> Iterator[Row]:
    """What waits for a second pair of eyes, and who touched it last."""
    found = summaries(
        kinds(user),
        lambda model: Q(state="in_review"),
        lambda model: {"its_author": _author(model)},
    )
    for each in found:
        author = each.row["its_author"]
        by = _("%(kind)s, by %(author)s") % {"kind": each.kind, "author": author}
        detail = by if author else each.kind
        yield Row(each.label, each.form(), detail, _("in review"), "inferred", _("read"))


def _author(model: Any) -> Subquery:
    rows = model.history.filter(id=OuterRef("pk")).order_by("-history_date", "-history_id")
    return Subquery(rows.values("history_user__username")[:1])


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
                    f"{record} — {named(record, link.field)}",
                    form_address(model, record.pk, link.field),
                    link.address,
                    _("broken link"),
                    "conflict",
                    _("open the field"),
                )


def latest_changes(user: Any) -> Iterator[Change]:
    """From the history of all records: what somebody did at once is one line."""
    rows = past_rows(kinds(user, "view"), desk.CHANGES * 20)
    acts = groupby(rows, lambda row: (row["history_date"], row["its_author"], row["its_model"]))
    for (at, author, label), group in islice(acts, desk.CHANGES):
        touched = list(group)
        model = apps.get_model(label)
        if len(touched) > 1:
            what = f"{len(touched)} {model._meta.verbose_name_plural}"
            yield Change(at, author, what, list_address(model))
        else:
            name = tokens.plain(touched[0]["its_name"])
            is_gone = touched[0]["history_type"] == "-"
            what = _("%(name)s (deleted)") % {"name": name} if is_gone else name
            yield Change(at, author, what, "" if is_gone else form_address(model, touched[0]["id"]))


def pictures(user: Any) -> Iterator[Row]:
    """Photographs without words for those who do not see them, and consent about to end."""
    if not user.has_perm("editorial.change_photo"):
        return
    photo: Any
    for photo in Photo.objects.without_alt()[: desk.MOST]:
        missing = "alt_en" if photo.alt_fr else "alt_fr"
        detail = _("text instead of the picture is missing")
        yield Row(photo.title, form_address(Photo, photo.pk, missing), detail, action=_("write"))
    for photo in Photo.objects.consent_ending()[: desk.MOST]:
        until = {"date": date_format(photo.consent_expires_on)}
        detail = _("the consent ends on %(date)s") % until
        address = form_address(Photo, photo.pk, "consent_expires_on")
        yield Row(photo.title, address, detail, action=_("open"))


def register() -> None:
    desk.register_changes(latest_changes)
    desk.register("drafts", my_drafts)
    desk.register("review", in_review)
    desk.register("figures", figures_due)
    desk.register("pictures", pictures)
    desk.register("pictures", broken_links)
