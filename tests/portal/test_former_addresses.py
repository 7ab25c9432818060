"""Addresses of the former site lead to their place here, with one redirect."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext

from alima_site.portal.models import FormerAddress
from tests.factories import make_partner
from tests.sheets import csv, xlsx

pytestmark = [pytest.mark.django_db, pytest.mark.by_turns]
UPLOAD = "/admin/editorial/importrun/add/?kind=former-addresses"
OLD = "/en/who-we-are/a-unique-alliance"
HEADER = ["Ancienne adresse", "Mène à"]


def lead(path=OLD, target="/en/model/"):
    address = FormerAddress(path=path, target=target)
    address.full_clean()
    address.save()
    return address


def send(client, *rows, name="adresses.csv", content=None):
    file = SimpleUploadedFile(name, content or csv(HEADER, *rows))
    return client.post(UPLOAD, {"file": file}, headers={"accept-language": "fr"}, follow=True)


def confirm(client, page):
    url = page.request["PATH_INFO"]
    data = {"confirm": "1", "seen": page.context["plan"].fingerprint}
    return client.post(url, data, headers={"accept-language": "fr"}, follow=True)


def faults(page):
    return [fault.reason for entry in page.context["plan"].entries for fault in entry.faults]


@pytest.mark.parametrize(
    "visited",
    [
        OLD,
        f"{OLD}/",
        OLD.upper(),
        f"{OLD}/?utm_source=lettre",
        f"{OLD}//",
        OLD.replace("/who", "//who"),
        OLD.replace("-", "%2D"),
    ],
)
def test_it_leads_with_one_redirect_however_it_is_written(visited, client):
    lead()
    response = client.get(visited)
    assert response.status_code == 301
    assert response["Location"] == "/en/model/"
    assert client.get(response["Location"]).status_code == 200


@pytest.mark.parametrize(
    "path", ["/fr/à-propos-d’alima/équipe", "/Qui-Sommes-Nous.html", "/partenaires"]
)
def test_accents_and_paths_without_a_language_lead_on(path, client):
    lead(path, "/fr/modele/")
    assert client.get(path)["Location"] == "/fr/modele/"


def test_it_never_leads_to_what_is_not_published(client):
    partner = make_partner(slug="made-partner")
    lead(target="/en/partners/made-partner/")
    assert client.get(OLD).status_code == 301
    partner.state = "draft"
    partner.save()
    assert client.get(OLD).status_code == 404


def test_there_is_no_chain(client):
    lead("/en/second", "/en/model")
    first = lead("/en/first", "/en/second")
    assert first.target == "/en/model/"
    FormerAddress.objects.filter(path="/en/second").update(target="/en/about/")
    FormerAddress.objects.filter(path="/en/first").update(target="/en/second")
    assert client.get("/en/first")["Location"] == "/en/about/"


def test_a_circle_made_by_hand_is_not_found(client):
    FormerAddress.objects.create(path="/en/a", target="/en/b")
    FormerAddress.objects.create(path="/en/b", target="/en/a")
    assert client.get("/en/a").status_code == 404


def test_pages_that_answer_ask_nothing_of_it(client):
    client.get("/en/model/")
    with CaptureQueriesContext(connection) as queries:
        client.get("/en/model/")
    assert not [q for q in queries if "formeraddress" in q["sql"]]


@pytest.mark.parametrize(
    "path", ["/%00", "/" + "a" * 3000, "/en/%ff%fe", "/admin/nothing/here", "//evil.example"]
)
def test_odd_addresses_are_only_not_found(path, client):
    assert client.get(path).status_code in (302, 404)


def test_a_csv_is_checked_and_imported(admin_client, client):
    page = send(
        admin_client,
        [f"https://www.alima.ngo{OLD}/", "/en/model/"],
        [f"{OLD}-2/?x=1", OLD],
        ["/fr/qui-sommes-nous", "http://testserver/fr/modele"],
    )
    assert faults(page) == []
    assert not FormerAddress.objects.exists()
    confirm(admin_client, page)
    assert client.get(f"{OLD}-2/")["Location"] == "/en/model/"
    assert client.get("/fr/qui-sommes-nous/")["Location"] == "/fr/modele/"


def test_a_second_import_changes_nothing(admin_client):
    confirm(admin_client, send(admin_client, [OLD, "/en/model"]))
    page = send(admin_client, content=xlsx(HEADER, [f"{OLD}/", "/en/model"]), name="a.xlsx")
    assert page.context["plan"].counts == {"new": 0, "changed": 0, "same": 1, "refused": 0}


@pytest.mark.parametrize(
    ("rows", "words"),
    [
        ([["/en/model/", "/en/about/"]], "adresse de ce site"),
        ([["/", "/en/about/"]], "adresse de ce site"),
        ([["/admin/x", "/en/about/"]], "adresse de ce site"),
        ([[OLD, "/en/partners/nobody/"]], "publié"),
        ([[OLD, "https://example.com/en/model/"]], "autre site"),
        ([[OLD, "javascript:alert(1)"]], "publié"),
        ([[OLD, "/admin/"]], "publié"),
        ([[OLD, OLD]], "rond"),
        ([["/en/a", "/en/b"], ["/en/b", "/en/a"]], "rond"),
        ([[OLD, "/en/model/"], [f"{OLD}/", "/en/about/"]], "2"),
        ([[OLD, ""]], "vide"),
        ([["", "/en/model/"]], "vide"),
    ],
)
def test_what_cannot_lead_anywhere_is_refused_with_a_sentence(rows, words, admin_client):
    page = send(admin_client, *rows)
    assert any(words in reason for reason in faults(page)), faults(page)
    confirm(admin_client, page)
    assert not FormerAddress.objects.exists()


def test_the_form_refuses_what_the_import_refuses(admin_client):
    url = "/admin/portal/formeraddress/add/"
    page = admin_client.post(url, {"path": "/en/model/", "target": "/en/about/"})
    assert page.context["adminform"].form.errors["path"]
    admin_client.post(url, {"path": "/EN/Old/", "target": "/en/model"})
    assert FormerAddress.objects.get().target == "/en/model/"
    form = admin_client.get(f"/admin/portal/formeraddress/{FormerAddress.objects.get().pk}/change/")
    assert '<a href="/en/model/">' in form.content.decode()


def test_it_follows_a_record_whose_own_address_changed(admin_client, client):
    partner = make_partner(slug="made-partner")
    lead(target="/en/partners/made-partner/")
    partner.slug = "made-anew"
    partner.save()
    assert client.get(OLD)["Location"] == "/en/partners/made-anew/"
