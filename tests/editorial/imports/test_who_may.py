"""Who may import what: it hangs on the permissions for the model of the records."""

import pytest

from alima_site.editorial.templatetags.imports import import_link
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


def test_the_list_of_records_leads_those_who_may_to_their_import():
    link = import_link({"user": User("import")}, PatientStatistic._meta)
    assert link.url == "/admin/editorial/importrun/add/?kind=statistics"
    assert import_link({"user": User("view")}, PatientStatistic._meta) is None
    assert import_link({"user": User("import")}, CountryProgramme._meta) is None
