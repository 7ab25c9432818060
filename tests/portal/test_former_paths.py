"""How addresses of the former site are compared, however they were typed or copied."""

import pytest

from alima_site.portal.former_addresses import comparable, path_of


@pytest.mark.parametrize(
    "path", ["/en/old", "en/old", "/en/old/", "//en///old//", "/EN/Old", "  /en/old\n"]
)
def test_capitals_slashes_and_spaces_around_make_no_difference(path):
    assert comparable(path) == "/en/old"


def test_an_accent_is_the_same_however_it_is_stored():
    assert comparable("/e\u0301quipe") == comparable("/ÉQUIPE") == "/équipe"


@pytest.mark.parametrize("path", ["", "/", "///", " "])
def test_the_first_page_is_one_slash(path):
    assert comparable(path) == "/"


@pytest.mark.parametrize(
    ("address", "path"),
    [
        ("https://www.example.org/en/old/?x=1#part", "/en/old/"),
        ("/en/old?x=1", "/en/old"),
        ("/qui%20sommes%2Dnous", "/qui sommes-nous"),
        (" /en/old ", "/en/old"),
        ("https://example.org", ""),
        ("", ""),
        ("http://[broken", ""),
    ],
)
def test_of_an_address_only_the_path_counts(address, path):
    assert path_of(address) == path
