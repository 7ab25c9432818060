"""What went and what came between two texts, word by word."""

import re
from collections.abc import Iterator
from difflib import SequenceMatcher

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString


def word_by_word(before: str, after: str) -> SafeString:
    return format_html_join("", "{}", ((piece,) for piece in _pieces(before, after)))


def _pieces(before: str, after: str) -> Iterator[SafeString]:
    old, new = (re.findall(r"\n|[^\S\n]+|\S+", text) for text in (before, after))
    gone = come = ""
    for kind, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        same = "".join(new[c:d])
        if kind != "equal" or ((gone or come) and same == " " and d < len(new)):
            # A space between two changes belongs to both, so that phrases stay together.
            gone, come = gone + "".join(old[a:b]), come + same
            continue
        yield _marked(gone, come)
        yield format_html("{}", same)
        gone = come = ""
    yield _marked(gone, come)


def _marked(gone: str, come: str) -> SafeString:
    return format_html(
        "{}{}",
        format_html("<del>{}</del>", gone) if gone else "",
        format_html("<ins>{}</ins>", come) if come else "",
    )
