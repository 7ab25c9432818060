"""Every list, add form and change form of the admin opens, in both languages."""

import pytest
from django.contrib.admin.sites import site
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from alima_site.editorial.models import AuditEntry, Correction, FigureVersion, LoadedRow, OldAddress
from alima_site.portal.models import Message
from partners.models import Partner
from tests.factories import make_partner, make_project, make_version
from tests.multiply import multiply

pytestmark = [pytest.mark.django_db, pytest.mark.by_turns]
MODELS = sorted(site._registry, key=lambda model: model._meta.label)
OURS = [model for model in MODELS if not model.__module__.startswith("django.")]
UNADDABLE = (AuditEntry, Correction, Message, OldAddress)


def address(model, page, *args):
    return reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_{page}", args=args)


@pytest.mark.parametrize("language", ["fr", pytest.param("en", marks=pytest.mark.audit)])
@pytest.mark.parametrize("model", MODELS, ids=lambda model: model._meta.label)
def test_lists_and_forms_open(model, language, admin_client):
    headers = {"accept-language": language}
    assert admin_client.get(address(model, "changelist"), headers=headers).status_code == 200
    if model not in UNADDABLE:
        assert admin_client.get(address(model, "add"), headers=headers).status_code == 200
    if record := model._default_manager.first():
        change = admin_client.get(address(model, "change", record.pk), headers=headers)
        assert change.status_code == 200
        assert change["Cache-Control"] == "no-store"


def test_every_model_with_a_page_has_an_admin():
    assert LoadedRow not in site._registry
    assert len(OURS) == 30


@pytest.mark.parametrize("model", OURS, ids=lambda model: model._meta.label)
def test_lists_search_without_error(model, admin_client):
    found = admin_client.get(address(model, "changelist"), {"q": "santé"})
    assert found.status_code == 200


def queries(client, url):
    client.get(url)  # content types, and what else is kept after the first time
    with CaptureQueriesContext(
        connection,
    ) as captured:
        assert client.get(url).status_code == 200
    return len(captured)


@pytest.mark.parametrize("model", OURS, ids=lambda model: model._meta.label)
def test_a_list_asks_no_more_of_the_database_when_it_grows(model, admin_client):
    before = queries(admin_client, address(model, "changelist"))
    if model not in UNADDABLE:
        multiply(model, 3)
    assert queries(admin_client, address(model, "changelist")) <= before
    assert before <= 12


def test_a_form_stands_in_two_languages_side_by_side(admin_client):
    page = admin_client.get(address(Partner, "change", Partner.objects.get(slug="befen").pk))
    html = page.content.decode()
    assert "language-fr" in html
    assert "language-en" in html


def test_the_list_counts_projects_of_a_partner(admin_client):
    partner = make_partner()
    for project in (make_project(), make_project()):
        project.partners.add(partner)
    found = (
        admin_client.get(address(Partner, "changelist")).context["cl"].queryset.get(pk=partner.pk)
    )
    assert found.projects_count == 2


def post_version(client, version, **changes):
    url = address(FigureVersion, "change", version.pk)
    form = client.get(url).context["adminform"].form
    data = {name: form[name].value() or "" for name in form.fields} | {"further_sources": []}
    data |= {f"{name}_{i}": "" for name in ("publish_at", "expire_at") for i in (0, 1)}
    return client.post(url, data | changes)


def test_a_published_number_is_changed_only_with_a_reason_in_both_languages(admin_client):
    version = make_version(value=10)
    refused = post_version(admin_client, version, value="12")
    assert set(refused.context["adminform"].form.errors) == {"reason_fr", "reason_en"}
    reasons = {"reason_fr": "Faute", "reason_en": "Misprint"}
    assert post_version(admin_client, version, value="12", **reasons).status_code == 302
    assert Correction.objects.get(object_id=version.pk).reason_en == "Misprint"


def test_a_change_in_the_admin_is_remembered_with_its_author(admin_client, admin_user):
    version = make_version(value=10, state="draft")
    post_version(admin_client, version, value="12")
    assert [row.history_user for row in version.history.all()] == [admin_user, None]
    post_version(admin_client, version, value="12")
    assert version.history.count() == 2


def test_a_number_can_be_saved_unchanged_without_a_reason(admin_client):
    assert post_version(admin_client, make_version(value=10)).status_code == 302


def test_a_correction_reaches_the_public_page(admin_client, client):
    version = make_version(value=10)
    reasons = {"reason_fr": "Faute", "reason_en": "Misprint"}
    post_version(admin_client, version, value="12", **reasons)
    page = client.get("/en/figures/corrections/").content.decode()
    assert "Misprint" in page
    assert version.get_absolute_url() in page.replace("/fr/chiffres/", "/en/figures/")


def test_visitors_are_sent_to_the_login(client):
    response = client.get("/admin/partners/partner/")
    assert response.status_code == 302
    assert "/admin/login/" in response["Location"]
