"""Every cell of the research files can be read on the page of its record, in each language."""

import csv
import re
from html import unescape
from pathlib import Path

import pytest
from django.apps import apps
from django.test import Client
from django.utils.translation import override

from alima_site.editorial import wording
from alima_site.editorial.typography import french_spacing
from research.models import Collaboration, Publication, Study

pytestmark = [pytest.mark.django_db, pytest.mark.by_turns]
FOLDER = Path(apps.get_app_config("research").path) / "content"
FILES = {
    "collaborations.csv": Collaboration, "studies.csv": Study, "publications.csv": Publication,
}  # fmt: skip
# Columns that stand on the page in other words, and where they do.
LINKS = {"source_id": "sources/", "publication_ids": "publications/", "study_id": "studies/"}
DATES = ("since", "until", "start", "end", "published")


def rows(file):
    with (FOLDER / file).open(encoding="utf-8") as lines:
        return list(csv.DictReader(lines))


def added(file):
    """The French, and whatever else additions.csv knows of a row."""
    return {(r["id"], r["column"]): r["value"] for r in rows("additions.csv") if r["file"] == file}


def plain(text):
    """Text without tags, and with one kind of space."""
    return " ".join(unescape(re.sub(r"<[^>]+>", "", text)).split())


def expected(column, value, record, language):
    """The words of a cell as the page has them."""
    if column in DATES:
        return [wording.partial_date(value)]
    if column in ("kind", "confidence"):
        return [getattr(record, f"get_{column}_display")()]
    if column == "disease":
        return [str(t.name) for t in record.diseases.all()]
    if column == "countries" and isinstance(record, Study):
        return [str(country.name) for country in record.countries]
    if column == "doi":
        return [value.lower()]
    parts = [part.strip() for part in value.split(";")]
    return [french_spacing(part) for part in parts] if language == "fr" else parts


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("file", FILES)
def test_every_cell_stands_on_the_page_of_its_record(file, language):
    more, missing = added(file), []
    with override(language):
        for row in rows(file):
            record = FILES[file].objects.get(slug=row["id"])
            html = Client().get(record.get_absolute_url()).content.decode()
            words = plain(html).casefold()
            for column, value in row.items():
                if not value or column == "id":
                    continue
                if column in LINKS:
                    names = value.split(";")
                    missing += [(row["id"], n) for n in names if f"/{n.strip()}/" not in html]
                    continue
                # Each language has its own column; French of English ones is an addition.
                base = column.removesuffix("_en").removesuffix("_fr")
                if language == "fr" and not column.endswith("_fr"):
                    value = row.get(f"{base}_fr") or more.get((row["id"], f"{base}_fr"), value)
                elif language == "en" and column.endswith("_fr"):
                    continue
                if column == "year" and row.get("published"):
                    continue
                for part in expected(column, value, record, language):
                    if plain(part).casefold() not in words:
                        missing.append((row["id"], column, part))
    assert not missing


def test_no_row_is_missing_and_none_was_added():
    counts = [model.objects.published().count() for model in FILES.values()]
    assert counts == [18, 20, 17]


@pytest.mark.parametrize(
    ("language", "address", "words"),
    [
        ("en", "research/coral", ["since 2016", "Inserm U1219 IDLIC team", "PAC-CI (ANRS"]),
        ("fr", "recherche/coral", ["depuis 2016", "Inserm U1219 IDLIC", "PAC-CI (site"]),
        ("en", "research/alerrt", ["20 European and African universities", "says 21 partner"]),
        ("fr", "recherche/alerrt", ["20 universités européennes et africaines", "de 21 org"]),
        ("en", "research/nih", ["since 2015", "National Institutes of Health"]),
        ("fr", "recherche/nih", ["depuis 2015", "NIAID"]),
        ("en", "research/studies/prevac", ["gives 2015"]),
        ("en", "research/studies/optima-drc", ["Kasai Oriental"]),
    ],
)  # fmt: skip
def test_the_three_of_the_seed_stand_with_what_others_add_or_contradict(language, address, words):
    page = plain(Client().get(f"/{language}/{address}/").content.decode()).casefold()
    for each in words:
        assert each.casefold() in page
