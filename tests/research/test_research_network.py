"""The network of research: who belongs to which alliance, drawn and in words."""

import pytest
from django.test import Client

from research.models import Collaboration
from research.network import network
from tests.factories import make_collaboration

pytestmark = pytest.mark.django_db


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
