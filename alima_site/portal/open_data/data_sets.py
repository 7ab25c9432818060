"""The data sets and their columns. A column is added at the end, never renamed or moved."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from alima_site.editorial.models import FigureVersion
from alima_site.portal.open_data.columns import (
    PROVENANCE,
    Column,
    country_code,
    field,
    identified,
    in_both,
    iso3,
    joined,
)
from alima_site.portal.open_data.derived import Derived
from alima_site.portal.who_does_what.all_countries import everywhere
from partners.models import LedgerRow, Partner
from programs.models import PatientStatistic, Project
from research.models import Study


@dataclass(frozen=True)
class DataSet:
    """Records that go into one file; `records` gives them with all that its columns name."""

    name: str
    title: Any
    description: Any
    records: Callable[[], QuerySet | Derived]
    columns: list[Column]


def _acronyms(record: Any) -> str:
    return joined(partner.acronym for partner in record.public_partners)


def _topics(code: str) -> Callable[[Any], str]:
    return lambda record: joined(getattr(t, f"name_{code}") for t in record.public_topics)


def _places(code: str) -> Callable[[Any], str]:
    """Those of a project; a study names countries only."""
    return lambda row: getattr(row.of, f"places_{code}", "")


def _said(name: str, code: str) -> Callable[[Any], str]:
    """A text that a row keeps in each language."""
    return lambda row: getattr(row, name)[code]


PERIOD_START = _("First day of the period; empty where unknown.")
PERIOD_END = _("Last day of the period; empty where it is open or unknown.")
PARTIAL = _("A year, a month or a day: 2024, 2024-02 or 2024-02-27.")
PARTNERS = _("Partners, by short name, separated by semicolons.")

STATISTICS = DataSet(
    "statistics",
    _("Patient statistics"),
    _(
        "Published numbers of patients, consultations and other acts of ALIMA and its partners, "
        "one for each indicator, place and period, with its source. Do not add rows of different "
        "indicators, countries, places or reporters."
    ),
    PatientStatistic.objects.for_explorer,
    [
        identified(),
        *in_both("Country", "#country+name", _("Empty: all countries, or several."), "programme.name"),
        country_code("programme.country"),
        Column("Place", "#loc+name", _("Empty: the whole country."), field("place")),
        Column("Indicator code", "#indicator+code", _("What was counted."), field("indicator.slug")),
        *in_both("Indicator", "#indicator+name", _("What was counted."), "indicator.name"),
        Column("Unit", "#indicator+unit", _("What is counted, in one word."), field("indicator.unit")),
        Column("Value", "#indicator+value+num", _("Empty where it is suppressed."), field("value"), "integer"),
        Column("Qualifier", "#indicator+value+qualifier", _("exact, more_than, nearly or about, as it was printed."), field("qualifier")),
        Column("Value status", "#status+value", _("“shown”, or “suppressed”: small counts of people, and values they could be worked out from."), lambda row: "suppressed" if row.withheld else "shown"),
        Column("From", "#date+start", PERIOD_START, field("period_start"), "date"),
        Column("To", "#date+end", PERIOD_END, field("period_end"), "date"),
        Column("Year", "#date+year", _("Where the period is one calendar year."), field("whole_year"), "integer"),
        Column("Period status", "#status+period", _("How the period is known: stated, inferred, open, end inferred or not stated."), field("period_basis")),
        Column("Reported by", "#org+reporting+name", _("Who gave the number."), field("reported_by")),
        Column("Partners", "#org+impl+name", PARTNERS, _acronyms),
        Column("Part of", "#meta+whole", _("ID of the row this one is part of."), field("whole_slug")),
        Column("Disagrees with", "#meta+conflict", _("IDs of rows with another number for the same, separated by semicolons."), lambda row: joined(other.slug for other in row.disagreeing)),
        *in_both("Counted", "#indicator+description", _("What exactly was counted."), "hint"),
        *PROVENANCE,
    ],
)  # fmt: skip

FIGURES = DataSet(
    "figures",
    _("Headline figures"),
    _(
        "The headline numbers of ALIMA in all their published versions, each with the period as "
        "it was printed and its source. At most one version of a figure is current."
    ),
    lambda: (
        FigureVersion.objects.published()
        .with_sources()
        .select_related("figure")
        .order_by("figure__slug", "slug")
    ),
    [
        identified(),
        Column("Figure code", "#indicator+code", _("Versions of one figure share it."), field("figure.slug")),
        *in_both("Figure", "#indicator+name", _("What is measured."), "figure.label"),
        Column("Theme", "#indicator+theme", _("Group of figures."), field("figure.theme")),
        Column("Compared with", "#indicator+group", _("Figures with the same word are compared."), field("figure.group")),
        Column("Unit", "#indicator+unit", _("What is counted, in one word."), field("figure.unit")),
        *in_both("Definition", "#indicator+description", _("As its publisher defines it."), "figure.definition"),
        Column("Value", "#indicator+value+num", _("The value of this version."), field("value"), "number"),
        Column("Qualifier", "#indicator+value+qualifier", _("exact, more_than, nearly or about, as it was printed."), field("qualifier")),
        Column("Current", "#status+current", _("Whether this version is shown by default."), field("is_current"), "boolean"),
        *in_both("Version", "#meta+version", _("What this source counts, in its words."), "label"),
        *in_both("Period as printed", "#meta+period+printed", _("The words of the source."), "period_as_printed"),
        Column("From", "#date+start", PERIOD_START, field("period_start"), "date"),
        Column("To", "#date+end", PERIOD_END, field("period_end"), "date"),
        Column("True as of", "#date+reported", PARTIAL, field("as_of")),
        Column("Countries", "#meta+countries+num", _("How many countries the source names beside it."), field("countries"), "integer"),
        *PROVENANCE,
    ],
)  # fmt: skip

PARTNERS_SET = DataSet(
    "partners",
    _("Partners"),
    _(
        "The national medical NGOs of the alliance and other NGOs that projects were run with: "
        "names, country, the year the work together began, and where this is published."
    ),
    lambda: Partner.objects.published().with_sources().with_topics().order_by("slug"),
    [
        identified(),
        Column("Short name", "#org+impl+acronym", _("As everybody says it."), field("acronym")),
        *in_both("Name", "#org+impl+name", _("Full name."), "name"),
        Column("Kind", "#org+impl+type", _("alliance-member or operational-partner."), field("kind")),
        country_code("country"),
        Column("Founded", "#date+founded+year", _("Empty: not published."), field("founded_year"), "integer"),
        Column("With ALIMA since", "#date+start+year", _("Empty: not published."), field("alliance_year"), "integer"),
        *in_both("Role", "#org+impl+description", _("Who they are, what is done."), "role"),
        *in_both("Places", "#loc+name", _("Separated by semicolons."), "places"),
        *(Column(f"Topics ({code})", f"#sector+name+i_{code}", _("Separated by semicolons."), _topics(code)) for code in ("fr", "en")),
        Column("Website", "#org+impl+url", _("Empty: none was found."), field("website")),
        *PROVENANCE,
    ],
)  # fmt: skip

PROJECTS = DataSet(
    "projects",
    _("Projects: who does what, where (3W)"),
    _(
        "The projects of ALIMA and its partners by country, place, topic and period, in the "
        "layout of humanitarian 3W tables (who does what, where)."
    ),
    lambda: Project.objects.for_list().order_by("slug"),
    [
        identified(),
        Column("Partner organisations", "#org+impl+name", PARTNERS, _acronyms),
        *(Column(f"Sectors ({code})", f"#sector+cluster+name+i_{code}", _("Topics, separated by semicolons."), _topics(code)) for code in ("fr", "en")),
        *in_both("Project", "#activity+project+name", _("Name of the project."), "name"),
        *in_both("Summary", "#activity+project+description", _("In one sentence."), "summary"),
        *in_both("Country", "#country+name", _("Empty: several countries."), "programme.name"),
        country_code("programme.country"),
        *in_both("Places", "#adm1+name", _("Districts or towns, as the source names them."), "places"),
        Column("From", "#date+start", PARTIAL, field("start")),
        Column("To", "#date+end", PARTIAL, field("end")),
        *PROVENANCE,
    ],
)  # fmt: skip

STUDIES = DataSet(
    "studies",
    _("Studies"),
    _(
        "Studies, trials and research projects with their registration number, countries, "
        "period, and main result, favourable or not, where one is published."
    ),
    lambda: Study.objects.for_list().with_sources().order_by("slug"),
    [
        identified(),
        *in_both("Short title", "#activity+code", _("As it is called."), "short_title"),
        *in_both("Title", "#activity+name", _("In words."), "title"),
        *(Column(f"Diseases ({code})", f"#sector+name+i_{code}", _("Separated by semicolons."), _topics(code)) for code in ("fr", "en")),
        *in_both("Design", "#activity+type", _("Design of the study."), "design"),
        Column("Country codes", "#country+code+v_iso3+list", _("ISO 3166-1 alpha-3, separated by semicolons."), lambda study: joined(iso3(country.code) for country in study.countries)),
        Column("From", "#date+start", PARTIAL, field("start")),
        Column("To", "#date+end", PARTIAL, field("end")),
        Column("Registration", "#activity+code+registry", _("Number in a registry of trials; empty: none was found."), field("registration_id")),
        Column("Registry link", "#meta+registry+url", _("Where it is registered."), field("registry_url")),
        *in_both("Status", "#status", _("As the source says."), "status"),
        *in_both("Sponsor", "#org+funding+name", _("Who answers for it."), "sponsor"),
        *in_both("Main result", "#description+result", _("Empty: none is recorded here."), "main_result"),
        *PROVENANCE,
    ],
)  # fmt: skip

WHO_DOES_WHAT = DataSet(
    "who-does-what",
    _("Who does what, where (3W)"),
    _(
        "Organisations and what each does in a country, one activity a row: ALIMA, ministries of "
        "health, local NGOs, research bodies and funders, in the layout of humanitarian 3W tables."
    ),
    lambda: Derived(everywhere),
    [
        identified(),
        *(Column(f"Organisation ({code})", f"#org+name+i_{code}", _("Who does it."), _said("organisation", code)) for code in ("fr", "en")),
        Column("Organisation type", "#org+type", _("international-ngo, government, local-ngo, research or donor."), field("kind")),
        *(Column(f"Activity ({code})", f"#activity+name+i_{code}", _("The project or study, or what is done in general."), _said("doing", code)) for code in ("fr", "en")),
        Column("Activity ID", "#activity+code", _("ID of the project or study in its own file; empty for others."), field("of.slug")),
        *(Column(f"Sectors ({code})", f"#sector+cluster+name+i_{code}", _("Topics, separated by semicolons."), lambda row, code=code: joined(getattr(t, f"name_{code}") for t in row.topics)) for code in ("fr", "en")),
        *in_both("Country", "#country+name", _("Where."), "country.name"),
        country_code("country.country"),
        *(Column(f"Places ({code})", f"#adm1+name+i_{code}", _("Districts or towns, as the source names them."), _places(code)) for code in ("fr", "en")),
        Column("From", "#date+start", PARTIAL, field("start")),
        Column("To", "#date+end", PARTIAL, field("end")),
        Column("Status", "#status", _("“ended” where a published end is past; empty: not published."), field("status")),
        Column("Confidence", "#status+quality", _("“stated”: the source says it; “inferred”: part of it was deduced."), field("record.confidence")),
        Column("Source", "#meta+source+name", _("Title of the main source."), field("record.source.title")),
        Column("Source link", "#meta+source+url", _("Where it can be read."), field("record.source.url")),
        Column("Updated", "#date+updated", _("Last change."), field("record.updated_at"), "date"),
    ],
)  # fmt: skip

LEDGER = DataSet(
    "ledger",
    _("Ledger of what is shared with partners"),
    _(
        "What ALIMA shares with each partner by year, such as funds passed on, projects co-led and "
        "seats on the Board, each with its source. Amounts are in the currency of the source: "
        "never add rows of different currencies, measures or partners."
    ),
    LedgerRow.objects.for_page,
    [
        identified(),
        Column("Partner", "#org+impl+acronym", _("As everybody says it."), field("partner.acronym")),
        Column("Year", "#date+year", _("The calendar year."), field("year"), "integer"),
        Column("Measure", "#indicator+code", _("funds, share, projects, seats, trainings or step."), field("measure")),
        Column("Value", "#indicator+value+num", _("Empty for a step."), field("value"), "number"),
        Column("Qualifier", "#indicator+value+qualifier", _("exact, more_than, nearly or about, as it was printed."), field("qualifier")),
        Column("Currency", "#indicator+currency+code", _("ISO 4217, for funds only."), field("currency")),
        *in_both("Counted", "#indicator+description", _("What exactly was counted, or which step it was."), "text"),
        *PROVENANCE,
    ],
)  # fmt: skip

ALL = (STATISTICS, FIGURES, PARTNERS_SET, PROJECTS, STUDIES, WHO_DOES_WHAT, LEDGER)
DATA_SETS = {each.name: each for each in ALL}
