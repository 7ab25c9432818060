"""The public page of what is typed or saved, shown without anything being kept or made public."""

import datetime

import pytest
from django.apps import apps
from django.contrib.admin.sites import site
from django.urls import reverse
from django.utils import timezone

from alima_site.editorial.models import Content, Correction, Edition, PreviewLink
from programs.models import CountryProgramme, Presence
from tests.factories import make_country, make_partner, make_source, make_version

pytestmark = pytest.mark.django_db
MODELS = [model for model in site._registry if issubclass(model, Content)]


def address(record, page="change", *args):
    name = f"admin:{record._meta.app_label}_{record._meta.model_name}_{page}"
    return reverse(name, args=[record.pk, *args])


def form_data(response):
    """What a browser would send of this form."""
    context = response.context
    forms = [context["adminform"].form]
    for inline in context["inline_admin_formsets"]:
        forms += [inline.formset.management_form, *inline.formset.forms]
    data = {}
    for form in forms:
        for field in form:
            widget, value = field.field.widget, field.value()
            if hasattr(widget, "widgets"):
                for i, part in enumerate(widget.decompress(value)):
                    data[f"{field.html_name}_{i}"] = "" if part is None else part
            elif value is not None and value is not False:
                data[field.html_name] = value
    return data


def everything():
    return {
        model._meta.label: list(model._default_manager.order_by("pk").values())
        for model in apps.get_models()
        if model._meta.label != "sessions.Session"
    }


def test_the_form_is_shown_as_the_public_page_and_nothing_is_kept(admin_client):
    country = make_country(state="draft", publish_at=timezone.now() + datetime.timedelta(days=3))
    data = form_data(admin_client.get(address(country)))
    data |= {"summary_fr": "Un résumé jamais enregistré.", "co_managed_with": [make_partner().pk]}
    before = everything()
    page = admin_client.post(address(country, "preview", "fr"), data)
    assert not page.context.get("errors"), page.context["errors"]
    html = page.content.decode()
    assert page.templates[0].name == "programs/country.html"
    assert "Un résumé jamais enregistré." in html
    assert "brouillon" in html
    assert address(country) in html
    assert "noindex" in html
    assert page["Cache-Control"] == "no-store"
    assert everything() == before
    admin_client.get("/admin/")
    assert everything() == before


def test_a_new_record_with_its_rows_is_shown(admin_client):
    made = make_country(country="GW")
    Presence.objects.create(programme=made, start="2011", note_en="The rains.", source=made.source)
    data = form_data(admin_client.get(address(made)))
    Presence.objects.all().delete()
    made.delete()
    del data["presences-0-id"]
    data |= {"presences-INITIAL_FORMS": 0, "slug": "never-saved", "name_en": "Nowhere"}
    html = admin_client.post("/admin/programs/countryprogramme/add/preview/en/", data).content
    assert b"Nowhere" in html
    assert b"The rains." in html
    assert not CountryProgramme.objects.filter(slug="never-saved").exists()


def test_a_form_with_errors_comes_back_with_them(admin_client):
    country = make_country(state="draft")
    data = form_data(admin_client.get(address(country))) | {"name_fr": "", "name_en": "Kept"}
    page = admin_client.post(address(country, "preview", "en"), data)
    assert page.context["adminform"].form.errors.keys() == {"name_fr"}
    assert b"Kept" in page.content
    assert f'action="{address(country)}"' in page.content.decode()


def test_a_changed_number_leaves_no_correction_and_no_edition(admin_client):
    version = make_version(value=10)
    data = form_data(admin_client.get(address(version)))
    data |= {"value": "987654", "reason_fr": "Faute", "reason_en": "Misprint"}
    before = Edition.objects.count()
    page = admin_client.post(address(version, "preview", "en"), data)
    assert "987,654" in page.content.decode()
    assert not Correction.objects.filter(object_id=version.pk).exists()
    assert Edition.objects.count() == before


def test_a_phone_shows_the_page_in_a_frame(admin_client):
    page = admin_client.get(address(make_country(state="draft"), "preview", "phone"))
    assert 'srcdoc="' in page.content.decode()
    assert "&lt;base target=" in page.content.decode()


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model._meta.label)
def test_every_kind_of_record_has_its_preview(model, admin_client):
    record = model.objects.first()
    if record is None:
        pytest.skip("none in the real content")
    model.objects.filter(pk=record.pk).update(state="draft")
    page = admin_client.get(address(record, "preview", "en"))
    assert page.status_code == 200
    assert "draft" in page.content.decode()


def test_what_it_stands_on_may_be_a_draft_too(admin_client):
    country = make_country(state="draft", source=make_source(state="draft"), name_en="Draftland")
    assert b"Draftland" in admin_client.get(address(country, "preview", "en")).content
    country.source.refresh_from_db()
    assert country.source.state == "draft"


def test_visitors_see_no_preview(client):
    page = client.get(address(make_country(state="draft"), "preview", "en"))
    assert page.status_code == 302


@pytest.fixture
def link(admin_user):
    country = make_country(state="draft", name_en="Draftland", name_fr="Brouillonie")
    return PreviewLink.objects.create(record=country, made_by=admin_user)


def test_a_link_shows_a_saved_draft_to_a_partner(link, client):
    page = client.get(link.get_absolute_url(), headers={"accept-language": "en"})
    assert b"Draftland" in page.content
    assert b"/admin/" not in page.content
    assert page["Cache-Control"] == "no-store"
    assert "noindex" in page["X-Robots-Tag"]
    french = client.get(link.get_absolute_url() + "?language=fr").content.decode()
    assert "Brouillonie" in french
    assert "brouillon" in french
    assert client.get(link.record.get_absolute_url()).status_code == 404


def test_staff_find_the_form_behind_a_link(link, admin_client):
    assert address(link.record) in admin_client.get(link.get_absolute_url()).content.decode()


def test_a_link_ends(link, client):
    token = link.get_absolute_url()
    assert client.get(token.replace(f"/{link.pk}.", f"/{link.pk + 1}.")).status_code == 410
    PreviewLink.objects.update(expires_at=timezone.now())
    assert client.get(token).status_code == 410
    PreviewLink.objects.update(expires_at=timezone.now() + datetime.timedelta(days=1))
    link.revoke()
    gone = client.get(token)
    assert gone.status_code == 410
    assert b"Draftland" not in gone.content
    assert gone["Cache-Control"] == "no-store"


def test_links_are_made_listed_and_withdrawn_on_the_form(admin_client):
    country = make_country(state="draft")
    data = form_data(admin_client.get(address(country)))
    made = admin_client.post(address(country), data | {"_share": "1"}, follow=True)
    link = PreviewLink.objects.get()
    assert link.get_absolute_url() in made.content.decode()
    assert link.expires_at - link.made_at >= datetime.timedelta(days=6, hours=23)
    gone = admin_client.post(address(country), data | {"_revoke": link.pk}, follow=True)
    assert link.get_absolute_url() not in gone.content.decode()
    assert not PreviewLink.objects.valid().exists()
