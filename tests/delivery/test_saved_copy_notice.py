"""The notice on a saved copy: in the page's language, where reading begins."""

import gzip

import brotli
import pytest
from django.http import HttpResponse

from alima_site.delivery.answers import kept
from alima_site.delivery.saved_copy import with_notice

PAGE = '<!doctype html><html lang="{}"><body><header>ALIMA</header><main id="m"><h1>A title</h1>'
ENGLISH = PAGE.format("en")
MOMENT = 1_700_000_000  # 14 November 2023, 22:13 in Dakar


def copy(body=ENGLISH, **headers):
    named = {"Cache-Control": "public, max-age=60", "X-Accel-Expires": "1"} | headers
    return kept(HttpResponse(body, headers=named), "a state")._replace(made_at=MOMENT)


@pytest.mark.parametrize(
    ("language", "words", "moment"),
    [
        ("en", "Saved copy of", "Nov. 14, 2023"),
        ("fr", "Copie enregistrée", "14 novembre 2023"),
        ("de", "Copie enregistrée", "14 novembre 2023"),
    ],
)
def test_it_says_in_the_language_of_the_page_of_when_it_is(language, words, moment):
    text = with_notice(copy(PAGE.format(language))).plain.decode()
    assert words in text
    assert moment in text


def test_it_stands_first_in_the_pages_own_part_and_leaves_the_rest():
    before, after = with_notice(copy()).plain.decode().split('<main id="m">')
    assert before == ENGLISH.split('<main id="m">')[0]
    assert "notice--saved" in after.split("<h1>")[0]
    assert after.endswith("<h1>A title</h1>")


def test_both_packings_carry_it():
    packed = with_notice(copy()).packed
    assert gzip.decompress(packed["gzip"]) == brotli.decompress(packed["br"])


def test_no_cache_keeps_it_as_long_as_a_fresh_page():
    headers = [(n, v) for n, v in with_notice(copy()).headers if n in ("Cache-Control", "Vary")]
    assert sorted(headers) == [("Cache-Control", "public, max-age=5"), ("Vary", "Accept-Encoding")]


def test_who_has_the_fresh_page_is_not_told_that_nothing_has_changed():
    answer = copy()
    saved = with_notice(answer)
    assert saved.etag != answer.etag
    assert saved.etag.startswith('W/"')
    assert saved.etag.endswith('"')


def test_a_file_goes_out_as_it_is_and_no_cache_keeps_it_long():
    answer = copy("<urlset></urlset>", **{"Content-Type": "application/xml"})
    saved = with_notice(answer)
    assert (saved.packed, saved.etag) == (answer.packed, answer.etag)
    assert ("Cache-Control", "public, max-age=5") in saved.headers
    assert ("Cache-Control", "public, max-age=60") not in saved.headers
