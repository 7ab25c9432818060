"""Published records that contradict each other: found, decided by staff, told to the reader."""

import pytest
from django.test import Client
from django.urls import reverse
from django.utils.html import escape

from alima_site.portal.contradictions import undecided
from alima_site.portal.models import Disagreement
from tests.factories import (
    make_disagreement,
    make_figure,
    make_indicator,
    make_source,
    make_statistic,
    make_version,
)

pytestmark = pytest.mark.django_db


def html(address):
    response = Client().get(address)
    assert response.status_code == 200
    return response.content.decode()


def pairs_of(*records):
    return [each for each in undecided() if any(each.concerns(record) for record in records)]


def test_the_sixteen_known_disagreements_are_told_in_both_languages():
    assert Disagreement.objects.published().count() == 16
    for disagreement in Disagreement.objects.all():
        for name in ("title", "note"):
            assert getattr(disagreement, f"{name}_fr")
            assert getattr(disagreement, f"{name}_en")


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("/en/figures/patients-total/", "most likely a misprint for 2023"),
        ("/fr/chiffres/trials-in-africa/", "Essais cliniques en Afrique"),
        ("/en/model/", "date from about 2019"),
        ("/en/about/", "ALIMA was founded in 2009"),
        ("/fr/programmes/chad/", "Les périmètres diffèrent"),
        ("/en/programmes/chad/", "The scopes differ"),
        ("/en/programmes/guinea/", "148 patients"),
        ("/en/programmes/burkina-faso/", "40,596 women trained"),
        ("/en/partners/befen/", "former BEFEN coordinator"),
        ("/en/research/alerrt/", "21 partner organisations from nine African"),
        ("/en/research/studies/prevac/", "in 2015 according to"),
        ("/en/research/studies/optima-drc/", "Kasai Oriental"),
        ("/en/figures/indicators/covid_patients/", "4,399 or 4,339"),
        ("/fr/chiffres/desaccords/", "Totaux dépassés"),
    ],
)
def test_a_page_that_a_disagreement_touches_shows_its_note(address, words):
    assert words in html(address)


def test_two_values_of_one_count_by_one_reporter_in_overlapping_periods_contradict():
    counted = {"indicator": make_indicator(), "value": 100}
    first = make_statistic(**counted)
    make_statistic(**counted)  # the same value
    make_statistic(**counted | {"value": 90}, subset_of=first)
    make_statistic(**counted | {"value": 90}, place="Somewhere")
    make_statistic(**counted | {"value": 90}, state="draft")
    make_statistic(**counted | {"value": 90}, period_start="2022-01-01", period_end="2022-12-31")
    make_statistic(
        **counted | {"value": 90}, reported_by="A partner",
        period_start="2023-01-01", period_end="2023-06-30",
    )  # fmt: skip
    assert not pairs_of(first)
    other = make_statistic(
        **counted | {"value": 91}, period_start="2023-06-01", period_end=None, period_basis="open"
    )
    assert [{pair.first.pk, pair.second.pk} for pair in pairs_of(first)] == [{first.pk, other.pk}]


def test_two_reporters_contradict_for_the_very_same_period():
    indicator = make_indicator()
    first = make_statistic(indicator=indicator, value=100)
    second = make_statistic(indicator=indicator, value=120, reported_by="A partner")
    assert [{pair.first, pair.second} for pair in pairs_of(first)] == [{first, second}]


def test_versions_true_as_of_the_same_day_contradict():
    figure = make_figure()
    first = make_version(figure=figure, value=5, as_of="2020-12-31")
    make_version(figure=figure, value=4, as_of="2019-12-31")
    make_version(figure=figure, value=4)
    assert not pairs_of(first)
    make_version(figure=figure, value=6, as_of="2020-12-31")
    assert len(pairs_of(first)) == 1


@pytest.mark.parametrize("status", ["both stand", "preferred", "open"])
def test_a_pair_is_settled_once_it_is_decided(status):
    indicator = make_indicator()
    first = make_statistic(indicator=indicator, value=100)
    second = make_statistic(indicator=indicator, value=120)
    disagreement = make_disagreement(status=status)
    disagreement.statistics.set([first, second])
    assert bool(pairs_of(first)) == (status == "open")


def test_the_desk_and_the_form_name_the_pair_and_lead_to_the_decision(admin_client):
    indicator = make_indicator()
    first = make_statistic(indicator=indicator, value=100, slug="one-number")
    second = make_statistic(indicator=indicator, value=120, slug="another-number")
    [pair] = pairs_of(first)
    assert {pair.first, pair.second} == {first, second}
    decide = f"{reverse('admin:portal_disagreement_add')}?{pair.decide_with}"
    form = reverse("admin:programs_patientstatistic_change", args=[first.pk])
    for address, told in ((reverse("admin:index"), "120 et 100"), (form, "one-number")):
        page = admin_client.get(address, headers={"accept-language": "fr"}).content.decode()
        assert escape(decide) in page
        assert told in page
    opened = admin_client.get(decide).context["adminform"].form
    assert {str(pk) for pk in opened["statistics"].value()} == {str(first.pk), str(second.pk)}
    unrelated = reverse("admin:programs_patientstatistic_change", args=[make_statistic().pk])
    assert "one-number" not in admin_client.get(unrelated).content.decode()
    assert admin_client.get(reverse("admin:programs_patientstatistic_add")).status_code == 200


def test_a_draft_disagreement_or_one_on_a_draft_source_is_not_shown():
    version = make_version(figure=make_figure(slug="disputed"))
    for hidden in ({"state": "draft"}, {"source": make_source(state="draft")}):
        make_disagreement(note_en="Zwischenruf", **hidden).versions.add(version)
    assert "Zwischenruf" not in html("/en/figures/disputed/")
    assert "Zwischenruf" not in html("/en/figures/disagreements/")
    make_disagreement(note_en="Zwischenruf").versions.add(version)
    assert "Zwischenruf" in html("/en/figures/disputed/")
