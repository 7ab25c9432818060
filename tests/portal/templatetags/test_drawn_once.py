"""A drawing is written once, and again where it or the language is another."""

import pytest
from django.template import Context, Template
from django.utils.translation import override

from alima_site.editorial.series import Point, Series
from alima_site.portal.templatetags import drawing
from alima_site.portal.templatetags.drawing import Told

SHARE = Template("{% load drawing %}{% share_of_200 percent word %}")


def share(percent, word="treat", language="en"):
    with override(language):
        return SHARE.render(Context({"percent": percent, "word": word}))


@pytest.fixture
def written(monkeypatch):
    """How often a drawing was written, by the name of its template."""
    found = []
    write = drawing.render_to_string
    monkeypatch.setattr(
        drawing, "render_to_string", lambda name, *args: found.append(name) or write(name, *args)
    )
    return found


def test_the_same_share_is_written_once(written):
    first = share(37.5, "innovate")
    assert share(37.5, "innovate") == first
    assert written == ["components/share_of_200.svg.html"]


def test_another_share_or_another_word_is_another_drawing():
    assert "100 squares" in share(50)
    assert "120 squares" in share(60)
    assert "share-squares--together" in share(50, "together")


def test_each_language_has_its_own():
    assert "100 squares of 200" in share(50, language="en")
    assert "100 carrés sur 200" in share(50, language="fr")


def test_what_reads_the_same_is_the_same():
    first, second = (Series("SAM", "people", [Point(2020, value)]) for value in (1, 1))
    other = Series("SAM", "people", [Point(2020, 2)])
    assert Told(first) == Told(second)
    assert hash(Told(first)) == hash(Told(second))
    assert Told(first) != Told(other)
    assert Told("1") != Told(1)
    assert Told(1) != "(1,)"


@pytest.mark.parametrize(
    ("template", "record", "dangerous"),
    [
        ("{% bar_series it %}", Series("<b>x", "p", [Point(2020, 3)], "/x/"), "<b>x"),
        (
            "{% africa_map it %}",
            [{"code": "NE", "name": "<b>x", "url": "/", "kind": "past"}],
            "<b>x",
        ),
    ],
)
def test_a_name_in_a_drawing_is_escaped(template, record, dangerous):
    html = Template("{% load drawing %}" + template).render(Context({"it": record}))
    assert dangerous not in html
    assert "&lt;b&gt;x" in html
