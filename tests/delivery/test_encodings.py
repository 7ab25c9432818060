"""Which packing a reader gets, by what their Accept-Encoding takes."""

import pytest

from alima_site.delivery.answers import best_encoding


@pytest.mark.parametrize(
    ("header", "encoding"),
    [("", ""), ("br;q=0, gzip", "gzip"), ("br;q=0.5", "br"), ("*", "br"), ("GZIP;q=1", "gzip"),
     ("gzip;q=0.000", ""), ("deflate", "")],
)  # fmt: skip
def test_the_encoding_is_one_that_is_accepted(header, encoding):
    assert best_encoding(header) == encoding


@pytest.mark.parametrize(
    ("header", "encoding"),
    [("br;q=0, *", "gzip"), ("*, br; q=0.0", "gzip"), ("br;q=0, gzip;q=0, *;q=0.5", "")],
)
def test_what_is_refused_by_name_is_not_taken_for_a_star(header, encoding):
    assert best_encoding(header) == encoding


@pytest.mark.parametrize("header", ["*;q=0", "identity;q=1, *;q=0", "identity"])
def test_who_refuses_all_others_gets_it_plain(header):
    assert best_encoding(header) == ""


def test_spaces_and_capitals_make_no_difference():
    assert best_encoding(" GZip ; Q=0.8 , BR ; q = 0") == "gzip"
