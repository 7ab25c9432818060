"""What each column of a study or a publication offers a reader to choose from."""

import pytest
from django.utils.translation import override

from research.filters import (
    of_countries,
    of_design,
    of_kind,
    of_status,
    of_year,
    of_years,
)


@pytest.mark.parametrize(
    ("start", "end", "years"),
    [
        ("2019", "2021", ["2019", "2020", "2021"]),
        ("2020", "2020", ["2020"]),
        ("2020", "", ["2020"]),
        ("", "2021", ["2021"]),
        ("", "", []),
    ],
)
def test_a_study_is_found_in_every_year_it_ran(start, end, years):
    assert of_years(start, end) == {year: year for year in years}


@pytest.mark.parametrize(("codes", "found"), [("", {}), ("NE,ML", {"NE": "Niger", "ML": "Mali"})])
def test_each_country_of_a_study_is_a_choice(codes, found):
    with override("en"):
        assert of_countries(codes) == found


def test_a_publication_without_a_year_is_found_by_none():
    assert of_year(None) == {}
    assert of_year("2016") == {"2016": "2016"}


@pytest.mark.parametrize(
    ("language", "design", "kind", "status"),
    [
        ("en", "randomised trial", "conference abstract", "ongoing"),
        ("fr", "essai randomisé", "résumé de congrès", "en cours"),
    ],
)
def test_choices_are_in_the_readers_language(language, design, kind, status):
    with override(language):
        assert of_design("randomised") == {"randomised": design}
        assert of_kind("conference abstract") == {"conference abstract": kind}
        assert of_status("ongoing", "en cours") == {"ongoing": status}
