"""The ledger: what staff may enter, what the public sees, what is added and what is not."""

import csv
import io
from contextlib import contextmanager
from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from django.db import transaction
from django.test import Client
from django.utils.translation import override
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from alima_site.editorial.models import Correction
from alima_site.editorial.sums import NoSum, Sum
from partners.ledger import ADDABLE, sum_up
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


@pytest.mark.parametrize(
    "given",
    [
        {"value": None},
        {"value": -1},
        {"currency": ""},
        {"currency": "eur"},
        {"measure": "share", "value": 101, "currency": ""},
        {"measure": "seats", "value": 2, "currency": "EUR"},
        {"measure": "seats", "value": "1.5", "currency": ""},
        {"measure": "step", "value": 3, "currency": ""},
        {"measure": "step", "value": None, "currency": "", "text_fr": ""},
        {"year": 2008},
        {"year": 3000},
    ],
    ids=str,
)
def test_what_cannot_be_true_is_refused(given):
    row = make_ledger_row(text_fr="Mots", text_en="Words")
    for name, value in given.items():
        setattr(row, name, value)
    with pytest.raises(ValidationError):
        row.full_clean()


def test_a_second_row_of_the_same_year_is_refused_but_steps_may_be_several():
    first = make_ledger_row()
    again = LedgerRow(partner=first.partner, year=2023, measure="funds", currency="EUR", value=1,
                      source=first.source, slug="again")  # fmt: skip
    with override("en"), pytest.raises(ValidationError, match="already"):
        again.full_clean()
    again.currency = "XOF"
    again.full_clean()
    step = {"measure": "step", "value": None, "currency": "", "text_fr": "a", "text_en": "a"}
    one = make_ledger_row(slug="", partner=first.partner, **step)
    other = make_ledger_row(slug="", partner=first.partner, **step)
    assert one.slug != other.slug


@pytest.mark.parametrize(
    ("other", "reason"),
    [
        ({"currency": "XOF"}, "different currencies"),
        ({"measure": "trainings", "currency": ""}, "different measures"),
        ({"partner": None}, "different partners"),
    ],
    ids=str,
)
def test_what_does_not_belong_together_is_not_added(other, reason):
    first = make_ledger_row(year=2022)
    if "partner" in other:
        other = {"partner": make_partner()}
    total = sum_up([first, make_ledger_row(**{"partner": first.partner} | other)])
    assert isinstance(total, NoSum)
    with override("en"):
        assert reason in total.sentence


def test_seats_are_not_added_over_years_and_money_is():
    partner = make_partner()
    seats = {"measure": "seats", "currency": "", "value": 1, "partner": partner}
    lasting = [make_ledger_row(year=year, **seats) for year in (2021, 2022)]
    assert isinstance(sum_up(lasting), NoSum)
    money = [
        make_ledger_row(partner=partner, year=year, value=Decimal("10.50"), qualifier=qualifier)
        for year, qualifier in ((2021, "exact"), (2022, "more_than"))
    ]
    total = sum_up(money)
    assert isinstance(total, Sum)
    with override("en"):
        assert total.sentence == "Sum of 2 values, 2021 to 2022: more than EUR\u00a021"


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


ROW = st.fixed_dictionaries(
    {
        "partner": st.integers(0, 2),
        "year": st.integers(2019, 2023),
        "measure": st.sampled_from(["funds", "funds", "trainings", "seats", "share"]),
        "value": st.integers(0, 100),
        "currency": st.sampled_from(["EUR", "XOF"]),
        "qualifier": st.sampled_from(["exact", "about"]),
        "state": st.sampled_from(["published", "published", "draft"]),
        "source": st.sampled_from(["published", "published", "draft"]),
    }
)


def key(row):
    return row["partner"], row["year"], row["measure"], row["currency"]


@contextmanager
def rolled_back():
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def make_rows(rows):
    """The public ones among the rows, with their own sums by partner, measure and currency."""
    partners = [make_partner(slug=f"partner-{n}", acronym=f"P{n}") for n in range(3)]
    sources = {state: make_source(state=state) for state in ("published", "draft")}
    public = []
    for row in rows:
        row = row | {"currency": row["currency"] if row["measure"] == "funds" else ""}
        made = make_ledger_row(
            **row | {"partner": partners[row["partner"]], "source": sources[row["source"]]}
        )
        if (row["state"], row["source"]) == ("published", "published"):
            public.append(made)
    return partners, public


@settings(
    max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(rows=st.lists(ROW, max_size=10, unique_by=lambda row: key(row)[:3]))
def test_pages_and_file_agree_for_random_ledgers(rows, db):
    with rolled_back():
        partners, public = make_rows(rows)
        content = b"".join(Client().get("/data/ledger.csv").streaming_content).decode()
        labels, _tags, *lines = csv.reader(io.StringIO(content, newline=""))
        filed = {line[0]: dict(zip(labels, line, strict=True)) for line in lines}
        assert set(filed) == {row.slug for row in public}
        model = Client().get("/en/model/")
        shown = {row.slug: row for line in model.context["ledger"] for row in line.rows}
        assert set(shown) == set(filed)
        for row in public:
            assert float(filed[row.slug]["Value"]) == shown[row.slug].value == row.value
            assert filed[row.slug]["Currency"] == row.currency
        for partner in partners:
            check_partner(partner, [row for row in public if row.partner == partner])


def check_partner(partner, rows):
    response = Client().get(partner.get_absolute_url().replace("/fr/partenaires/", "/en/partners/"))
    lines, text = response.context["ledger"], response.content.decode()
    assert {row.slug for line in lines for row in line.rows} == {row.slug for row in rows}
    totals = [total for line in lines for total in line.sums if isinstance(total, Sum)]
    for total in totals:
        assert len({(part.measure, part.currency) for part in total.parts}) == 1
        assert total.parts[0].measure in ADDABLE
        assert total.value == sum(part.value for part in total.parts)
        with override("en"):
            assert total.sentence in text
    groups = {(row.measure, row.currency) for row in rows if row.measure in ADDABLE}
    several = [g for g in groups if sum((r.measure, r.currency) == g for r in rows) > 1]
    assert len(totals) == len(several)
