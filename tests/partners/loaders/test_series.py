"""One file announces series and lists episodes; each row is of one kind, on a real day."""

import pytest

from alima_site.editorial.content_files import ContentError, Row
from alima_site.editorial.content_load import Run
from alima_site.editorial.loading import Loader
from partners.loaders.series import EpisodeLoader, SeriesLoader


def row(**cells):
    return Row("episodes.csv", 7, cells)


@pytest.fixture
def rows(monkeypatch):
    """The rows the file has."""
    found = []
    monkeypatch.setattr(Loader, "rows", lambda loader: list(found))
    return found


def test_each_loader_takes_the_rows_of_its_kind(rows):
    rows += [row(id="a", kind="episode"), row(id="b", kind="series"), row(id="c", kind="episode")]
    assert [each["id"] for each in SeriesLoader(Run()).rows()] == ["b"]
    assert [each["id"] for each in EpisodeLoader(Run()).rows()] == ["a", "c"]


@pytest.mark.parametrize("kind", ["", "film", "Series"])
def test_a_row_of_no_kind_is_refused_with_its_place(rows, kind):
    rows.append(row(kind=kind))
    with pytest.raises(ContentError, match=r"episodes\.csv, line 7, column kind: .* is neither"):
        SeriesLoader(Run()).rows()


def test_a_series_is_called_by_its_own_name_not_by_that_of_its_row():
    given = row(id="announcement", series_id="stronger-together")
    loader = SeriesLoader(Run())
    assert loader.slug(given) == "stronger-together"
    assert loader.names(given) == ["stronger-together"]


def check(published, weekday):
    EpisodeLoader(Run()).check(row(published=published, weekday=weekday))


@pytest.mark.parametrize(
    ("published", "weekday"),
    [("2024-02-27", "Tuesday"), ("2024-02-27", ""), ("2024-02", "Monday"), ("", "Monday")],
)
def test_a_weekday_that_fits_or_cannot_be_known_is_taken(published, weekday):
    check(published, weekday)


def test_a_weekday_that_does_not_fit_is_refused_with_the_right_one():
    with pytest.raises(ContentError, match="column weekday: 2024-02-27 is a Tuesday"):
        check("2024-02-27", "Monday")
