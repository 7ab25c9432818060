"""The groups of results, and what comes before what."""

from alima_site.editorial.models import FigureVersion
from alima_site.portal.models import Message
from alima_site.portal.search.finding import Hit
from alima_site.portal.search.kinds import KINDS, kind_of, weight_of
from alima_site.portal.search.searched import searched_models


def hit(slug, points=1.0, kind="partner", model="partners.partner"):
    return Hit(points, 1, kind, model, slug)


def in_order(*hits):
    return [each.slug for each in sorted(hits, key=lambda each: each.order)]


def test_every_kind_of_record_that_is_searched_has_its_group():
    named = {model for kind in KINDS for model in kind.models}
    assert {model._meta.label_lower for model in searched_models()} <= named


def test_a_part_of_a_record_stands_in_the_group_of_the_record():
    assert kind_of(FigureVersion).code == "figure"


def test_a_model_nobody_named_is_a_group_of_its_own():
    assert kind_of(Message).code == "message"


def test_a_part_of_a_record_comes_after_the_record():
    version = FigureVersion._meta.label_lower
    assert weight_of("figure", version) < weight_of("figure", "editorial.figure")


def test_an_unknown_group_weighs_something():
    assert weight_of("nothing", "nothing") == 1


def test_more_points_come_first():
    assert in_order(hit("few", 1), hit("many", 2)) == ["many", "few"]


def test_with_the_same_points_the_weightier_kind_comes_first():
    source = hit("a-source", kind="source", model="editorial.source")
    assert in_order(source, hit("a-partner")) == ["a-partner", "a-source"]


def test_what_is_alike_stands_in_the_order_of_its_address():
    assert in_order(hit("b"), hit("a")) == ["a", "b"]
