"""Which language a reader gets who names none in the address."""

import pytest

from alima_site.portal.language import best_language


@pytest.mark.parametrize(
    ("header", "language"),
    [
        ("en", "en"),
        ("fr", "fr"),
        ("en-gb,en;q=0.9,fr;q=0.8", "en"),
        ("fr-ne", "fr"),
        ("fr;q=0.3,en;q=0.7", "en"),
        ("ha,en;q=0.5", "en"),
        ("en;q=0,fr;q=0.1", "fr"),
    ],
)
def test_the_first_language_that_the_site_speaks_is_taken(header, language):
    assert best_language(header) == language


@pytest.mark.parametrize("header", ["", "*", "ha", "en;q=0", ";;;", "q=1", "é", "x" * 9000])
def test_french_when_in_doubt(header):
    assert best_language(header) == "fr"
