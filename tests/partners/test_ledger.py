"""The ledger: what the public sees of it, and how staff fill it in."""

import pytest
from django.test import Client

from alima_site.editorial.models import Correction
from partners.models import LedgerRow
from tests.factories import make_ledger_row, make_partner, make_source

pytestmark = pytest.mark.django_db
Measure = LedgerRow.Measure


def page(address):
    response = Client().get(address)
    assert response.status_code == 200
    return response.content.decode()


def test_today_nothing_is_published_and_each_place_says_what_would_be_needed():
    for address, words in (("/en/model/", "not published"), ("/fr/modele/", "non publié")):
        ledger = page(address).split('id="ledger"')[1].split("</table>")[0]
        assert ledger.count(words) == len(Measure)
    assert "from audited accounts" in page("/en/partners/befen/")


def test_a_row_is_public_once_it_is_published_and_its_source_is():
    partner = make_partner(slug="made")
    row = make_ledger_row(partner=partner, value=98765, state="draft")
    assert "98,765" not in page("/en/partners/made/")
    LedgerRow.objects.update(state="published")
    for address in ("/en/partners/made/", "/en/model/"):
        assert f'id="{row.slug}"' in page(address)
        assert "EUR\u00a098,765" in page(address)
    assert "98\u202f765\u00a0EUR" in page("/fr/partenaires/made/")
    row.source.state = "draft"
    row.source.save()
    assert "98,765" not in page("/en/partners/made/") + page("/en/model/")


def test_the_definitions_stand_beside_it_with_their_addresses():
    english, french = page("/en/model/"), page("/fr/modele/")
    for address in ("interagencystandingcommittee.org/grand-bargain", "iatistandard.org/en/"):
        assert f"https://{address}" in english
        assert f"https://{address}" in french
    assert "a global, aggregated target of at least" in english
    assert "ONG dans le pays bénéficiaire" in french


def test_staff_fill_it_in_french_without_an_address_word(admin_client):
    partner, source = make_partner(), make_source()
    data = {
        "partner": partner.pk, "year": 2022, "measure": "funds", "value": "1200,50",
        "currency": "EUR", "qualifier": "exact", "source": source.pk, "confidence": "stated",
        "_step": "publish",
    }  # fmt: skip
    data |= {f"{name}_{i}": "" for name in ("publish_at", "expire_at") for i in (0, 1)}
    headers = {"accept-language": "fr"}
    form = admin_client.get("/admin/partners/ledgerrow/add/", headers=headers).content.decode()
    assert "fonds transférés" in form
    posted = admin_client.post("/admin/partners/ledgerrow/add/", data, headers=headers)
    assert posted.status_code == 302, posted.context["adminform"].form.errors
    row = LedgerRow.objects.get(partner=partner)
    assert row.slug == f"ledger-{partner.slug}-2022-funds-eur"
    assert "EUR\u00a01,200.50" in page(f"/en/partners/{partner.slug}/")


def test_a_changed_amount_stands_on_the_corrections_page():
    row = make_ledger_row(value=100)
    row.value = 200
    row.save()
    assert Correction.objects.filter(field="value", old="100", new="200").exists()
    assert "200" in page("/en/figures/corrections/")
