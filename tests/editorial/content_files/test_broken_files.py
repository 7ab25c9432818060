"""A file with a fault is refused with file, line and column, and nothing is written."""

import pytest
from django.core.management import CommandError, call_command

from alima_site.editorial.models import Indicator
from tests.editorial.content_files.edits import edit

pytestmark = pytest.mark.django_db


BROKEN = {
    "unknown source id": (
        "partners.csv", "job-niger;ne-2020", "no-such-source;ne-2020", "line 2", "source_id",
    ),
    "unknown further source id": (
        "partners.csv", "job-niger;ne-2020", "job-niger;no-such", "line 2", "source_id",
    ),
    "no source": ("quotes.csv", "access to care,HT,ht-2024", "access to care,HT,", "line", "source_id"),
    "bad date": ("programmes.csv", "befen,2012,,", "befen,2012-13,,", "line 3", "start"),
    "bad full date": (
        "patient_statistics.csv", "650000,exact,people,2015-01-01", "650000,exact,people,2015-02-30",
        "line 2", "period_start",
    ),
    "bad year": ("countries.csv", "Niger,Niger,2009", "Niger,Niger,MMIX", "line 2", "start_year"),
    "duplicate id": ("studies.csv", "\ntreatfood,", "\nmuac-mothers,", "line 3", "id"),
    "missing column": ("collaborations.csv", ",kind,", ",sort,", "line 1", "kind"),
    "unknown column": ("collaborations.csv", ",note\n", ",note,extra\n", "line 1", "extra"),
    "unknown kind": ("sources.csv", ",ngo-page,", ",web-page,", "line 2", "kind"),
    "not a number": ("headline_figures.csv", ",50,%,", ",fifty,%,", "line 2", "value"),
    "negative count": (
        "patient_statistics.csv", ",650000,exact", ",-650000,exact", "line 2", "value",
    ),
    "period ends before it starts": (
        "patient_statistics.csv", "2015-01-01,2015-12-31", "2015-01-01,2014-12-31", "line 2", "id",
    ),
    "two current versions": ("headline_figures.csv", "research-ongoing,,", "patients-total,yes,", "line", "unit"),
    "own subset": (
        "patient_statistics.csv", "ALIMA,,,\"Patients treated in 2015", "ALIMA,,all-2015-patients,\"Patients treated in 2015",
        "line 2", "subset_of",
    ),
    "wrong unit": ("patient_statistics.csv", "650000,exact,people", "650000,exact,beds", "line 2", "unit"),
    "unknown partner": ("programmes.csv", "paediatrics,befen,2009", "paediatrics,nobody,2009", "line 2", "partners"),
    "missing name": ("partners.csv", "keoogo,Keoogo,", "keoogo,,", "line 5", "acronym"),
    "too few cells": ("episodes.csv", ",Thursday,,,,", ",Thursday,,,", "line 2", ""),
    "unknown publication": ("studies.csv", ",pub-jiki-2016,", ",pub-nothing,", "line 4", "publication_ids"),
    "another study's publication": ("studies.csv", ",pub-jiki-2016,", ",pub-aire-2022,", "line 4", "publication_ids"),
    "a number too long": ("partners.csv", ",NE,alliance-member,,2009", ",NE,alliance-member,," + "9" * 5000, "line 2", "alliance_year"),
    "not a plain number": ("headline_figures.csv", ",50,%,", ",1e99999,%,", "line 2", "value"),
    "no country": ("studies.csv", "study,NE,2013-05", "study,Niger,2013-05", "line 2", "countries"),
    "a row that disagrees with itself": ("patient_statistics.csv", "stated,all-covid-patients-2021", "stated,all-covid-patients-2020", "line", "conflicts_with"),
    "another start year": ("countries.csv", "Niger,Niger,2009", "Niger,Niger,2010", "line 2", "start_year"),
    "a basis that does not fit": ("patient_statistics.csv", "2015-12-31,stated", "2015-12-31,open", "line 2", "period_basis"),
    "a wrong registry number": ("studies.csv", "NCT03751475", "NCT0375147", "line", "registration_id"),
    "unknown source of a presence": ("presences.csv", "job-niger;", "job-niger;nowhere;", "line 2", "source_id"),
    "an addition to an unknown row": ("additions.csv", "partners.csv,befen,", "partners.csv,nobody,", "line", "id"),
    "an addition to an unknown column": ("additions.csv", "partners.csv,befen,note_fr", "partners.csv,befen,note_de", "line", "column"),
    "an addition to an unknown file": ("additions.csv", "partners.csv,befen,", "people.csv,befen,", "line", "file"),
    "an addition without its column": ("additions.csv", "file,id,column,value", "file,id,column,text", "line 1", ""),
}  # fmt: skip


@pytest.mark.parametrize("case", BROKEN, ids=lambda case: case.replace(" ", "-"))
def test_a_broken_file_is_refused_with_its_place_and_nothing_is_written(case, files):
    name, old, new, line, column = BROKEN[case]
    edit(files["indicators.csv"], "Patients treated,", "Changed,")
    edit(files[name], old, new)
    with pytest.raises(CommandError) as refused:
        call_command("load_content")
    said = str(refused.value)
    assert said.startswith(f"{name}, {line}")
    assert f"column {column}" in said
    assert Indicator.objects.get(slug="patients_treated").name_en == "Patients treated"
