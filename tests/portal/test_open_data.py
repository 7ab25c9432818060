"""The open data, read back by the tools of those who take them."""

import csv
import io
import json
import os
import shutil
import subprocess
import zipfile

import frictionless
import hxl
import openpyxl
import pytest
from django.test import Client

from alima_site.portal.open_data.columns import for_spreadsheet
from alima_site.portal.open_data.data_sets import DATA_SETS
from alima_site.portal.open_data.files import _for_excel
from tests.factories import (
    make_figure,
    make_partner,
    make_project,
    make_source,
    make_statistic,
    make_study,
    make_version,
)

pytestmark = [pytest.mark.django_db, pytest.mark.by_turns]
FORMATS = ["csv", "xlsx", "json", "zip"]
SOFFICE = shutil.which("soffice")
DANGEROUS = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1"]


def taken(address):
    response = Client().get(address)
    assert response.status_code == 200, address
    return b"".join(response.streaming_content) if response.streaming else response.content


def table(name, **query):
    """The labels, tags and rows of a CSV file."""
    text = taken(f"/data/{name}.csv").decode()
    labels, tags, *rows = csv.reader(io.StringIO(text, newline=""), strict=True)
    return labels, tags, [dict(zip(labels, row, strict=True)) for row in rows]


@pytest.fixture
def unpacked(tmp_path):
    with zipfile.ZipFile(io.BytesIO(taken("/data/alima-open-data.zip"))) as archive:
        archive.extractall(tmp_path)
    return tmp_path


def test_frictionless_finds_no_error_in_the_package(unpacked):
    report = frictionless.validate(str(unpacked / "datapackage.json"))
    assert report.valid, report.flatten(["type", "note"])
    assert {task.name for task in report.tasks} == set(DATA_SETS)


def test_a_wrong_number_in_the_package_would_be_found(unpacked):
    """The tool reads the rows by their types: the check above can fail."""
    path = unpacked / "statistics.csv"
    path.write_text(path.read_text(encoding="utf-8").replace(",6832,", ",many,"), encoding="utf-8")
    assert not frictionless.validate(str(unpacked / "datapackage.json")).valid


@pytest.mark.parametrize("name", DATA_SETS)
def test_libhxl_finds_no_error_in_a_file(name, unpacked):
    source = hxl.data(str(unpacked / f"{name}.csv"), hxl.InputOptions(allow_local=True))
    found = hxl.validate(source, None)
    assert found["is_valid"], found["issues"]
    assert found["stats"]["total"] == 0
    assert len(source.columns) == len(DATA_SETS[name].columns)


def test_the_package_brings_its_licence_and_explains_itself_in_both_languages(unpacked):
    assert "Attribution 4.0 International" in (unpacked / "LICENCE-CC-BY-4.0.txt").read_text()
    readme = (unpacked / "README.md").read_text(encoding="utf-8")
    for data_set in DATA_SETS.values():
        for column in data_set.columns:
            assert readme.count(f"| {column.label} | `{column.tag}` |") >= 2
    assert "données ouvertes" in readme


@pytest.mark.skipif(not SOFFICE, reason="LibreOffice is not installed")
def test_libreoffice_keeps_accents_numbers_and_dates(tmp_path):
    make_statistic(slug="a-first", place="N’Zérékoré, œuvre", value=1234567, hint_fr="Été « à »")
    (tmp_path / "statistics.csv").write_bytes(taken("/data/statistics.csv"))
    subprocess.run(
        # Comma, quotes, UTF-8, from the first line: what a reader chooses when it is opened.
        [SOFFICE, "--headless", "--infilter=CSV:44,34,76,1", "--convert-to", "xlsx", "--outdir",
         str(tmp_path), str(tmp_path / "statistics.csv")],
        env={**os.environ, "HOME": str(tmp_path)}, check=True, capture_output=True, timeout=180,
    )  # fmt: skip
    labels, _tags, *rows = openpyxl.load_workbook(tmp_path / "statistics.xlsx").active.values
    found = next(
        r for r in (dict(zip(labels, row, strict=True)) for row in rows) if r["ID"] == "a-first"
    )
    assert (found["Place"], found["Value"]) == ("N’Zérékoré, œuvre", 1234567)
    assert found["Counted (fr)"] == "Été « à »"
    assert f"{found['From']:%Y-%m-%d}" == "2023-01-01"


@pytest.mark.parametrize("name", DATA_SETS)
def test_every_file_holds_every_public_record_and_no_other(name):
    make_partner(slug="hidden", state="draft")
    make_project(slug="hidden", state="draft")
    make_study(slug="hidden", state="draft")
    make_statistic(slug="hidden", state="draft")
    make_statistic(slug="resting-on-a-draft", source=make_source(state="draft"))
    make_version(slug="hidden", figure=make_figure(state="draft"))
    expected = {record.slug for record in DATA_SETS[name].records()}
    assert {row["ID"] for row in table(name)[2]} == expected
    assert {row["id"] for row in json.loads(taken(f"/data/{name}.json"))["rows"]} == expected
    book = openpyxl.load_workbook(io.BytesIO(taken(f"/data/{name}.xlsx")))
    assert {row[0] for row in list(book[name].values)[2:]} == expected
    assert not expected & {"hidden", "resting-on-a-draft"}


def test_columns_are_stable():
    """They may grow at the end. Whoever reads the files relies on these names and tags."""
    labels, tags, _rows = table("statistics")
    known = {
        "ID": "#meta+id", "Country (fr)": "#country+name+i_fr",
        "Country (en)": "#country+name+i_en", "Country code": "#country+code+v_iso3",
        "Place": "#loc+name", "Indicator code": "#indicator+code",
        "Indicator (fr)": "#indicator+name+i_fr", "Indicator (en)": "#indicator+name+i_en",
        "Unit": "#indicator+unit", "Value": "#indicator+value+num",
        "Qualifier": "#indicator+value+qualifier", "Value status": "#status+value",
        "From": "#date+start", "To": "#date+end", "Year": "#date+year",
    }  # fmt: skip
    assert dict(zip(labels, tags, strict=True)).items() >= known.items()
    assert labels[: len(known)] == list(known)
    assert len(set(labels)) == len(labels)


def test_figures_keep_all_versions_and_name_the_current_one():
    rows = [row for row in table("figures")[2] if row["Figure code"] == "patients-total"]
    assert len(rows) > 2
    current = [row for row in rows if row["Current"] == "true"]
    assert [row["Value"] for row in current] == ["13000000"]


def test_projects_are_a_3w_table():
    _labels, tags, rows = table("projects")
    for tag in ("#org+impl+name", "#activity+project+name+i_en", "#country+code+v_iso3"):
        assert tag in tags
    row = next(row for row in rows if row["ID"] == "ne-mirriah")
    assert (row["Partner organisations"], row["Country code"]) == ("BEFEN", "NER")


@pytest.mark.parametrize("text", DANGEROUS)
def test_no_text_is_taken_for_a_formula(text):
    make_statistic(slug="a-first", place=text, value=4321, hint_en=text)
    row = next(row for row in table("statistics")[2] if row["ID"] == "a-first")
    assert row["Place"] == row["Counted (en)"] == f"'{text}"
    assert row["Value"] == "4321"
    sheet = openpyxl.load_workbook(io.BytesIO(taken("/data/statistics.xlsx"))).worksheets[0]
    assert not [cell for line in sheet.iter_rows() for cell in line if cell.data_type == "f"]
    assert all(not str(cell).startswith(("=", "@")) for line in sheet.values for cell in line)


@pytest.mark.parametrize("hidden", ["\0", "\x01", "\x0b"])
def test_what_a_workbook_cannot_hold_hides_no_formula(hidden):
    assert _for_excel(f"{hidden}=1+1") == "'=1+1"


def test_numbers_are_left_alone():
    assert (for_spreadsheet(-5), for_spreadsheet(-0.5), for_spreadsheet(None)) == (-5, -0.5, None)
    assert for_spreadsheet("\0") == "'\0"


MEDIA_TYPES = {
    "csv": "text/csv; charset=utf-8",
    "json": "application/json; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "zip": "application/zip",
}


@pytest.mark.parametrize("ending", FORMATS)
def test_a_file_says_what_it_is_and_may_be_used_anywhere(ending):
    response = Client().get(f"/data/partners.{ending}")
    assert response["Content-Type"] == MEDIA_TYPES[ending]
    assert response["Content-Disposition"] == f'attachment; filename="alima-partners.{ending}"'
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Access-Control-Allow-Origin"] == "*"
    assert response["Cross-Origin-Resource-Policy"] == "cross-origin"
    assert not response.cookies
    assert "Access-Control-Allow-Origin" not in Client().get("/en/figures/")


@pytest.mark.parametrize("address", ["nothing.csv", "statistics.pdf", "statistics.csv/", "x"])
def test_what_is_not_there_is_not_found(address):
    assert Client().get(f"/data/{address}").status_code == 404


@pytest.mark.parametrize(("language", "words"), [("en", "Open data"), ("fr", "Données ouvertes")])
def test_the_page_of_the_files_speaks_the_readers_language(language, words):
    response = Client().get("/data/", headers={"accept-language": language})
    page = response.content.decode()
    assert f'<h1 class="page-header__title">{words}</h1>' in page
    assert f'<html lang="{language}"' in page
    assert "Accept-Language" in response["Vary"]
    for name in DATA_SETS:
        for ending in FORMATS:
            assert f'href="/data/{name}.{ending}"' in page


def test_search_engines_find_data_sets_described():
    page = Client().get("/data/", headers={"accept-language": "en"}).content.decode()
    blocks = page.split('<script type="application/ld+json">')[1:]
    documents = [json.loads(block.split("</script>")[0]) for block in blocks]
    (catalog,) = [each for each in documents if each["@type"] == "DataCatalog"]
    assert len(catalog["dataset"]) == len(DATA_SETS)
    for each in catalog["dataset"]:
        assert 50 <= len(each["description"]) <= 5000
        assert each["license"] == "https://creativecommons.org/licenses/by/4.0/"
        for download in each["distribution"]:
            assert download["contentUrl"].startswith("http://testserver/data/")


def test_a_changed_figure_is_in_the_files_at_once():
    version = make_version(slug="a-first", value=7000)
    assert "7000" in {row["Value"] for row in table("figures")[2] if row["ID"] == "a-first"}
    version.value = 8000
    version.save()
    assert {row["Value"] for row in table("figures")[2] if row["ID"] == "a-first"} == {"8000"}
