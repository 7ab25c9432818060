"""Citations of publications as text, BibTeX and RIS, from what is printed and nothing else."""

import re
from collections.abc import Callable, Iterable
from typing import NamedTuple

from research.models import Publication

BIBTEX_TYPES = {"research report": "techreport"}
RIS_TYPES = {"conference abstract": "ABST", "research report": "RPRT"}
# These are taken as they stand; in the others some signs mean something to BibTeX.
BIBTEX_VERBATIM = {"doi", "url"}
BIBTEX_SPECIAL = re.compile(r"[&%$#_{}\\]")


def citable(publications: Iterable[Publication]) -> list[Publication]:
    """Those whose exact title is known; a summarised one is not to be cited."""
    return [publication for publication in publications if not publication.title_is_summarised]


def text(publication: Publication) -> str:
    """Author et al. Title. Journal, year. Address."""
    author = f"{publication.first_author} et al." if publication.first_author else ""
    where = ", ".join(filter(None, [publication.journal, str(publication.year or "")]))
    title = publication.title.rstrip(".") + "."
    return " ".join(filter(None, [author, title, where and f"{where}.", publication.doi_url]))


def bibtex(publication: Publication) -> str:
    """One entry; `and others` because only the first author is recorded."""
    surname, _space, initials = publication.first_author.rpartition(" ")
    author = f"{surname}, {initials} and others" if surname else publication.first_author
    place = "institution" if publication.kind == "research report" else "journal"
    fields = {
        "author": author,
        "title": publication.title,
        place: publication.journal,
        "year": str(publication.year or ""),
        "doi": publication.doi,
        "pmid": publication.pubmed_id,
        "url": publication.open_access_url,
        "language": {"fr": "french", "en": "english"}[publication.language],
    }
    return bibtex_entry(BIBTEX_TYPES.get(publication.kind, "article"), publication.slug, fields)


def bibtex_entry(kind: str, key: str, fields: dict[str, str]) -> str:
    """An entry with the fields that have a value, their special signs escaped."""
    lines = [
        f"  {name} = {{{value if name in BIBTEX_VERBATIM else _escaped(value)}}}"
        for name, value in fields.items()
        if value
    ]
    return f"@{kind}{{{key},\n" + ",\n".join(lines) + "\n}\n"


def _escaped(value: str) -> str:
    return BIBTEX_SPECIAL.sub(
        lambda match: r"\textbackslash{}" if match[0] == "\\" else f"\\{match[0]}", value
    )


def ris(publication: Publication) -> str:
    """One record; lines end in CR LF as the format asks."""
    surname, _space, initials = publication.first_author.rpartition(" ")
    published = [*publication.published.split("-"), "", ""]
    fields = [
        ("TY", RIS_TYPES.get(publication.kind, "JOUR")),
        ("ID", publication.slug),
        ("AU", f"{surname}, {initials}" if surname else publication.first_author),
        ("TI", publication.title),
        ("JO", publication.journal),
        ("PY", str(publication.year or "")),
        ("DA", "/".join([*published[:3], ""]) if publication.published else ""),
        ("DO", publication.doi),
        ("AN", publication.pubmed_id),
        ("UR", publication.open_access_url),
        ("LA", publication.language),
    ]
    lines = [f"{tag}  - {_one_line(value)}" for tag, value in fields if value]
    return "\r\n".join([*lines, "ER  - ", ""])


def _one_line(value: str) -> str:
    return " ".join(value.split())


def highwire(publication: Publication) -> list[tuple[str, str]]:
    """The meta tags reference managers read; none while the title is a summary."""
    if publication.title_is_summarised:
        return []
    surname, _space, initials = publication.first_author.rpartition(" ")
    is_report = publication.kind == "research report"
    place = "technical_report_institution" if is_report else "journal_title"
    fields = {
        "title": publication.title,
        "author": f"{surname}, {initials}" if surname else publication.first_author,
        "publication_date": (publication.published or str(publication.year or "")).replace(
            "-", "/"
        ),
        place: publication.journal,
        "doi": publication.doi,
        "pmid": publication.pubmed_id,
        "language": publication.language,
        "fulltext_html_url": publication.open_access_url,
    }
    return [(f"citation_{name}", value) for name, value in fields.items() if value]


class Format(NamedTuple):
    name: str
    write: Callable[[Publication], str]
    content_type: str


# By the ending of the file.
FORMATS = {
    "txt": Format("TXT", lambda publication: text(publication) + "\n", "text/plain; charset=utf-8"),
    "bib": Format("BibTeX", bibtex, "application/x-bibtex; charset=utf-8"),
    "ris": Format("RIS", ris, "application/x-research-info-systems; charset=utf-8"),
}
