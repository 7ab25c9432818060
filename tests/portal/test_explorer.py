"""The explorer and its files: what they show, that they agree, and what they do not tell."""

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
from django.db import connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from alima_site.portal.filters import StatisticFilter
from programs.models import PatientStatistic
from tests.benchmarks.rows import fill
from tests.factories import (
    make_country,
    make_indicator,
    make_partner,
    make_source,
    make_statistic,
    make_topic,
)

pytestmark = pytest.mark.django_db
EXPLORER = "/en/figures/explore/"


def slugs(**query):
    return {row.slug for row in Client().get(EXPLORER, query).context["page_obj"]}


@pytest.fixture
def one():
    """A statistic that every filter finds, and nothing else does."""
    topic, partner = make_topic(slug="only-theme"), make_partner(slug="only-partner")
    indicator = make_indicator(slug="only-indicator")
    indicator.topics.add(topic)
    country = make_country(slug="only-country", country="ZW")
    row = make_statistic(
        slug="the-one", indicator=indicator, programme=country, reported_by="Only them",
        confidence="inferred", period_start="1999-06-01", period_end="2001-01-31",
    )  # fmt: skip
    row.partners.add(partner)
    return row


@pytest.mark.parametrize(
    "query",
    [
        {"country": "only-country"},
        {"indicator": "only-indicator"},
        {"theme": "only-theme"},
        {"partner": "only-partner"},
        {"reporter": "Only them"},
        {"year": "1999"},
        {"year": "2000"},
        {"year": "2001"},
        {"country": "only-country", "confidence": "inferred", "year": "2000"},
    ],
    ids=str,
)
def test_each_filter_finds_what_it_names(query, one):
    assert slugs(**query) == {"the-one"}


def test_filters_leave_out_what_they_do_not_name(one):
    assert slugs(country="only-country", confidence="stated") == set()
    assert slugs(country="only-country", year="2024") == set()
    assert "the-one" not in slugs(country="all")


def test_an_open_period_goes_on_and_an_unknown_one_is_in_no_year(one):
    PatientStatistic.objects.filter(pk=one.pk).update(period_end=None)
    assert "the-one" in slugs(year="2024", country="only-country")
    PatientStatistic.objects.filter(pk=one.pk).update(period_start=None)
    assert slugs(year="2024", country="only-country") == set()


BAD = {
    "year=abc": "not known here",
    "year=99999": "not known here",
    "country=atlantis": "not known here",
    "country=%00": "not known here",
    "indicator=" + "x" * 10_000: "not known here",
    "confidence=%3Cscript%3E": "not known here",
    "partner[]=befen": "",
    "theme=malnutrition&theme=ebola": "more than once",
    "country=niger&country=niger": "more than once",
    "%00=1&utm_source=x": "",
    "page=": "",
}
NO_PAGE = [
    "page=-1",
    "page=0",
    "page=abc",
    "page=99999999999999999999",
    "page=1&page=2",
    "page=%00",
]
NO_PAGE.append("page=" + "9" * 10_000)


@pytest.mark.parametrize("query", BAD, ids=lambda query: query[:20])
def test_a_bad_filter_is_left_out_and_the_page_says_so(query):
    page = Client().get(f"{EXPLORER}?{query}")
    text = page.content.decode()
    assert page.status_code == 200
    assert BAD[query] in text
    assert ("Part of this choice is not understood" in text) == bool(BAD[query])
    assert "<script>" not in text
    french = Client().get(f"/fr/chiffres/explorer/?{query}").content.decode()
    assert ("n’est pas comprise" in french) == bool(BAD[query])


@pytest.mark.parametrize("query", NO_PAGE, ids=lambda query: query[:20])
def test_a_page_that_is_not_there_is_not_found_in_the_readers_language(query):
    said = {
        EXPLORER: "This page does not exist",
        "/fr/chiffres/explorer/": "Cette page n’existe pas",
    }
    for address, words in said.items():
        page = Client().get(f"{address}?{query}")
        assert page.status_code == 404
        assert re.search(r"<h1[^>]*>\s*" + words, page.content.decode())


@pytest.mark.parametrize("query", [query for query, said in BAD.items() if said])
@pytest.mark.parametrize("ending", ["csv", "xlsx", "json", "zip"])
def test_no_file_is_given_for_a_filter_that_is_not_understood(query, ending):
    assert Client().get(f"/data/statistics.{ending}?{query}").status_code == 404


def test_valid_filters_beside_a_bad_one_stay_in_the_links():
    page = Client().get(f"{EXPLORER}?country=niger&year=abc").content.decode()
    assert 'href="/data/statistics.csv?country=niger"' in page


def test_one_series_is_drawn_large_and_several_small():
    one = Client().get(EXPLORER, {"country": "niger", "indicator": "sam_children"})
    assert "bar-series__drawing" in one.content.decode()
    several = Client().get(EXPLORER, {"country": "niger"})
    assert "small-multiples__drawing" in several.content.decode()
    assert len(several.context["multiples"]) > 1


def queries_of(address):
    """Once the process knows what is kept until content changes."""
    assert Client().get(address).status_code == 200
    with CaptureQueriesContext(connection) as queries:
        Client().get(address)
    return len(queries)


def copies(times):
    """The statistics of the stock, so many times over."""
    rows = list(PatientStatistic.objects.all())
    PatientStatistic.objects.bulk_create(
        PatientStatistic(
            slug=f"{row.slug[:60]}-{n}", state="published", indicator_id=row.indicator_id,
            programme_id=row.programme_id, value=row.value + n, source_id=row.source_id,
            period_start=row.period_start, period_end=row.period_end,
            period_basis=row.period_basis,
        )
        for n in range(times)
        for row in rows
    )  # fmt: skip


def test_the_explorer_asks_as_little_of_thousands_as_of_hundreds():
    addresses = [EXPLORER, f"{EXPLORER}?country=niger", f"{EXPLORER}?page=2"]
    few = [queries_of(address) for address in addresses]
    copies(10)
    many = [queries_of(address) for address in addresses]
    assert max(few + many) <= 8


@pytest.mark.parametrize("share", [0, 0.01, 0.1])
def test_the_explorer_asks_eight_times_at_most_whatever_is_chosen_and_withheld(share):
    fill(2_000, share)
    most = PatientStatistic.objects.values_list("indicator__slug", flat=True)[0]
    chosen = ["", "?page=2", "?country=niger", "?year=2022", f"?indicator={most}"]
    asked = {query: queries_of(f"{EXPLORER}{query}") for query in chosen}
    assert max(asked.values()) <= 8, asked


# Random statistics, random filters: everything says the same, and nothing too much.

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
    max_examples=100 if os.environ.get("AUDIT") else 12,
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


def test_the_filter_is_the_same_for_page_and_file():
    """Both are built from it; a second one would drift from the first."""
    assert set(StatisticFilter.base_filters) == {
        "country", "indicator", "theme", "partner", "reporter", "year", "confidence",
    }  # fmt: skip
