"""What is withheld is the same whichever statistics are read, and however."""

import os

from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from programs.models import PatientStatistic
from tests.factories import make_country, make_indicator, make_source, make_statistic

EXAMPLES = 100 if os.environ.get("AUDIT") else 10


@settings(
    max_examples=EXAMPLES,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
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
    max_examples=EXAMPLES,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
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
