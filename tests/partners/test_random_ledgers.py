"""Whatever the ledger holds, pages, file and sums say the same of it."""

import csv
import io
from contextlib import contextmanager

from django.db import transaction
from django.test import Client
from django.utils.translation import override
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from alima_site.editorial.sums import Sum
from partners.ledger import ADDABLE
from tests.factories import make_ledger_row, make_partner, make_source

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
