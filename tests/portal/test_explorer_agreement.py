"""Random statistics, random filters: page and files say the same, and nothing too much."""

import csv
import io
import json
import os
import re
import zipfile
from collections import defaultdict
from contextlib import contextmanager
from urllib.parse import urlencode

import openpyxl
import pytest
from django.db import transaction
from django.test import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from programs.models import PatientStatistic
from tests.factories import (
    make_country,
    make_indicator,
    make_source,
    make_statistic,
    make_topic,
)

pytestmark = pytest.mark.django_db
EXPLORER = "/en/figures/explore/"


PERIODS = [
    ("2020-01-01", "2020-12-31", "stated"),
    ("2021-01-01", "2021-12-31", "stated"),
    ("2020-01-01", "2020-06-30", "stated"),
    ("2020-07-01", "2020-12-31", "stated"),
    ("2020-01-01", "2021-12-31", "inferred"),
    ("2021-06-01", None, "open"),
    (None, None, "not stated"),
]


ROW = st.fixed_dictionaries(
    {
        "value": st.sampled_from([0, 3, 9, 12, 40, 95, 500]),
        "indicator": st.integers(0, 1),
        "programme": st.sampled_from([None, 0, 1]),
        "place": st.sampled_from(["", "", "A town"]),
        "reported_by": st.sampled_from(["ALIMA", "ALIMA", "=Others"]),
        "period": st.sampled_from(PERIODS),
        "subset_of": st.one_of(st.none(), st.integers(0, 11)),
        "qualifier": st.sampled_from(["exact", "more_than"]),
        "confidence": st.sampled_from(["stated", "inferred"]),
    }
)


QUERY = st.fixed_dictionaries(
    {},
    optional={
        "country": st.sampled_from(["country-0", "country-1", "all"]),
        "indicator": st.sampled_from(["indicator-0", "indicator-1"]),
        "theme": st.just("theme"),
        "reporter": st.sampled_from(["ALIMA", "=Others"]),
        "year": st.sampled_from(["2020", "2021"]),
        "confidence": st.sampled_from(["stated", "inferred"]),
    },
)


@contextmanager
def rolled_back():
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def make_rows(rows):
    PatientStatistic.objects.update(state="draft")
    source = make_source()
    countries = [make_country(slug=f"country-{n}", country=c) for n, c in enumerate(("ZW", "ZM"))]
    indicators = [make_indicator(slug=f"indicator-{n}", unit="people") for n in (0, 1)]
    indicators[0].topics.add(make_topic(slug="theme"))
    made = []
    for n, row in enumerate(rows):
        start, end, basis = row.pop("period")
        whole, country = row.pop("subset_of"), row.pop("programme")
        made.append(
            make_statistic(
                **row | {"indicator": indicators[row["indicator"]]},
                slug=f"row-{n}", source=source, hint_en=f"they are {row['value']}",
                programme=None if country is None else countries[country],
                period_start=start, period_end=end, period_basis=basis,
                subset_of=made[whole] if whole is not None and whole < n else None,
            )
        )  # fmt: skip
    return made


def taken(ending, query):
    response = Client().get(f"/data/statistics.{ending}", query)
    assert response.status_code == 200
    return b"".join(response.streaming_content)


def from_csv(content):
    labels, _tags, *rows = csv.reader(io.StringIO(content.decode(), newline=""))
    return [(row[0], int(v) if (v := row[labels.index("Value")]) else None) for row in rows]


def from_xlsx(content):
    labels, _tags, *rows = openpyxl.load_workbook(io.BytesIO(content)).worksheets[0].values
    return [(row[0], row[labels.index("Value")]) for row in rows]


def check_sum(total, made):
    """By the rules, found here in another way."""
    parts = [made[slug] for slug in total["parts"]]
    for name in ("indicator_id", "programme_id", "place", "reported_by"):
        assert len({getattr(part, name) for part in parts}) == 1
    days = [(part.period_start, part.period_end) for part in parts]
    assert all(start and end for start, end in days)
    assert not any(a < d and c < b for a, b in days for c, d in days if (a, b) != (c, d))
    assert len(set(days)) == len(days)
    for part in parts:
        assert part.period_basis == "stated"
        assert part.value == 0 or part.value >= 10
        whole = part.subset_of
        while whole:
            assert whole not in parts
            whole = whole.subset_of
    assert total["value"] == sum(part.value for part in parts)


def check_subtraction(values, made):
    """No whole less its other parts is a part that is withheld."""
    parts = defaultdict(list)
    for row in made.values():
        if row.subset_of:
            parts[row.subset_of.slug].append(row.slug)
    for whole, names in parts.items():
        unknown = [name for name in (whole, *names) if values.get(name) is None]
        if len(unknown) == 1 and len(names) > 1:
            shown = sum(values[name] for name in names if name not in unknown)
            missing = values[whole] - shown if unknown != [whole] else shown
            assert missing != made[unknown[0]].value, (whole, names)


@settings(
    max_examples=100 if os.environ.get("AUDIT") else 8,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(rows=st.lists(ROW, min_size=1, max_size=12), query=QUERY)
def test_page_and_files_agree_for_every_filter_and_tell_no_small_count(rows, query, db):
    with rolled_back():
        made = {row.slug: row for row in make_rows(rows)}
        for row in made.values():
            row.refresh_from_db()
        address = f"{EXPLORER}?{urlencode(query)}"
        page = Client().get(address)
        if page.context["is_understood"]:
            agree(page, query, made)
        everything = dict(from_csv(taken("csv", {})))
        assert set(everything) == set(made)
        for slug, value in everything.items():
            assert value in (None, made[slug].value)
            assert value is None or not 0 < value < 10
        check_subtraction(everything, made)


def agree(page, query, made):
    found = json.loads(taken("json", query))
    expected = [(row["id"], row["value"]) for row in found["rows"]]
    assert found["count"] == len(expected) == page.context["page_obj"].paginator.count
    assert [(row.slug, row.value) for row in page.context["page_obj"]] == expected
    assert from_csv(taken("csv", query)) == from_xlsx(taken("xlsx", query)) == expected
    with zipfile.ZipFile(io.BytesIO(taken("zip", query))) as archive:
        assert from_csv(archive.read("statistics.csv")) == expected
        (resource,) = json.loads(archive.read("datapackage.json"))["resources"]
    assert resource["count"] == len(expected)
    assert resource["sum"] == found["sum"]
    text = page.content.decode()
    for slug, value in expected:
        if value is None:
            assert f"they are {made[slug].value}<" not in text or value in dict(expected).values()
            row = next(row for row in found["rows"] if row["id"] == slug)
            assert (row["value_status"], row["counted_en"]) == ("suppressed", None)
    if found["sum"]:
        check_sum(found["sum"], made)
        total = f"{found['sum']['value']:,}"
        assert re.search(rf"Sum of {len(found['sum']['parts'])} values.*{total}", text)
    else:
        assert found["no_sum"]["en"] in text or not expected
