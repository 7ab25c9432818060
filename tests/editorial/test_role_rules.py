"""The table of roles: who may do what with which kind of record."""

import pytest
from django.contrib.auth.models import User
from django.utils.translation import override

from alima_site.editorial.models import AuditEntry, FigureVersion, ImportRun, Source
from alima_site.editorial.roles import ACTIONS, KINDS, ROLES, RULES, kind_of, may
from alima_site.portal.models import Message
from partners.models import Partner
from programs.models import PatientStatistic, Presence


@pytest.mark.parametrize(
    ("model", "kind"),
    [
        (Partner, "text"),
        (FigureVersion, "number"),
        (PatientStatistic, "number"),
        (Source, "source"),
        (Presence, "part"),
        (Message, "message"),
        (User, "administration"),
    ],
)
def test_every_model_is_handled_as_one_kind(model, kind):
    assert kind_of(model) == kind


def allowed(action, model):
    return {role for role in ROLES if may(role, action, model)}


@pytest.mark.parametrize(
    ("action", "model", "roles"),
    [
        ("publish", Partner, {"publisher", "administrator"}),
        ("publish", Source, {"publisher", "data steward", "administrator"}),
        ("add", Source, {"writer", "publisher", "data steward", "administrator"}),
        ("import", PatientStatistic, {"data steward", "administrator"}),
        ("view", Message, {"publisher", "administrator"}),
        ("delete", Message, {"administrator"}),
        ("view", User, {"administrator"}),
        ("publish", User, set()),  # there is no such permission
        ("change", AuditEntry, set()),
    ],
)
def test_an_action_is_for_these_roles_and_no_others(action, model, roles):
    assert allowed(action, model) == roles


def test_a_role_that_is_none_may_do_nothing():
    assert not may("visitor", "view", Partner)
    assert not may("", "view", ImportRun)


def test_the_table_speaks_of_known_roles_and_actions_only():
    assert set(RULES) == set(KINDS)
    for rules in RULES.values():
        assert set(rules) <= set(ROLES)
        assert set(" ".join(rules.values()).split()) <= set(ACTIONS)


@pytest.mark.django_db
def test_the_page_of_roles_says_what_the_table_says(admin_client):
    with override("en"):
        page = admin_client.get("/admin/roles/", headers={"accept-language": "en"})
        kinds = {str(kind["label"]): kind for kind in page.context["kinds"]}
        texts = {str(action): yes for action, yes in kinds["Texts"]["rows"]}
    assert texts["publish and unpublish"] == [False, True, False, True]
    assert "import" not in texts
    assert "Partners" in kinds["Texts"]["models"]
    assert "Sources" not in kinds["Texts"]["models"]


@pytest.mark.django_db
def test_in_french_the_page_of_roles_says_who_can(admin_client):
    html = admin_client.get("/admin/roles/", headers={"accept-language": "fr"}).content.decode()
    assert '<th scope="col">Peut</th>' in html
