"""From a study to care, as far as it is documented; and who belongs to which alliance."""

import pytest
from django.test import Client
from django.utils.translation import override

from research.models import Collaboration
from research.network import network
from tests.factories import (
    make_collaboration,
    make_indicator,
    make_practice_change,
    make_publication,
    make_source,
    make_statistic,
    make_study,
)

pytestmark = pytest.mark.django_db


def links(study):
    context = Client().get(f"/en/research/studies/{study}/").context
    return [(entry["kind"], str(entry["date"])) for entry in context["chain"]]


def test_the_chain_of_screening_by_mothers_leads_to_figures():
    assert links("muac-mothers") == [
        ("Study", "May 2013 to April 2014"),
        ("Publication", "6\u00a0September 2016"),
        ("Practice", "documented in 2018"),
        ("Figure", "2016"),
        ("Figure", "2017"),
        ("Figure", "2021"),
    ]


def test_every_link_of_a_chain_names_its_date_and_source():
    for slug in ("muac-mothers", "optima-bf", "palm", "aire"):
        response = Client().get(f"/en/research/studies/{slug}/")
        for entry in response.context["chain"]:
            assert entry["date"]
            assert entry["record"].public_sources


def test_a_chain_ends_where_nothing_is_documented():
    page = Client().get("/en/research/studies/palm/").content.decode()
    assert "No guideline or practice that took it up is documented here." in page
    assert links("palm")[-1][0] == "Publication"
    assert links("ebo-pep") == []


def test_only_values_that_rest_on_a_source_of_the_record_belong_to_it():
    ours, theirs = make_source(), make_source()
    indicator = make_indicator()
    study = make_study(slug="counted", source=ours, indicator=indicator)
    make_publication(study=study)
    make_statistic(value=111222, indicator=indicator, source=ours)
    make_statistic(value=333444, indicator=indicator, source=theirs)
    make_statistic(value=555666, source=ours)
    make_statistic(value=777888, indicator=indicator, source=ours, state="draft")
    page = Client().get("/en/research/studies/counted/").content.decode()
    assert "111,222" in page
    for other in ("333,444", "555,666", "777,888"):
        assert other not in page


def test_a_change_that_is_not_public_is_no_link():
    study = make_study(slug="quiet")
    make_publication(study=study)
    make_practice_change(study=study, title_en="Zwischenruf", state="draft")
    assert [kind for kind, _date in links("quiet")] == ["Study", "Publication"]


def test_a_practice_has_its_place_on_the_page_of_its_study():
    with override("en"):
        change = make_practice_change(study=make_study(slug="taken-up"))
        address, _hash, anchor = change.get_absolute_url().partition("#")
    assert f'id="{anchor}"' in Client().get(address).content.decode()


def test_the_network_joins_institutes_to_their_alliances():
    collaborations = Collaboration.objects.for_index().with_members()
    found = {i.record.slug: {a.slug for a in i.alliances} for i in network(collaborations)}
    assert found["inserm-1219"] == {"coral"}
    assert found["pac-ci"] >= {"coral", "alerrt", "integrate", "ebo-pep"}
    assert found["nih"] == {"prevac", "palm"}
    assert "yale" not in found


def test_the_drawing_says_in_words_what_it_shows():
    page = Client().get("/en/research/").content.decode()
    drawing = page.partition('<svg class="network"')[2].partition("</svg>")[0]
    assert "<title>Institutes and the alliances they belong to</title>" in drawing
    assert "NIH / NIAID: PREVAC, PALM" in drawing
    assert drawing.count("<line") == sum(
        len(i.alliances) for i in network(Collaboration.objects.for_index().with_members())
    )


def test_a_draft_is_no_part_of_the_network():
    hidden = make_collaboration(state="draft", short_name_en="Zwischenruf")
    Collaboration.objects.get(slug="coral").memberships.create(
        member_en="M", member_fr="M", institution=hidden
    )
    assert "Zwischenruf" not in Client().get("/en/research/").content.decode()
