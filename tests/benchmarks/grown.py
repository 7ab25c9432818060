"""A thousand times the content: rows that look like the real ones, spread over many countries."""

import datetime
import random
from collections.abc import Iterable, Iterator
from typing import Any

from django.db import connection, models
from django_countries import countries as all_countries

from alima_site.editorial.models import Indicator, Source, Topic
from partners.models import Partner
from programs.models import CountryProgramme, PatientStatistic, Presence, Project
from research.models import Publication, Study

COUNTRIES, PROJECTS, STATISTICS, STUDIES, PARTNERS = 200, 50, 200_000, 5_000, 5_000
BATCH = 2_000


class Grown:
    """Writes the rows; what is chosen is chosen the same in every run."""

    def __init__(self) -> None:
        self.random = random.Random(9)
        self.sources = list(Source.objects.all())
        self.topics = list(Topic.objects.all())
        self.indicators = list(Indicator.objects.all())

    def fill(self) -> None:
        """The tables are tidied at the end, which PostgreSQL else does by itself meanwhile."""
        countries = self.countries()
        partners = self.partners(countries)
        projects = self.projects(countries)
        tie(Project.partners, projects, partners, self.random)
        tie(Project.topics, projects, self.topics, self.random)
        studies = self.studies(countries)
        tie(Study.diseases, studies, self.topics, self.random)
        tie(Study.local_partners, studies, partners, self.random)
        self.publications(studies)
        statistics = self.statistics(countries)
        tie(PatientStatistic.partners, statistics[::3], partners, self.random)
        with connection.cursor() as cursor:
            cursor.execute("VACUUM ANALYZE" if connection.vendor == "postgresql" else "ANALYZE")

    def made(self, n: int, name: str, **more: Any) -> dict[str, Any]:
        both = {"note_fr": "", "note_en": ""}
        return {"slug": f"grown-{name}-{n}", "state": "published", **both, **more}

    def sourced(self, n: int, name: str, **more: Any) -> dict[str, Any]:
        return self.made(n, name, source=self.random.choice(self.sources), **more)

    def countries(self) -> list[Any]:
        known = list(CountryProgramme.objects.all())
        used = {each.country.code for each in known}
        free = [code for code, _name in all_countries if code not in used]
        new = [
            CountryProgramme(
                **self.sourced(n, "country", **both("name", str(all_countries.name(code))),
                               **both("summary", "What is done in this country."), country=code)
            )
            for n, code in enumerate(free[: COUNTRIES - len(known)])
        ]  # fmt: skip
        made = CountryProgramme.objects.bulk_create(new)
        Presence.objects.bulk_create(
            Presence(programme=each, start=str(2009 + n % 15), source=each.source)
            for n, each in enumerate(made)
        )
        return [*known, *made]

    def partners(self, countries: list[Any]) -> list[Any]:
        return create(
            Partner,
            (
                self.sourced(n, "partner", **both("name", f"A local organisation {n}"),
                             **both("role", "Runs projects together with ALIMA."),
                             acronym=f"ORG-{n}", alliance_year=2009 + n % 15,
                             kind=("alliance-member", "operational-partner")[n % 2],
                             country=countries[n % len(countries)].country)
                for n in range(PARTNERS)
            ),
        )  # fmt: skip

    def projects(self, countries: list[Any]) -> list[Any]:
        return create(
            Project,
            (
                self.sourced(n, "project", **both("name", f"A project {n}"), programme=country,
                             **both("summary", "Care for children and their mothers."),
                             **both("places", "A district; another district"),
                             start=str(2009 + n % 15))
                for n, country in enumerate(countries * PROJECTS)
            ),
        )  # fmt: skip

    def studies(self, countries: list[Any]) -> list[Any]:
        designs = list(Study.DesignKind)
        return create(
            Study,
            (
                self.sourced(n, "study", **both("short_title", f"STUDY {n}"),
                             **both("title", f"What works better, question {n}"),
                             **both("design", "A trial"), **both("status", "completed"),
                             design_kind=designs[n % len(designs)], start=str(2009 + n % 15),
                             countries=[countries[n % len(countries)].country.code],
                             end=str(2011 + n % 15))
                for n in range(STUDIES)
            ),
        )  # fmt: skip

    def publications(self, studies: list[Any]) -> list[Any]:
        kinds = list(Publication.Kind)
        return create(
            Publication,
            (
                self.sourced(n, "publication", title=f"An article {n}", study=study, language="en",
                             kind=kinds[n % len(kinds)], year=2011 + n % 15)
                for n, study in enumerate(studies)
            ),
        )  # fmt: skip

    def statistics(self, countries: list[Any]) -> list[Any]:
        return create(PatientStatistic, (self.statistic(n, countries) for n in range(STATISTICS)))

    def statistic(self, n: int, countries: list[Any]) -> dict[str, Any]:
        year = 2004 + n % 22
        return self.sourced(
            n, "statistic", **both("hint", "What was counted"),
            indicator=self.random.choice(self.indicators), programme=countries[n % len(countries)],
            place=self.random.choice(["", "", "A district", "Another district"]),
            value=self.random.randint(50, 99_999), period_start=datetime.date(year, 1, 1),
            period_end=datetime.date(year, 12, 31),
        )  # fmt: skip


def both(name: str, text: str) -> dict[str, str]:
    return {f"{name}_fr": text, f"{name}_en": text}


def create(model: Any, rows: Iterable[dict[str, Any]]) -> list[Any]:
    return model.objects.bulk_create((model(**row) for row in rows), batch_size=BATCH)


def tie(field: Any, records: list[Any], others: list[Any], choose: random.Random) -> None:
    """Each record to one other."""
    through, own = field.through, field.field.m2m_field_name()
    other = field.field.m2m_reverse_field_name()

    def rows() -> Iterator[models.Model]:
        for record in records:
            yield through(**{f"{own}_id": record.pk, f"{other}_id": choose.choice(others).pk})

    through._default_manager.bulk_create(rows(), batch_size=BATCH)
