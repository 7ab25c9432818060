"""A promise beside facts and figures, in the words of each."""

from types import SimpleNamespace

import pytest

from alima_site.portal.evidence.commitments import MEASURES, evidence, of_fact, of_version
from tests.portal.evidence.known_things import known, page

pytestmark = pytest.mark.usefixtures("in_english")


def fact(slug="a-fact", statement="It is so", value=""):
    return SimpleNamespace(
        slug=slug, label="A fact", statement=statement, shown_value=value, note="A note",
        public_sources=["report"], get_absolute_url=page(slug),
    )  # fmt: skip


def test_a_fact_is_told_with_its_value_note_sources_and_address():
    proof = of_fact(fact(value="83%"))
    assert (proof.words, proof.note) == ("83%: It is so", "A note")
    assert (proof.sources, proof.url) == (["report"], "/a-fact/")


def test_a_value_that_the_statement_says_already_is_not_said_twice():
    assert of_fact(fact("a", "83% are African", "83%")).words == "83% are African"


def test_a_figure_is_told_with_its_qualifier_and_when_it_was_true():
    figure = SimpleNamespace(label="Direct funding", unit="%")
    version = SimpleNamespace(
        figure=figure, value=2, qualifier="nearly", get_qualifier_display=lambda: "nearly",
        period_as_printed="", as_of="2022", public_sources=["report"],
        get_absolute_url=page("direct-funding"),
    )  # fmt: skip
    proof = of_version(version)
    assert (proof.label, proof.words, proof.note) == ("Direct funding", "nearly 2%", "as of 2022")
    assert (proof.sources, proof.url) == (["report"], "/direct-funding/")


def test_facts_stand_under_their_commitment_in_the_order_of_the_page():
    slugs = ["gov-board", "gov-local-seats", "funding-flex"]
    proofs = evidence(known(facts=[fact(slug) for slug in slugs]))
    urls = {slug: [p.url for p in found if p.url in ("/gov-board/", "/gov-local-seats/")]
            for slug, found in proofs.items()}  # fmt: skip
    assert urls["dividing-power"] == ["/gov-local-seats/", "/gov-board/"]
    assert not urls["sharing-funding"]


def test_a_fact_that_is_not_public_leaves_no_hole():
    proofs = evidence(known())
    assert [len(proofs[slug]) for slug in MEASURES] == [3 + 1, 3, 1, 1]
