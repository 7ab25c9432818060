"""The lines under a result, with the words marked that were asked for."""

from collections.abc import Collection

from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from alima_site.portal.search.equivalents import Phrase
from alima_site.portal.search.words import stem, tokens

LENGTH = 220


class Marker:
    """Marks what a query asks for: its words, beginnings of words, and what means the same."""

    def __init__(
        self, stems: Collection[str], beginnings: Collection[str], same: Collection[Phrase],
        language: str,
    ) -> None:  # fmt: skip
        self.phrases = {(one,) for one in stems} | set(same)
        self.beginnings = tuple(beginnings)
        self.language = language

    def spans(self, text: str) -> list[tuple[int, int]]:
        """From where to where a mark goes, in order and apart from each other."""
        found = tokens(text)
        stems = [stem(token.word, self.language) for token in found]
        spans, position = [], 0
        longest = max((len(phrase) for phrase in self.phrases), default=0)
        while position < len(found):
            size = next(
                (
                    n for n in range(min(longest, len(found) - position), 0, -1)
                    if tuple(stems[position : position + n]) in self.phrases
                ),
                0,
            )  # fmt: skip
            if not size and self.beginnings and found[position].word.startswith(self.beginnings):
                size = 1
            if size:
                spans.append((found[position].start, found[position + size - 1].end))
            position += size or 1
        return spans

    def marked(self, text: str) -> SafeString:
        parts, here = [], 0
        for start, end in self.spans(text):
            parts += [format_html("{}<mark>{}</mark>", text[here:start], text[start:end])]
            here = end
        parts.append(format_html("{}", text[here:]))
        return mark_safe("".join(parts))  # noqa: S308  (each part is escaped)

    def excerpt(self, text: str) -> SafeString:
        """The line with most marks, cut to a readable length around the first of them."""
        lines = [" ".join(line.split()) for line in text.split("\n") if line.strip()]
        if not lines:
            return SafeString("")
        best = max(lines, key=lambda line: len(self.spans(line)))
        if len(best) <= LENGTH:
            return self.marked(best)
        spans = self.spans(best)
        start = max(0, spans[0][0] - LENGTH // 3) if spans else 0
        start = best.rfind(" ", 0, start) + 1 if start else 0
        end = start + LENGTH
        end = best.rfind(" ", start, end) if end < len(best) else len(best)
        before, after = "… " if start else "", " …" if end < len(best) else ""
        return self.marked(f"{before}{best[start:end]}{after}")
