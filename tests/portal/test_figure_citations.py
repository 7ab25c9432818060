"""A headline figure to quote: who says what, since when, from which source, and where it stays."""

import datetime

import pytest
from django.utils import timezone
from django.utils.translation import override

from alima_site.editorial.models import Edition, Figure, Source
from alima_site.portal.figure_files import bibtex, citation, marked

BEGUN = datetime.datetime(2024, 2, 29, 23, 30, tzinfo=datetime.UTC)
ADDRESS = "https://portal.example/f/patients/3/"


def edition(title="Annual report.", language="fr", value=1200, **more):
    source = Source(title=title, publisher="A publisher", language=language)
    figure = Figure(slug="patients", label_fr="Patients soignés", label_en="Patients treated")
    facts = {"unit": "people", "qualifier": "more_than", "number": 3, "begins_at": BEGUN}
    return Edition(figure=figure, source=source, value=value, **facts | more)


def test_it_names_label_value_edition_day_source_and_address():
    with override("en"), timezone.override("Africa/Niamey"):
        assert citation(edition(), ADDRESS).replace("\xa0", " ") == (
            "ALIMA. Patients treated: more than 1,200. Edition 3, since 1 March 2024. "
            f"Source: Annual report, A publisher. {ADDRESS}"
        )


def test_it_speaks_the_readers_language():
    with override("fr"), timezone.override("Africa/Niamey"):
        words = citation(edition(), ADDRESS)
    assert "Patients soignés" in words
    assert "plus de 1\u202f200" in words
    assert "1er\u00a0mars 2024" in words


def test_the_title_of_the_source_is_marked_with_its_own_language():
    found = edition(title="Rapport annuel", language="fr")
    html = marked(citation(found, ADDRESS), found.source)
    assert html.count('<cite lang="fr">Rapport annuel</cite>') == 1


def test_only_the_first_mention_of_the_title_is_marked():
    source = Source(title="ALIMA", language="en")
    assert marked("ALIMA. ALIMA", source) == '<cite lang="en">ALIMA</cite>. ALIMA'


@pytest.mark.parametrize("title", ["<script>x</script>", 'A "quoted" title', "Tom & Jerry"])
def test_nothing_in_it_becomes_markup(title):
    found = edition(title=title)
    html = marked(citation(found, ADDRESS), found.source)
    assert title not in html
    assert html.count("<") == 2  # the element around the title, and its end
    assert "<cite" in html


def test_bibtex_has_the_day_and_the_year_in_the_time_of_the_site():
    last_minutes = datetime.datetime(2023, 12, 31, 23, 30, tzinfo=datetime.UTC)
    with timezone.override("Africa/Niamey"):
        entry = bibtex(edition(begins_at=last_minutes), ADDRESS)
    assert "@misc{alima-patients-3," in entry
    assert "year = {2024}" in entry
    assert "date = {2024-01-01}" in entry


def test_bibtex_says_the_same_as_the_citation():
    with override("en"):
        entry = bibtex(edition(), ADDRESS).replace("\xa0", " ")
    for field in (
        "author = {ALIMA}", "title = {Patients treated: more than 1,200}", "edition = {3}",
        f"url = {{{ADDRESS}}}", "note = {Annual report., A publisher}",
    ):  # fmt: skip
        assert field in entry
