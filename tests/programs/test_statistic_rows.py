"""The lines of a statistics table: what stands in each, and that it is escaped."""

import pytest

from alima_site.editorial.models import Source
from programs.disclosure.suppression import DERIVABLE, SMALL
from programs.templatetags.statistics import statistic_rows
from tests.programs.unsaved import a_statistic, an_indicator

pytestmark = pytest.mark.usefixtures("in_english")


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


def test_no_rows_are_no_lines_and_two_are_two():
    assert statistic_rows([]) == ""
    assert statistic_rows([a_statistic(), a_statistic()]).count("<tr>") == 2


def test_a_record_has_an_address_to_print():
    row = a_statistic(1234)
    assert f'data-short="{row.short_path}">1,234</a>' in statistic_rows([row])
