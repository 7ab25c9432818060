"""Projects that partners share, the consortia they form, and what is said where there are none."""

import pytest

from alima_site.portal.evidence.working_together import (
    consortiums,
    projects_proof,
    working_together,
)
from tests.portal.evidence.known_things import country, known, partner, project

pytestmark = pytest.mark.usefixtures("in_english")


def test_a_partner_without_shared_projects_is_not_listed_with_a_zero():
    partners = [
        partner("A", shared=3, shared_in_all=4, projects_in_all=9),
        partner("B", shared=0, shared_in_all=4, projects_in_all=9),
    ]
    proof = projects_proof(known(partners=partners))
    assert [tuple(link) for link in proof.links] == [("A: 3", "/A/#projects")]
    assert proof.words == "4 of the 9 projects listed on this site"


def test_only_projects_of_several_partners_in_a_country_are_a_consortium():
    faso, a, b = country("Burkina Faso"), partner("A"), partner("B")
    alone = project("Alone", faso, a)
    nowhere = project("Nowhere", None, a, b)
    shared = project("Shared", faso, a, b)
    (proof,) = consortiums([alone, nowhere, shared])
    assert (proof.label, proof.words) == ("Consortium: Burkina Faso", "ALIMA · A · B")
    assert [link.label for link in proof.links] == ["Shared"]


def test_a_country_has_one_consortium_that_names_each_partner_once():
    faso, a, b, c = country("Burkina Faso"), partner("A"), partner("B"), partner("C")
    (proof,) = consortiums([project("One", faso, a, b), project("Two", faso, b, c)])
    assert proof.words == "ALIMA · A · B · C"
    assert [link.url for link in proof.links] == ["/One/", "/Two/"]


def test_where_nothing_is_published_no_proof_has_words_or_links():
    proofs = working_together(known(partners=[partner("OTHER", kind="operational-partner")]))
    assert len(proofs) == 3
    assert all(not proof.words and not proof.links for proof in proofs)
