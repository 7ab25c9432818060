"""The columns of a table of patient statistics: those of the open data, and what staff add."""

from typing import Any

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django_countries import countries

from alima_site.editorial.imports.columns import (
    Cell,
    Choice,
    Day,
    ImportColumn,
    Number,
    PartialDate,
    Year,
)
from alima_site.editorial.imports.records import Record, Records
from alima_site.editorial.models import Confidence, Indicator, Qualifier, Source, Unit
from partners.models import Partner
from programs.models import CountryProgramme, PatientStatistic

NAMES = ("name_fr", "name_en")
EVERYWHERE = (
    "ALL",
    "tous",
    "tous les pays",
    "plusieurs pays",
    "all countries",
    "several countries",
)


def _codes(programme: CountryProgramme) -> list[str]:
    code = str(programme.country)
    return [code, countries.alpha3(code)]


COUNTRY = Record(CountryProgramme, NAMES, more=_codes, none=EVERYWHERE)
INDICATOR = Record(Indicator, NAMES)
SOURCE = Record(Source, ("url", "title"))
PARTNERS = Records(Partner, ("acronym", *NAMES))

COLUMNS = [
    ImportColumn(
        "id", "Identifiant", "ID", "#meta+id",
        _(
            "The address word of the statistic. Empty: found by indicator, country, place, "
            "period and reporter, or new."
        ),
        ("code de la statistique", "statistic"),
    ),
    ImportColumn(
        "country", "Code pays", "Country code", "#country+code+v_iso3",
        _("ISO code of three or two letters, or the name; ALL for all countries, or several."),
        ("pays", "country", "iso3", "iso2", "code iso", "country fr", "country en", "pays fr"),
        COUNTRY, "programme",
    ),
    ImportColumn("place", "Lieu", "Place", "#loc+name", _("Empty: the whole country."),
                 ("localité", "site", "location"), Cell(), "place"),
    ImportColumn(
        "indicator", "Code indicateur", "Indicator code", "#indicator+code",
        _("The code of what is counted, or its name."),
        ("indicateur", "indicator", "indicator fr", "indicator en"), INDICATOR, "indicator",
    ),
    ImportColumn("value", "Valeur", "Value", "#indicator+value+num", _("A whole number."),
                 ("nombre", "number", "chiffre", "effectif"), Number(), "value"),
    ImportColumn("unit", "Unité", "Unit", "#indicator+unit",
                 _("Only compared with the unit of the indicator."), (), Choice(Unit)),
    ImportColumn("qualifier", "Précision", "Qualifier", "#indicator+value+qualifier",
                 _("How the number was printed. Empty: exact."), ("qualificatif",),
                 Choice(Qualifier), "qualifier"),
    ImportColumn("year", "Année", "Year", "#date+year",
                 _("A calendar year, in place of two dates."), ("exercice",), Year()),
    ImportColumn("period_start", "Du", "From", "#date+start", _("First day, as 01/01/2024."),
                 ("début", "date de début", "start", "period from", "période du"),
                 Day(), "period_start"),
    ImportColumn("period_end", "Au", "To", "#date+end", _("Last day, as 31/12/2024."),
                 ("fin", "date de fin", "end", "period to", "période au"), Day(), "period_end"),
    ImportColumn("period_basis", "Statut de la période", "Period status", "#status+period",
                 _("How the period is known. Empty: stated."),
                 ("origine de la période",), Choice(PatientStatistic.Basis), "period_basis"),
    ImportColumn("reported_by", "Communiqué par", "Reported by", "#org+reporting+name",
                 _("Who gave the number. Empty: ALIMA."), ("rapporté par",), Cell(), "reported_by"),
    ImportColumn("partners", "Partenaires", "Partners", "#org+impl+name",
                 _("Codes or acronyms, separated by semicolons."), ("partenaire", "partner"),
                 PARTNERS, "partners"),
    ImportColumn("subset_of", "Partie de", "Part of", "#meta+whole",
                 _("ID of the statistic this one is part of."), ("sous ensemble de", "subset of")),
    ImportColumn("hint_fr", "Ce qui est compté (fr)", "Counted (fr)", "#indicator+description+i_fr",
                 _("What exactly was counted, in French."), (), Cell(), "hint_fr"),
    ImportColumn("hint_en", "Ce qui est compté (en)", "Counted (en)", "#indicator+description+i_en",
                 _("What exactly was counted, in English."), (), Cell(), "hint_en"),
    ImportColumn("source", "Code source", "Source code", "#meta+source+id",
                 _("The code of the source, its address or its title. Every new row needs one."),
                 ("source link", "lien de la source", "source"), SOURCE, "source"),
    ImportColumn("source_published", "Source publiée", "Source published", "#date+published",
                 _("When the source came out: 2025, 2025-03 or a day."), (), PartialDate(),
                 "source_published"),
    ImportColumn("confidence", "Fiabilité", "Confidence", "#status+quality",
                 _("Empty: stated."), ("confiance",), Choice(Confidence), "confidence"),
    ImportColumn("note_fr", "Note (fr)", "Note (fr)", "#meta+note+i_fr",
                 _("What a reader must know, in French."), (), Cell(), "note_fr"),
    ImportColumn("note_en", "Note (en)", "Note (en)", "#meta+note+i_en",
                 _("What a reader must know, in English."), (), Cell(), "note_en"),
    ImportColumn("reason_fr", "Motif (fr)", "Reason (fr)", "#x_reason+i_fr",
                 _("Why a published number changes, in French; it stands on the corrections page."),
                 ("motif de la correction",)),
    ImportColumn("reason_en", "Motif (en)", "Reason (en)", "#x_reason+i_en",
                 _("Why a published number changes, in English; "
                   "it stands on the corrections page.")),
]  # fmt: skip


def allowed_codes() -> list[tuple[str, str, str]]:
    """What a file may hold in the columns of codes: label of the column, code, meaning."""
    lists: dict[str, list[Any]] = {
        "country": [("ALL", gettext("all countries, or several"))],
        "indicator": [(one.slug, f"{one.name} ({one.unit})") for one in Indicator.objects.all()],
        "source": [(one.slug, one.title) for one in Source.objects.all()],
        "partners": [(one.slug, str(one)) for one in Partner.objects.all()],
        "qualifier": Qualifier.choices,
        "period_basis": PatientStatistic.Basis.choices,
        "confidence": Confidence.choices,
        "unit": Unit.choices,
    }
    for programme in CountryProgramme.objects.all():
        lists["country"].append((_codes(programme)[1], str(programme)))
    labels = {column.key: column.label for column in COLUMNS}
    return [(labels[key], code, str(name)) for key, codes in lists.items() for code, name in codes]
