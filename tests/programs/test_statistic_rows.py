"""The lines of a statistics table: what stands in each, and that it is escaped."""

import pytest
from django.utils.translation import override

from alima_site.editorial.models import Source
from partners.models import Partner
from programs.disclosure.suppression import DERIVABLE, SMALL
from programs.templatetags.statistics import statistic_rows
from tests.programs.unsaved import a_statistic, an_indicator


@pytest.fixture(autouse=True)
def in_english():
    with override("en"):
        yield


def line(anchors=False, **given):
    return statistic_rows([a_statistic(**given)], anchors)


def test_a_value_is_linked_to_its_line_on_the_page_of_its_indicator():
    html = line(value=1234, slug="a-row", indicator=an_indicator("cases"))
    assert 'href="/en/figures/indicators/cases/#a-row"' in html
    assert ">1,234</a>" in html
    assert 'id="a-row"' not in html


def test_on_that_page_the_line_is_the_place_that_links_lead_to():
    html = line(anchors=True, value=1234, slug="a-row")
    assert '<tr id="a-row">' in html
    assert "1,234</td>" in html
    assert "#a-row" not in html


@pytest.mark.parametrize("field", ["hint_en", "place", "reported_by", "note_en"])
def test_what_people_write_is_escaped(field):
    html = line(**{field: "<b>bold</b>"})
    assert "<b>" not in html
    assert "&lt;b&gt;bold" in html


def test_the_title_of_a_source_is_escaped_and_has_its_language():
    row = a_statistic(source=Source(slug="s", title="<b>", language="fr", state="published"))
    assert '<a href="/en/sources/s/" lang="fr">&lt;b&gt;</a>' in statistic_rows([row])


def test_a_source_that_is_not_public_is_not_named():
    row = a_statistic(source=Source(slug="s", title="Hidden", state="draft"))
    assert "Hidden" not in statistic_rows([row])


def test_further_sources_follow_and_the_date_ends_the_line():
    row = a_statistic(source_published="2024-02")
    row.further = [Source(slug="other", title="Another", language="en", state="published")]
    assert 'lang="en">Another</a> (February 2024)</td></tr>' in statistic_rows([row])
    assert "A source</a> · <a" in statistic_rows([row])


@pytest.mark.parametrize(("reason", "words"), [(SMALL, "&lt; 10"), (DERIVABLE, "withheld")])
def test_a_withheld_value_has_its_words_and_its_reason(reason, words):
    html = line(value=5, withheld=reason, hint_en="5 children")
    assert f">{words}</a>" in html
    assert 'class="figures-table__withheld"' in html
    assert "5 children" not in html


def test_places_and_partners_are_named():
    row = a_statistic(place="Mirriah; Dakoro")
    row.public_partners = [Partner(acronym="MADE")]
    assert "Mirriah · Dakoro · MADE" in statistic_rows([row])


def test_who_reported_is_said_of_others_than_alima():
    assert "reported by" not in line()
    assert "reported by Others" in line(reported_by="Others")


def test_a_part_names_its_whole_and_leads_to_it():
    row = a_statistic()
    row.whole_slug, row.whole_indicator_slug = "the-whole", "all-cases"
    row.whole_indicator_name_fr = "Cas"
    row.whole_indicator_name_en = "All < cases"
    html = statistic_rows([row])
    link = '<a href="/en/figures/indicators/all-cases/#the-whole">All &lt; cases</a>'
    assert f"part of {link}" in html


def test_a_disagreement_shows_the_other_value_and_who_gave_it():
    row, other = a_statistic(), a_statistic(777, slug="other", reported_by="Others <x>")
    row.disagreeing = [other]
    html = statistic_rows([row])
    assert '<span class="badge badge--conflict">disagrees</span>' in html
    assert '#other">777</a>' in html
    assert "Others &lt;x&gt;" in html


def test_a_disagreeing_value_that_is_withheld_stays_so():
    row = a_statistic()
    row.disagreeing = [a_statistic(7, withheld=SMALL)]
    assert ">&lt; 10</a>" in statistic_rows([row])


def test_an_inferred_year_has_one_badge():
    html = line(period_basis="inferred", confidence="inferred")
    assert html.count("badge--inferred") == 1
    assert "year inferred" in html


def test_what_else_is_inferred_is_said_too():
    assert "inferred, see the words beside it" in line(confidence="inferred")
    assert "badge" not in line()


def test_no_rows_are_no_lines_and_two_are_two():
    assert statistic_rows([]) == ""
    assert statistic_rows([a_statistic(), a_statistic()]).count("<tr>") == 2


def test_a_record_has_an_address_to_print():
    row = a_statistic(1234)
    assert f'data-short="{row.short_path}">1,234</a>' in statistic_rows([row])
