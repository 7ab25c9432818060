"""
Every role at every address of the newsroom, with GET and POST: exactly the allowed answers. Of
models that are alike `make test` takes one, the exhaustive run all.
"""

import re

import pytest
from django.contrib.admin.sites import site
from django.contrib.auth.models import User
from django.urls import reverse

from alima_site.editorial.imports import IMPORTERS, templates
from alima_site.editorial.models import (
    AuditEntry,
    Content,
    Correction,
    Figure,
    ImportRun,
    OldAddress,
)
from alima_site.editorial.preview import has_page
from alima_site.editorial.roles import ACTIONS, ADMINISTRATOR, DATA_STEWARD, ROLES, may
from alima_site.portal.models import FormerAddress, Message
from partners.models import PartnershipPrinciple
from programs.models import PatientStatistic
from tests.newsroom import address, somebody

pytestmark = [pytest.mark.django_db, pytest.mark.by_turns]
WRITTEN_BY_THE_SITE = (AuditEntry, Correction, OldAddress)
MODELS = sorted(site._registry, key=lambda model: model._meta.label)


def kind_of(model):
    """What tells models apart here: rights, the code that asks for them, and the pages."""
    admin = site._registry[model]
    rights = (may(role, action, model) for role in ROLES for action in ACTIONS)
    code = (getattr(type(admin), f"has_{action}_permission", None) for action in ACTIONS)
    prefix = f"{model._meta.app_label}_{model._meta.model_name}_"
    pages = {url.name.removeprefix(prefix) for url in admin.get_urls() if url.name}
    return issubclass(model, Content), frozenset(pages), *rights, *code


# The first model of each kind; the exhaustive run takes them all.
SAMPLE = {kind_of(model): model for model in reversed(MODELS)}.values()
BY_KIND = [
    pytest.param(model, id=model._meta.label, marks=[] if model in SAMPLE else pytest.mark.audit)
    for model in MODELS
]


def allowed(role, action, model, record=None):
    """Whether the role may do it: the table, the lock of what is published, what is read-only."""
    is_ours = issubclass(model, Content)
    if model in WRITTEN_BY_THE_SITE and action != "view":
        return False
    if model is Message and action == "add":  # visitors write them
        return False
    if model is ImportRun and action == "add":  # whoever may import some kind of record
        return any(may(role, "import", kind) for kind in (PatientStatistic, FormerAddress))
    if action == "change" and is_ours and record is not None and record.state == "published":
        return may(role, "change", model) and may(role, "publish", model)
    return may(role, action, model)


def pages(model, record):
    """Name of the page, its address, and what GET and POST ask of a role."""
    yield "list", address(model, "changelist"), "view", "view"
    yield "add", address(model, "add"), "add", "add"
    if record is None:
        return
    yield "change", address(record, "change"), "view", "change"
    yield "delete", address(record, "delete"), "delete", "delete"
    yield "history", address(record, "history"), "view", "view"
    if issubclass(model, Content):
        number = record.history.first().history_id
        yield "compare", address(record, "compare") + f"?a={number}&b={number}", "view", "view"
        yield "version", address(record, "version", number), "view", "change"
        yield "deleted", address(model, "deleted"), "delete", "delete"
    if has_page(model):
        yield "preview", address(record, "preview", "fr"), "view", "change"
        name = f"admin:{model._meta.app_label}_{model._meta.model_name}_preview_new"
        yield "preview of a new one", reverse(name, args=["en"]), "view", "add"


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("model", BY_KIND)
def test_a_role_gets_exactly_what_the_table_says(model, role):
    client = somebody(role)
    client.raise_request_exception = False
    record = model._default_manager.order_by("pk").first()
    wrong = []
    for name, url, to_read, to_write in pages(model, record):
        for method, action in (("get", to_read), ("post", to_write)):
            status = getattr(client, method)(url).status_code
            expected = allowed(role, action, model, record)
            if status >= 500 or (status != 403) is not expected:
                wrong.append(f"{method} {name}: {status}, {action} allowed: {expected}")
    assert not wrong


@pytest.mark.parametrize("role", ROLES)
def test_a_role_finds_in_other_forms_only_what_it_may_read(role):
    client = somebody(role)
    for model in MODELS:
        for field in (*model._meta.fields, *model._meta.many_to_many):
            other = field.related_model
            if other not in site._registry or not site._registry[other].search_fields:
                continue
            query = {
                "app_label": model._meta.app_label,
                "model_name": model._meta.model_name,
                "field_name": field.name,
            }
            status = client.get(reverse("admin:autocomplete"), query).status_code
            assert status == (200 if may(role, "view", other) else 403), field


@pytest.mark.parametrize("role", ROLES)
def test_the_actions_of_a_list_are_those_of_the_role(role):
    client = somebody(role)
    for model in MODELS:
        if issubclass(model, Content) and may(role, "view", model):
            form = client.get(address(model, "changelist")).context["action_form"]
            offered = {name for name, _label in form.fields["action"].choices} if form else set()
            assert ("publish" in offered) == may(role, "publish", model), model
            assert ("archive" in offered) == may(role, "change", model), model
            assert ("delete_selected" in offered) == may(role, "delete", model), model


def import_pages(importer, checked, done):
    """The addresses of imports of one kind, and whether GET and POST ask more than reading."""
    kind = importer.kind
    here = "admin:editorial_importrun_"
    yield reverse(f"{here}add") + f"?kind={kind}", True, True
    for ending in templates.WRITERS:
        yield reverse(f"{here}template", args=[kind, "fr", ending]), True, True
    yield reverse(f"{here}codes", args=[kind, "en"]), True, True
    yield reverse(f"{here}change", args=[checked.pk]), False, True
    yield reverse(f"{here}report", args=[checked.pk]), False, False
    yield reverse(f"{here}change", args=[done.pk]), False, True
    yield reverse(f"{here}report", args=[done.pk]), False, False
    yield reverse(f"{here}undo", args=[done.pk]), True, True


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("importer", IMPORTERS.values(), ids=IMPORTERS)
def test_imports_are_for_those_who_may_import_that_kind(importer, role):
    client = somebody(role)
    lines = [[1, [column.key for column in importer.columns]], [2, ["?"]]]
    checked, done = (
        ImportRun.objects.create(kind=importer.kind, lines=lines, state=state)
        for state in (ImportRun.State.CHECKED, ImportRun.State.DONE)
    )
    may_import = may(role, "import", importer.model)
    # A run that this role may not see is not found at all.
    may_see = may_import or may(role, "view", importer.model)
    for url, *asks_more in import_pages(importer, checked, done):
        for method, importing in zip(("get", "post"), asks_more, strict=True):
            status = getattr(client, method)(url).status_code
            allowed = may_import if importing else may_see
            assert (status in (200, 302)) is allowed, (method, url, status)
            assert status < 500


@pytest.mark.parametrize("role", ROLES)
def test_pages_of_one_kind_alone_follow_the_table_too(role):
    client, user = somebody(role), User.objects.create_user("another")
    figures = may(role, "view", Figure)
    for url, allowed in (
        (reverse("admin:editorial_figure_check"), figures),
        (reverse("admin:auth_user_password_change", args=[user.pk]), role == ADMINISTRATOR),
        (reverse("admin:app_list", args=["auth"]), role == ADMINISTRATOR),
        (reverse("admin:guide"), True),
    ):
        assert (client.get(url).status_code == 200) is allowed, url
        assert client.post(url).status_code < 500


def test_no_page_of_a_kind_is_missing_from_the_table():
    """A page added to the newsroom is added here."""
    lists = (p.url_patterns for p in site.get_urls() if hasattr(p, "url_patterns"))
    names = {re.sub(r"^[a-z]+_[a-z]+_", "", p.name) for ps in lists for p in ps if p.name}
    assert names == {
        "changelist", "add", "change", "delete", "history", "compare", "version", "deleted",
        "preview", "preview_new", "template", "codes", "undo", "report", "check",
        "password_change", "picture",
    }  # fmt: skip


def test_who_may_only_read_changes_nothing_through_a_list():
    promise = PartnershipPrinciple.objects.published().first()
    client, url = somebody(DATA_STEWARD), address(PartnershipPrinciple, "changelist")
    row = {"form-0-id": promise.pk, "form-0-position": promise.position + 7}
    sizes = {"form-TOTAL_FORMS": 1, "form-INITIAL_FORMS": 1}
    assert client.post(url, {**sizes, **row, "_save": "1"}).status_code == 403
    for action in ("publish", "archive", "delete_selected", "submit"):
        answer = client.post(url, {"action": action, "_selected_action": promise.pk, "post": "yes"})
        assert answer.status_code < 500
    now = PartnershipPrinciple.objects.get(pk=promise.pk)
    assert (now.position, now.state) == (promise.position, promise.state)


def test_strangers_get_nothing(client):
    for model in MODELS:
        for _name, url, *_actions in pages(model, model._default_manager.first()):
            for answer in (client.get(url), client.post(url)):
                assert answer.status_code == 302
                assert "/admin/login/" in answer["Location"]


def test_every_role_sees_who_may_do_what():
    for role in ROLES:
        html = somebody(role).get(reverse("admin:roles")).content.decode()
        assert "Who may do what" in html
        assert "Data steward" in html
