"""No count of a few people is told, nor can one be worked out from what is."""

import datetime
from collections import defaultdict

import pytest
from django.db import transaction
from django.utils.translation import override
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from alima_site.editorial.models import Correction
from programs.disclosure.counted import Counted
from programs.disclosure.suppression import DERIVABLE, SMALL, withheld
from programs.models import PatientStatistic
from tests.factories import make_country, make_indicator, make_source, make_statistic

QUARTERS = [datetime.date(2020, month, 1) for month in (1, 4, 7, 10)] + [datetime.date(2021, 1, 1)]
DAY = datetime.timedelta(days=1)


def counted(key, value, *, whole=None, country=1, place="", quarters=(0, 4), **given):
    start, end = QUARTERS[quarters[0]], QUARTERS[quarters[1]] - DAY
    row = Counted(key, value, whole, 1, country, place, "ALIMA", start, end, 10, "people")
    return row._replace(**given)


@pytest.mark.parametrize(
    ("value", "threshold", "unit", "reason"),
    [
        (0, 10, "people", None),
        (1, 10, "people", SMALL),
        (9, 10, "people", SMALL),
        (10, 10, "people", None),
        (19, 20, "people", SMALL),
        (3, 0, "beds", None),
    ],
)
def test_a_count_is_small_between_zero_and_its_threshold(value, threshold, unit, reason):
    row = counted(1, value, threshold=threshold, unit=unit)
    assert withheld([row]).get(1) == reason


def test_the_smallest_other_part_that_covers_it_is_withheld_too():
    rows = [counted(1, 400), *(counted(n, v, whole=1) for n, v in ((2, 5), (3, 300), (4, 95)))]
    assert withheld(rows) == {2: SMALL, 4: DERIVABLE}


def test_the_whole_is_withheld_where_no_part_can_be():
    assert withheld([counted(1, 18), counted(2, 9, whole=1), counted(3, 9, whole=1)]) == {
        1: DERIVABLE, 2: SMALL, 3: SMALL,
    }  # fmt: skip


def test_what_covers_a_small_count_cannot_be_worked_out_from_its_own_parts():
    rows = [counted(1, 100), counted(2, 5, whole=1), counted(3, 95, whole=1)]
    rows += [counted(4, 55, whole=3), counted(5, 40, whole=3)]
    assert withheld(rows) == {2: SMALL, 3: DERIVABLE, 5: DERIVABLE}


@pytest.mark.parametrize(
    "parts",
    [
        [{"place": "Here"}, {"place": "There"}],
        [{"country": 1}, {"country": 2}],
        [{"country": 1}, {"country": 2, "place": "A"}],
        [{"quarters": (0, 2)}, {"quarters": (2, 4)}],
    ],
    ids=["places", "countries", "a place of another country", "periods"],
)
def test_parts_need_not_be_declared(parts):
    total = {"country": None} if "country" in parts[0] else {}
    rows = [counted(1, 100, **total), counted(2, 5, **parts[0]), counted(3, 95, **parts[1])]
    assert withheld(rows) == {2: SMALL, 3: DERIVABLE}


def test_overlapping_periods_lead_to_no_small_count():
    values = {(0, 3): 70, (1, 4): 60, (3, 4): 5, (0, 1): 15}
    rows = [counted(n, v, quarters=q) for n, (q, v) in enumerate(values.items(), 1)]
    # 60 − 70 + 15 = 5
    assert withheld(rows) == {3: SMALL, 2: DERIVABLE}


def test_a_percentage_that_comes_to_a_few_people_is_withheld():
    whole = counted(1, 100)
    rate = counted(2, 5, whole=1, unit="%", threshold=0)
    assert withheld([whole, rate]) == {2: DERIVABLE}
    assert withheld([whole, rate._replace(value=50)]) == {}


def test_other_indicators_reporters_and_periods_are_left_alone():
    rows = [counted(1, 5), counted(2, 100, indicator=2), counted(3, 100, reporter="Other")]
    assert withheld([*rows, counted(4, 50, country=3)]) == {1: SMALL}


VALUES = st.sampled_from([0, 1, 3, 7, 12, 25, 60, 200])
PLACES = [(None, ""), *((country, place) for country in (1, 2) for place in ("", "A", "B"))]


@st.composite
def consistent_tables(draw):
    """Published sums of the same small counts: countries, places and quarters, and their totals."""
    atoms = {
        (country, place, quarter): draw(VALUES)
        for country in (1, 2)
        for place in "AB"
        for quarter in range(4)
    }
    periods = [(start, end) for start in range(4) for end in range(start + 1, 5)]
    few = draw(st.lists(st.sampled_from(periods), min_size=1, max_size=4, unique=True))
    choice = st.tuples(st.sampled_from(PLACES), st.sampled_from(few))
    chosen = draw(st.lists(choice, min_size=2, max_size=16, unique=True))
    return [
        counted(
            key, sum(v for a, v in atoms.items() if holds(where, quarters, a)),
            country=where[0], place=where[1], quarters=quarters,
        )
        for key, (where, quarters) in enumerate(chosen, 1)
    ]  # fmt: skip


def holds(where, quarters, atom):
    country, place = where
    in_place = country in (None, atom[0]) and place in ("", atom[1])
    return in_place and quarters[0] <= atom[2] < quarters[1]


def worked_out(rows, hidden):
    """What a patient reader finds by adding and subtracting: one unknown at a time."""
    known = {row.key for row in rows} - set(hidden)
    additions = list(all_additions(rows))
    while True:
        found = {
            unknown[0]
            for members in additions
            if len(unknown := [key for key in members if key not in known]) == 1
        }
        if not found:
            return known & set(hidden)
        known |= found


def all_additions(rows):
    """The keys of each whole with a full set of its parts."""
    by_place = defaultdict(dict)
    for row in rows:
        by_place[row.start, row.end][row.country, row.place] = row.key
    for keys in by_place.values():
        for whole, parts in (
            ((None, ""), [(1, ""), (2, "")]),
            ((1, ""), [(1, "A"), (1, "B")]),
            ((2, ""), [(2, "A"), (2, "B")]),
            ((None, ""), [(1, "A"), (1, "B"), (2, "")]),
            ((None, ""), [(1, ""), (2, "A"), (2, "B")]),
        ):
            if all(member in keys for member in (whole, *parts)):
                yield [keys[member] for member in (whole, *parts)]
    lines = defaultdict(dict)
    for row in rows:
        lines[row.line][QUARTERS.index(row.start), QUARTERS.index(row.end + DAY)] = row.key
    for keys in lines.values():
        for start, end in keys:
            for middle in range(start + 1, end):
                if (start, middle) in keys and (middle, end) in keys:
                    yield [keys[start, end], keys[start, middle], keys[middle, end]]


@settings(max_examples=300, deadline=None)
@given(consistent_tables())
def test_no_small_count_can_be_worked_out(rows):
    hidden = withheld(rows)
    assert {row.key for row in rows if row.is_small} <= set(hidden)
    assert not worked_out(rows, hidden)


@pytest.fixture
def family(db):
    """A country whose total of 100 has parts of 95 and 5."""
    country, indicator = make_country(slug="small", country="ZW"), make_indicator(slug="few")
    same = {"programme": country, "indicator": indicator, "source": make_source(slug="telling")}
    whole = make_statistic(value=100, slug="whole", **same)
    return [
        whole,
        make_statistic(value=95, slug="most", subset_of=whole, hint_en="95 of them", **same),
        make_statistic(
            value=5, slug="some", subset_of=whole, hint_en="only 5", note_en="5", **same
        ),
    ]


def shown(queryset):
    return {row.slug: row.value for row in queryset if row.slug in ("whole", "most", "some")}


def test_the_public_records_have_lost_what_is_withheld(family):
    expected = {"whole": 100, "most": None, "some": None}
    published = PatientStatistic.objects.published()
    assert shown(published) == shown(PatientStatistic.objects.for_table()) == expected
    assert shown(PatientStatistic.objects.for_chart().iterator(chunk_size=2)) == expected
    assert shown(PatientStatistic.objects.all()) == {"whole": 100, "most": 95, "some": 5}
    row = published.get(slug="some")
    assert (row.hint_en, row.note_en) == ("", "")


def test_it_is_withheld_whatever_else_is_asked_for(family):
    assert shown(PatientStatistic.objects.published().filter(slug="most")) == {"most": None}
    assert shown(PatientStatistic.objects.filter(slug="most").published()) == {"most": None}


def test_a_draft_withholds_nothing(family):
    PatientStatistic.objects.filter(slug="some").update(state="draft")
    assert shown(PatientStatistic.objects.published()) == {"whole": 100, "most": 95}


def test_values_are_not_read_past_the_rule(family):
    for question in ("values", "values_list"):
        with pytest.raises(TypeError, match="withhold"):
            getattr(PatientStatistic.objects.published(), question)("value")


def test_a_withheld_record_cannot_be_saved(family):
    row = PatientStatistic.objects.published().get(slug="some")
    with pytest.raises(Exception, match=r"(?i)null"):
        row.save()


def test_the_threshold_of_an_indicator_goes_before_that_of_people(family):
    row = make_statistic(value=19, indicator=make_indicator(threshold=20))
    assert PatientStatistic.objects.published().get(pk=row.pk).value is None


@pytest.mark.parametrize(
    ("address", "fewer"),
    [
        ("/en/programmes/small/", "&lt; 10"),
        ("/fr/programmes/small/", "moins de 10"),
        ("/en/figures/indicators/few/", "&lt; 10"),
        ("/en/sources/telling/", "&lt; 10"),
    ],
)
def test_a_page_says_fewer_than_and_nothing_more(family, address, fewer, client):
    page = client.get(address).content.decode()
    assert fewer in page
    for telling in (">95<", "95 of them", "only 5", ": 95", ": 5<"):
        assert telling not in page


def test_corrections_do_not_tell_a_small_count(family):
    row = PatientStatistic.objects.get(slug="some")
    row.value = 7
    row.save()
    correction = Correction.objects.get()
    assert (correction.old, correction.new) == ("", "")
    with override("en"):
        assert "7" not in correction.label_en


@settings(
    max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    rows=st.lists(
        st.tuples(
            st.integers(0, 3), st.sampled_from([0, 4, 12, 40, 300]), st.integers(0, 11) | st.none()
        ),
        min_size=1,
        max_size=12,
    )
)
def test_what_one_indicator_withholds_is_what_all_together_do(rows, db):
    """The decision is taken for the indicators that are read; it must not differ from the whole."""
    with transaction.atomic():
        indicators = [make_indicator(unit="%" if n == 3 else "people") for n in range(4)]
        source, made = make_source(), []
        for n, (indicator, value, whole) in enumerate(rows):
            part_of = made[whole] if whole is not None and whole < n else None
            made.append(
                make_statistic(
                    indicator=indicators[indicator], value=value, subset_of=part_of, source=source
                )
            )
        everything = PatientStatistic.objects.published().withheld()
        read = {
            row.pk: row.withheld
            for indicator in indicators
            for row in PatientStatistic.objects.for_table().filter(indicator=indicator)
        }
        in_chunks = PatientStatistic.objects.for_explorer().iterator(chunk_size=2)
        streamed = {row.pk: row.withheld for row in in_chunks if row.pk in read}
        assert read == streamed == {row.pk: everything.get(row.pk, "") for row in made}
        transaction.set_rollback(True)


@settings(
    max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    rows=st.lists(
        st.tuples(
            st.integers(0, 1),
            st.sampled_from([0, 4, 9, 12, 40, 300]),
            st.sampled_from([None, 0, 1]),
            st.sampled_from(["", "A town", "A village"]),
            st.sampled_from(["ALIMA", "Others"]),
            st.sampled_from(
                [
                    ("2020-01-01", "2020-12-31"),
                    ("2021-01-01", "2021-12-31"),
                    ("2020-01-01", "2021-12-31"),
                    ("2021-06-01", None),
                    (None, None),
                ]
            ),
        ),
        min_size=1,
        max_size=14,
    ),
    year=st.sampled_from([0, 1, 2, 4]),
)
def test_what_one_period_withholds_is_what_all_together_do(rows, year, db):
    """Only the periods of the page are read, where that is enough: it must not differ."""
    with transaction.atomic():
        indicators, source = [make_indicator() for _ in range(2)], make_source()
        countries = [make_country(country=code) for code in ("ZW", "ZM")]
        for indicator, value, country, place, reporter, (start, end) in rows:
            make_statistic(
                indicator=indicators[indicator], value=value, place=place, source=source,
                programme=None if country is None else countries[country],
                reported_by=reporter, period_start=start, period_end=end,
            )  # fmt: skip
        everything = PatientStatistic.objects.published().withheld()
        some = PatientStatistic.objects.for_explorer().filter(indicator__in=indicators)
        page = list(some)[year::3]
        again = list(some.filter(pk__in=[row.pk for row in page]))
        assert {row.pk: row.withheld for row in again} == {
            row.pk: everything.get(row.pk, "") for row in page
        }
        transaction.set_rollback(True)
