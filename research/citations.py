"""Citations of publications as text, BibTeX and RIS, from what is printed and nothing else."""

import re
from collections.abc import Iterable

from research.models import Publication

BIBTEX_TYPES = {"research report": "techreport"}
RIS_TYPES = {"conference abstract": "ABST", "research report": "RPRT"}
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
        "language": {"fr": "french", "en": "english"}[publication.language],
    }
    return bibtex_entry(BIBTEX_TYPES.get(publication.kind, "article"), publication.slug, fields)


def bibtex_entry(kind: str, key: str, fields: dict[str, str]) -> str:
    """An entry with the fields that have a value, their special signs escaped."""
    lines = [
        f"  {name} = {{{BIBTEX_SPECIAL.sub(_escaped, value)}}}"
        for name, value in fields.items()
        if value
    ]
    return f"@{kind}{{{key},\n" + ",\n".join(lines) + "\n}\n"


def _escaped(match: re.Match[str]) -> str:
    sign = match.group()
    return r"\textbackslash{}" if sign == "\\" else f"\\{sign}"


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
        ("LA", publication.language),
    ]
    lines = [f"{tag}  - {_one_line(value)}" for tag, value in fields if value]
    return "\r\n".join([*lines, "ER  - ", ""])


def _one_line(value: str) -> str:
    return " ".join(value.split())


FORMATS = {
    "bib": (bibtex, "application/x-bibtex; charset=utf-8"),
    "ris": (ris, "application/x-research-info-systems; charset=utf-8"),
}
