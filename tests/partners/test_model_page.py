"""The starting page stands whole on the model page."""

import html
import re
from pathlib import Path

import pytest
from django.apps import apps
from django.test import Client
from django.utils.html import strip_tags

pytestmark = pytest.mark.django_db
SEED = Path(apps.get_app_config("partners").path) / "content" / "seed-a-unique-model.txt"
IMAGE = re.compile(r"^(logo |Logo |AMCP SP logo|Screenshot |Frame )", re.MULTILINE)


def words(text):
    """The bare words, so that spaces and quotation marks do not matter."""
    return " ".join(re.findall(r"\w+", text)).lower()


def page(address):
    content = Client().get(address).content.decode()
    return html.unescape(strip_tags(content))


def seed_sentences():
    for line in SEED.read_text(encoding="utf-8").splitlines():
        if line.strip() and not IMAGE.match(line):
            yield from re.split(r"(?<=[.:;!?]) ", re.sub(r"communitie$", "communities", line))


@pytest.mark.parametrize("sentence", list(seed_sentences()))
def test_each_sentence_of_the_seed_stands_on_the_model_page(sentence):
    assert words(sentence) in words(page("/en/model/"))


@pytest.mark.parametrize(
    "expected",
    [
        "50\u202f%",
        "2\u202f%",
        "0,5\u202f%",
        "13\u00a0millions",
        "Maidadji",
        "CORAL",
        "NIH",
        "DEMTOU",
    ],
)
def test_the_french_page_tells_the_same(expected):
    assert expected in page("/fr/modele/")


def test_each_number_of_the_model_page_leads_to_its_record():
    content = Client().get("/en/model/").content.decode()
    printed = ["need-50", "trials-2", "direct-0-5", "p-13m-2013", "r-47-2013", "c-14", "share-28"]
    for version in [*printed, "ngo-countries-5", "alerrt-members"]:
        assert f'#{version}"' in content, version
    for ally, since in (("coral", "since 2016"), ("nih", "since 2015"), ("alerrt", "2017")):
        link = content.split(f'href="/en/research/{ally}/"')[1]
        assert since in link[:150]


def test_the_misprint_is_explained_beside_the_sentence():
    assert "most likely a misprint" in page("/en/model/")
