"""Who may import what: it hangs on the permissions for the model of the records."""

import pytest
from django.utils.translation import override

from alima_site.editorial.imports.forms import ReasonsForm, undo_reasons
from alima_site.editorial.models import ImportRun
from alima_site.editorial.templatetags.imports import import_link, in_language
from programs.importers import StatisticImporter
from programs.models import CountryProgramme, PatientStatistic


class User:
    def __init__(self, *actions):
        self.permissions = {f"programs.{action}_patientstatistic" for action in actions}

    def has_perm(self, name):
        return name in self.permissions


class Drafts(StatisticImporter):
    can_publish = False


@pytest.mark.parametrize(
    ("actions", "sees", "imports", "publishes"),
    [
        ([], False, False, False), (["view"], True, False, False),
        (["import"], True, True, False), (["publish"], False, False, True),
        (["change", "add", "delete"], False, False, False),
    ],
)  # fmt: skip
def test_each_step_has_its_permission(actions, sees, imports, publishes):
    user, importer = User(*actions), StatisticImporter()
    assert importer.may_see(user) is sees
    assert importer.may_import(user) is imports
    assert importer.may_publish(user) is publishes


def test_records_that_have_no_states_are_published_by_nobody():
    assert not Drafts().may_publish(User("publish"))


def fields(importer, *actions):
    return list(ReasonsForm(importer, User(*actions)).fields)


def test_only_who_may_publish_is_asked_whether_to():
    assert fields(StatisticImporter(), "import", "publish")[0] == "publish"
    assert fields(StatisticImporter(), "import") == ["reason_fr", "reason_en"]


def test_reasons_are_asked_where_records_are_corrected_in_public():
    assert fields(Drafts(), "import", "publish") == []


def test_the_list_of_records_leads_those_who_may_to_their_import():
    link = import_link({"user": User("import")}, PatientStatistic._meta)
    assert link.url == "/admin/editorial/importrun/add/?kind=statistics"
    assert import_link({"user": User("view")}, PatientStatistic._meta) is None
    assert import_link({"user": User("import")}, CountryProgramme._meta) is None


@pytest.mark.parametrize(("language", "said"), [("fr", "cinq"), ("en", "five"), ("de", "five")])
def test_a_sentence_kept_in_both_languages_is_read_in_that_of_the_reader(language, said):
    with override(language):
        assert in_language({"fr": "cinq", "en": "five"}) == said


def test_the_reason_of_an_undo_is_offered_in_both_languages():
    assert undo_reasons(ImportRun(file_name="a.csv")) == {
        "reason_fr": "L’import du fichier «\u00a0a.csv\u00a0» a été annulé.",
        "reason_en": "The import of the file “a.csv” was undone.",
    }
