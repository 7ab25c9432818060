"""The public never reads a value that is withheld, on whatever page."""

import pytest
from django.utils.translation import override

from alima_site.editorial.models import Correction
from programs.models import PatientStatistic
from tests.factories import make_country, make_indicator, make_source, make_statistic


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
