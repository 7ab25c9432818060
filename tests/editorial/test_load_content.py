import shutil

import pytest
from django.apps import apps
from django.core.management import CommandError, call_command

from alima_site.editorial import loading
from alima_site.editorial.models import Figure, FigureVersion, Indicator, Source
from partners.models import (
    AllianceFact,
    Partner,
    PartnershipPrinciple,
    Representative,
    Series,
    Voice,
)
from programs.models import CountryProgramme, PatientStatistic, Presence, Project
from research.models import Collaboration, Publication, Study

pytestmark = pytest.mark.django_db


@pytest.fixture
def files(tmp_path, monkeypatch):
    """A copy of all content files that a test may change, by name."""
    for app in ("editorial", "partners", "programs", "research", "portal"):
        shutil.copytree(f"{apps.get_app_config(app).path}/content", tmp_path / app)
    monkeypatch.setattr(loading, "content_folder", lambda app: tmp_path / app)
    # Each folder has its own additions; the tests break those of the partners.
    names = {path.name: path for path in tmp_path.glob("*/*.csv")}
    return names | {"additions.csv": tmp_path / "partners" / "additions.csv"}


def edit(path, old, new):
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def load(capsys, *options):
    call_command("load_content", *options)
    return capsys.readouterr().out.splitlines()[-1].split(maxsplit=2)[2]


@pytest.mark.parametrize(
    ("model", "rows"),
    [
        (Source, 203), (Indicator, 36), (FigureVersion, 52), (Figure, 21), (Partner, 8),
        (CountryProgramme, 16), (Project, 62), (PatientStatistic, 202), (Collaboration, 18),
        (Study, 20), (Publication, 17), (AllianceFact, 81), (Voice, 24), (Series, 1),
        (Presence, 18), (PartnershipPrinciple, 13),
    ],
)  # fmt: skip
def test_every_row_of_the_files_is_loaded(model, rows):
    assert model.objects.count() == rows


def test_a_second_load_changes_nothing(capsys):
    said = load(capsys)
    assert said == "0 created, 0 changed, 854 unchanged, 0 kept as edited"


def test_an_editors_change_is_kept_until_reset(capsys):
    Partner.objects.filter(slug="befen").update(acronym="Edited")
    assert "1 kept as edited" in load(capsys)
    assert Partner.objects.get(slug="befen").acronym == "Edited"
    assert "1 changed" in load(capsys, "--reset")
    assert Partner.objects.get(slug="befen").acronym == "BEFEN"


def test_an_editors_change_of_a_relation_is_kept(capsys):
    Project.objects.get(slug="ne-mirriah").partners.clear()
    assert "1 kept as edited" in load(capsys)
    assert not Project.objects.get(slug="ne-mirriah").partners.exists()


def test_what_an_editor_deleted_stays_deleted(capsys):
    Partner.objects.get(slug="keoogo").delete()
    said = load(capsys)
    assert said.startswith("0 created, 0 changed")
    assert not Partner.objects.filter(slug="keoogo").exists()
    load(capsys, "--reset")
    assert Partner.objects.filter(slug="keoogo").exists()


def test_a_record_is_known_by_whatever_address_word_an_editor_gave_it(capsys):
    Partner.objects.filter(slug="keoogo").update(slug="association-keoogo")
    CountryProgramme.objects.filter(slug="chad").update(slug="tchad")
    for options in ([], ["--reset"]):
        assert load(capsys, *options).startswith("0 created")
    assert Partner.objects.count() == 8
    assert CountryProgramme.objects.filter(slug="tchad").exists()


def test_members_that_stay_keep_what_an_editor_added(files, capsys):
    aire = Collaboration.objects.get(slug="aire")
    aire.memberships.filter(member_en="ALIMA").update(since="2020")
    edit(files["collaborations.csv"], "; Solthis;", "; Solthis (France);")
    assert "1 changed" in load(capsys)
    assert aire.memberships.get(member_en="ALIMA").since == "2020"
    assert aire.memberships.filter(member_en="Solthis (France)").exists()


def test_what_is_known_of_a_member_must_be_of_one_that_is_named(files, capsys):
    edit(files["memberships.csv"], "prevac,NIH,NIH", "prevac,Yale,Yale")
    with pytest.raises(CommandError, match=r"memberships.csv, line \d+, column member_en"):
        load(capsys)


def test_a_row_that_left_its_file_is_reported(files, capsys):
    lines = files["quotes.csv"].read_text(encoding="utf-8").splitlines(keepends=True)
    gone = lines.pop()
    files["quotes.csv"].write_text("".join(lines), encoding="utf-8")
    additions = files["additions.csv"]
    kept = [
        line
        for line in additions.read_text(encoding="utf-8").splitlines(keepends=True)
        if not line.startswith(f"quotes.csv,{gone.split(',')[0]},")
    ]
    additions.write_text("".join(kept), encoding="utf-8")
    assert load(capsys).endswith("1 no longer in the file")


def test_a_file_without_rows_is_refused(files):
    header = files["quotes.csv"].read_text(encoding="utf-8").splitlines()[0]
    files["quotes.csv"].write_text(header + "\n", encoding="utf-8")
    with pytest.raises(CommandError, match=r"quotes\.csv, line 1.*no rows"):
        call_command("load_content")


def test_a_changed_file_changes_what_no_editor_touched(files, capsys):
    edit(files["partners.csv"], "Association Keoogo", "Keoogo renamed")
    assert "1 changed" in load(capsys)
    assert Partner.objects.get(slug="keoogo").name_en == "Keoogo renamed"


def test_a_column_called_as_a_text_of_the_record_is_read_into_it(files, capsys):
    header, first, *rest = files["partners.csv"].read_text("utf-8").splitlines()
    lines = [f"{header},story,story_fr", f"{first},Told,Raconté !", *(f"{row},," for row in rest)]
    files["partners.csv"].write_text("\n".join(lines), "utf-8")
    assert "1 changed" in load(capsys)
    befen = Partner.objects.get(slug="befen")
    assert (befen.story_en, befen.story_fr) == ("Told", "Raconté\u202f!")


def test_the_current_version_can_move_from_one_row_to_another(files, capsys):
    edit(files["headline_figures.csv"], "14,patients-total,yes", "14,patients-total,")
    edit(files["headline_figures.csv"], "12,patients-total,,", "12,patients-total,yes,")
    load(capsys)
    assert FigureVersion.objects.get(figure__slug="patients-total", is_current=True).slug == "p-10m"


def test_if_empty_does_nothing_when_there_is_content(capsys):
    call_command("load_content", "--if-empty")
    assert capsys.readouterr().out == ""


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


@pytest.mark.parametrize("encoding", ["cp1252", "utf-16"])
def test_a_file_in_another_encoding_is_refused(encoding, files):
    text = files["partners.csv"].read_text(encoding="utf-8")
    files["partners.csv"].write_bytes(text.encode(encoding))
    with pytest.raises(CommandError, match=r"partners\.csv, line \d+, column .*UTF-8"):
        call_command("load_content")


def test_a_byte_order_mark_and_windows_line_ends_do_no_harm(files, capsys):
    text = files["partners.csv"].read_text(encoding="utf-8")
    files["partners.csv"].write_bytes(text.replace("\n", "\r\n").encode("utf-8-sig"))
    assert load(capsys).startswith("0 created, 0 changed")


def test_a_missing_file_is_named(files):
    files["quotes.csv"].unlink()
    with pytest.raises(CommandError, match=r"quotes\.csv"):
        call_command("load_content")


def test_a_circle_of_subsets_in_the_file_is_refused(files):
    edit(
        files["patient_statistics.csv"],
        'ALIMA,,,"Patients treated in 2015',
        'ALIMA,,all-2015-hosp,"Patients treated in 2015',
    )
    with pytest.raises(CommandError, match=r"subset_of.*circle"):
        call_command("load_content")


def test_overlapping_presences_in_the_file_are_refused(files):
    edit(files["presences.csv"], "HT,2010,2012", "HT,2010,2024-06")
    with pytest.raises(CommandError, match=r"presences\.csv.*overlaps"):
        call_command("load_content")


def test_every_addition_belongs_to_a_row(files):
    for path in {p.parent for p in files.values()}:
        for row in loading_rows(path / "additions.csv"):
            ids = {r[next(iter(r))] for r in loading_rows(path / row["file"])}
            assert row["id"] in ids, row


def loading_rows(path):
    import csv

    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_leaders_wait_in_review_until_they_are_confirmed():
    leaders = AllianceFact.objects.filter(category="leadership")
    assert leaders.count() == 10
    assert not leaders.published().exists()
    assert Representative.objects.count() == 2
    assert not Representative.objects.published().exists()
