"""What staff are asked for an import, in which language."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils.translation import override
from openpyxl import Workbook

from alima_site.editorial.imports.forms import ReasonsForm, UploadForm, undo_reasons
from alima_site.editorial.models import ImportRun
from alima_site.editorial.templatetags.imports import in_language
from programs.importers import StatisticImporter
from tests.sheets import csv, saved


class User:
    def __init__(self, *actions):
        self.permissions = {f"programs.{action}_patientstatistic" for action in actions}

    def has_perm(self, name):
        return name in self.permissions


class Drafts(StatisticImporter):
    can_publish = False


def fields(importer, *actions):
    return list(ReasonsForm(importer, User(*actions)).fields)


def test_only_who_may_publish_is_asked_whether_to():
    assert fields(StatisticImporter(), "import", "publish")[0] == "publish"
    assert fields(StatisticImporter(), "import") == ["reason_fr", "reason_en"]


def test_reasons_are_asked_where_records_are_corrected_in_public():
    assert fields(Drafts(), "import", "publish") == []


@pytest.mark.parametrize(("language", "said"), [("fr", "cinq"), ("en", "five"), ("de", "five")])
def test_a_sentence_kept_in_both_languages_is_read_in_that_of_the_reader(language, said):
    with override(language):
        assert in_language({"fr": "cinq", "en": "five"}) == said


def test_the_reason_of_an_undo_is_offered_in_both_languages():
    assert undo_reasons(ImportRun(file_name="a.csv")) == {
        "reason_fr": "L’import du fichier «\u00a0a.csv\u00a0» a été annulé.",
        "reason_en": "The import of the file “a.csv” was undone.",
    }


def upload(content, name="a.csv"):
    files = {"file": SimpleUploadedFile(name, content)}
    form = UploadForm(StatisticImporter(), User("import"), {}, files)
    form.is_valid()
    return form


def test_a_file_is_kept_as_its_lines_with_what_was_not_read_of_it():
    book = Workbook()
    book.worksheets[0].append(["ID", "Value"])
    book.worksheets[0].append(["made", 5])
    book.create_sheet("Notes")
    run = upload(saved(book), "a.xlsx").instance
    assert run.lines == [[1, ["ID", "Value"]], [2, ["made", 5]]]
    assert run.remarks == ["Only the sheet “Sheet” is read, not: Notes."]


@pytest.mark.parametrize(("content", "reason"), [(b"%PDF-1.7", "PDF"), (b"ID;Value\n", "no row")])
def test_a_file_without_a_table_is_refused_on_the_form(content, reason):
    [error] = upload(content).errors["file"]
    assert reason in error


def test_a_long_name_of_a_file_is_cut_to_what_is_kept_of_it():
    run = upload(csv(["ID", "Value"], ["made", 5]), f"{'x' * 230}.csv").instance
    assert run.file_name == "x" * 200
