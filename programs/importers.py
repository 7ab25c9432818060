"""Import of patient statistics: a year's figures, from a table."""

from collections.abc import Mapping, Sequence
from difflib import get_close_matches
from itertools import chain, count
from typing import Any

from django.db.models import Q
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from alima_site.editorial.held_codes import tokens_in_texts
from alima_site.editorial.imports import Importer, register
from alima_site.editorial.imports.columns import unknown
from alima_site.editorial.imports.importers import FaultAt, Values, needed
from alima_site.editorial.models import State
from programs.import_columns import COLUMNS, allowed_codes
from programs.import_sums import sums_of
from programs.models import PatientStatistic

Key = tuple[Any, ...]


@register
class StatisticImporter(Importer):
    kind = "statistics"
    title = gettext_lazy("A year’s figures")
    link = gettext_lazy("Import a year’s figures")
    advice = gettext_lazy(
        "One row for each indicator, country, place and period. An empty cell leaves a record as "
        "it is. A value that is not known has no row: it is never zero."
    )
    model = PatientStatistic
    columns = COLUMNS
    required = ("value",)
    naming = ("id", "country", "place", "indicator")
    can_publish = True

    def prepare(self, rows: Sequence[Values]) -> None:
        """The statistics the rows may be about, locked until the import is done."""
        ids = [values["id"] for values in rows if "id" in values]
        indicators = {values["indicator"] for values in rows if "indicator" in values}
        found = (
            PatientStatistic.objects.filter(Q(slug__in=ids) | Q(indicator__in=indicators))
            .select_for_update(of=("self",))
            .select_related("indicator", "programme", "source", "subset_of")
            .prefetch_related("partners", "further_sources", "conflicts_with")
        )
        self.by_slug = {record.slug: record for record in found}
        self.by_key: dict[Key, list[PatientStatistic]] = {}
        for record in found:
            self.by_key.setdefault(_key_of(record), []).append(record)

    def complete(self, values: Values) -> Values:
        """The year as two days; the unit compared."""
        indicator = values.get("indicator")
        if indicator and values.get("unit", indicator.unit) != indicator.unit:
            words = {"indicator": indicator.slug, "unit": indicator.get_unit_display()}
            raise FaultAt("unit", _("%(indicator)s is counted in: %(unit)s") % words)
        if "year" in values:
            year = {
                "period_start": f"{values['year']}-01-01",
                "period_end": f"{values['year']}-12-31",
            }
            for key, day in year.items():
                if values.get(key, day)[:4] != str(values["year"]):
                    raise FaultAt(
                        key, _("this is not in the year %(year)s") % {"year": values["year"]}
                    )
            values = year | values
        return values

    def find(self, values: Values) -> PatientStatistic | None:
        if record := self.by_slug.get(values.get("id", "")):
            return record
        found = self._same(values)
        if not found:
            for key in ("country", "indicator", "value", "source"):
                needed(values, key)
            return None
        slugs = ", ".join(record.slug for record in found)
        if "id" in values:
            raise FaultAt("id", _("unknown; the same is counted by %(ids)s") % {"ids": slugs})
        if len(found) > 1:
            reason = _(
                "several statistics count the same: %(ids)s. Say which one in the column “ID”"
            )
            raise FaultAt("value", reason % {"ids": slugs})
        return found[0]

    def _same(self, values: Values) -> list[PatientStatistic]:
        if "country" not in values or "indicator" not in values:
            return []
        country = values["country"]
        key = (
            values["indicator"].pk, country.pk if country else None, values.get("place", ""),
            values.get("period_start"), values.get("period_end"),
            values.get("reported_by", "ALIMA"),
        )  # fmt: skip
        return self.by_key.get(key, [])

    def start(self, values: Values, publish: bool) -> PatientStatistic:
        state = State.PUBLISHED if publish else State.DRAFT
        record = PatientStatistic(slug=values.get("id") or _address_word(values), state=state)
        if values.get("period_start") and "period_end" not in values:
            record.period_basis = PatientStatistic.Basis.OPEN
        return record

    def tie(self, record: PatientStatistic, values: Values, ids: Mapping[str, int]) -> None:
        if "subset_of" not in values:
            return
        slug = values["subset_of"]
        record.subset_of = PatientStatistic.objects.filter(slug=slug).first()
        if record.subset_of is None:
            if slug in ids:
                reason = _("%(id)s stands in row %(row)s: move that row above this one")
                raise FaultAt("subset_of", reason % {"id": slug, "row": ids[slug]})
            slugs = PatientStatistic.objects.values_list("slug", flat=True)
            raise FaultAt("subset_of", unknown(slug, get_close_matches(slug, list(slugs), 1)))

    def remember(self, record: PatientStatistic) -> None:
        if record.slug not in self.by_slug:
            self.by_slug[record.slug] = record
            self.by_key.setdefault(_key_of(record), []).append(record)

    def measure(self, rows: Sequence[Values]) -> dict[str, dict[str, str]]:
        indicators = {values["indicator"].pk for values in rows if "indicator" in values}
        indicators |= {record.indicator_id for record in self.by_slug.values()}
        return sums_of(indicators)

    def allowed(self) -> list[tuple[str, str, str]]:
        return allowed_codes()

    def why_not_deleted(self, records: Sequence[Any]) -> dict[int, str]:
        named = tokens_in_texts("stat")
        found = {}
        for record in records:
            if f"[[stat:{record.slug}]]" in named:
                found[record.pk] = _("a text shows this statistic; take it out there first.")
            elif record.disagreements.all():
                found[record.pk] = _("it stands in a disagreement; take it out there first.")
        return found


def _key_of(record: PatientStatistic) -> Key:
    days = (day and day.isoformat() for day in (record.period_start, record.period_end))
    return record.indicator_id, record.programme_id, record.place, *days, record.reported_by


def _address_word(values: Values) -> str:
    """The address word of a new statistic: ne-2024-sam_children, with a number where taken."""
    country = str(values["country"].country.code).lower() if values["country"] else "all"
    parts = [country, values.get("period_start", "")[:4]]
    parts += [values["indicator"].slug, values.get("place", "")]
    word = slugify("-".join(filter(None, parts)))[:75].strip("-")
    taken = set(
        PatientStatistic.objects.filter(slug__startswith=word).values_list("slug", flat=True)
    )
    return next(w for w in chain([word], (f"{word}-{n}" for n in count(2))) if w not in taken)
