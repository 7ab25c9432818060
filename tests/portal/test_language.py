"""No page mixes languages: what is in the other one says so with `lang`."""

import re
from functools import cache

import pytest
from lxml import html

from alima_site.editorial.abbreviations import ABBREVIATIONS
from alima_site.editorial.models import Source
from partners.models import Partner
from research.models import Publication
from tests.visitor import pages_from

pytestmark = pytest.mark.django_db
# Small words that the other language does not have.
WORDS = {
    "fr": {
        "le", "la", "les", "des", "du", "un", "une", "et", "est", "dans", "pour", "avec",
        "sur", "qui", "que", "aux", "au", "par", "sont", "ses", "leur", "leurs", "cette",
        "ces", "ou", "où", "mais", "plus", "entre", "depuis", "chez", "sous", "été", "ont",
        "elle", "ils", "nous", "vous", "ne", "pas", "dont", "afin", "selon", "lors",
        "ainsi", "sans", "d", "l", "qu",
    },
    "en": {
        "the", "of", "and", "with", "for", "from", "were", "was", "which", "that", "by",
        "this", "are", "is", "be", "been", "have", "has", "had", "their", "its", "to",
        "who", "when", "than", "into", "between", "since", "under", "they", "we", "not",
        "or", "as", "an", "these", "those", "it", "on", "after", "before", "only", "where",
    },
}  # fmt: skip
ADDRESS = re.compile(r"https?://\S+|\S+/\S+/\S+")
# Text that stands in one line; a text directly in another element counts with its block.
BLOCKS = {
    "p", "li", "td", "th", "dd", "dt", "h1", "h2", "h3", "h4", "figcaption", "caption",
    "blockquote", "summary", "label", "title", "option", "legend", "div", "section",
}  # fmt: skip
ATTRIBUTES = ("aria-label", "alt", "title", "placeholder")
# Names that stand on pages of both languages as they are.
NAMES = [
    "The Alliance for International Medical Action",
    "London School of Hygiene and Tropical Medicine",
    "African coaLition for Epidemic Research, Response and Training",
    "Institut National de la Santé et de la Recherche Médicale",
    *map(str, ABBREVIATIONS.values()),
]  # fmt: skip


@cache
def names():
    """Publishers, journals, partners and those above; the longest first."""
    found = {*Source.objects.values_list("publisher", flat=True), *NAMES}
    found |= set(Partner.objects.values_list("name_fr", flat=True))
    found |= set(Publication.objects.exclude(journal="").values_list("journal", flat=True))
    longest_first = sorted(found, key=len, reverse=True)
    return re.compile("|".join(re.escape(name) for name in longest_first))


def foreign(text, language):
    """Whether a text reads as the other language: at least two of its words, and most of them."""
    said = names().sub(" ", ADDRESS.sub(" ", text))
    words = re.findall(r"[^\W\d_]+", said.lower())
    other = "en" if language == "fr" else "fr"
    theirs = [word for word in words if word in WORDS[other]]
    own = [word for word in words if word in WORDS[language]]
    return len(theirs) >= 2 and len(theirs) > len(own)


def passages(root, language):
    """The texts of a page that claim to be in its language."""
    for meta in root.iter("meta"):
        if meta.get("name") == "description":
            yield meta.get("content")
    for element in root.iter():
        if not isinstance(element.tag, str) or element.tag in ("script", "meta"):
            continue
        nearest = next(e.get("lang") for e in (element, *element.iterancestors()) if e.get("lang"))
        if nearest != language:
            continue
        yield from (element.get(name) for name in ATTRIBUTES if element.get(name))
        if element.tag in BLOCKS or element.get("lang"):
            yield " ".join(own_text(element, language))


def own_text(element, language):
    """The text of a block without the blocks in it and what is marked as another language."""
    yield element.text or ""
    for child in element:
        is_text = isinstance(child.tag, str) and child.tag not in BLOCKS | {"script"}
        if is_text and child.get("lang", language) == language:
            yield from own_text(child, language)
        yield child.tail or ""


def mixed(page, language):
    root = html.fromstring(page)
    return [text.strip() for text in passages(root, language) if foreign(text, language)]


@pytest.mark.parametrize("language", ["fr", "en"])
def test_no_page_has_a_passage_of_the_other_language_that_does_not_say_so(language):
    found = {}
    for address, response in pages_from(f"/{language}/").items():
        # A search repeats what was asked, in whatever language that was.
        if response.headers["Content-Type"].startswith("text/html") and "?q=" not in address:
            for text in mixed(response.content, language):
                found.setdefault(text, address)
    assert not found


@pytest.mark.parametrize(
    ("body", "is_mixed"),
    [
        ("<p>Les équipes ont soigné les enfants avec leurs mères.</p>", False),
        ("<p>The teams treated children with their mothers.</p>", True),
        ('<p lang="en">The teams treated children with their mothers.</p>', False),
        ('<p>Voir <q lang="en">The teams and the mothers</q> dans la revue.</p>', False),
        ('<div lang="en"><p>The teams <b lang="fr">of the mothers and of the</b></p></div>', True),
        ('<p><img alt="The map of the countries"></p>', True),
        ('<ul aria-label="List of the partners"><li>A</li></ul>', True),
    ],
)
def test_the_test_sees_what_it_looks_for(body, is_mixed):
    page = f'<html lang="fr"><head><title>Un titre</title></head><body>{body}</body></html>'
    assert bool(mixed(page, "fr")) == is_mixed
