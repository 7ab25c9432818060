"""Rich text in the words of a version: no tags, and a line for each block."""

import pytest

from alima_site.editorial.values_in_words import as_text, value_in_words
from programs.models import Project

pytestmark = pytest.mark.usefixtures("in_english")


def words(model, name, value):
    return value_in_words(model._meta.get_field(name), value)


def test_rich_text_is_read_without_its_tags():
    assert words(Project, "story_en", "<p>A <strong>clinic</strong></p>") == "A clinic"


@pytest.mark.parametrize(
    ("rich", "text"),
    [
        ("<p>One</p><p>Two</p>", "One\nTwo"),
        ("<h3>One</h3><ul><li>Two</li><li>Three</li></ul>", "One\nTwo\nThree"),
        ("One<br>Two<br />Three", "One\nTwo\nThree"),
        ("<p> </p><p>After nothing</p>", "After nothing"),
        ("5 &lt; 6 &amp; 7", "5 < 6 & 7"),
        ("", ""),
    ],
)
def test_each_block_of_rich_text_is_a_line(rich, text):
    assert as_text(rich) == text
