"""What staff are asked for an import, in which language."""

import pytest
from django.utils.translation import override

from alima_site.editorial.imports.forms import ReasonsForm, undo_reasons
from alima_site.editorial.models import ImportRun
from alima_site.editorial.templatetags.imports import in_language
from programs.importers import StatisticImporter


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
