"""How collaborations with their members, studies and publications are loaded."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import models

from alima_site.editorial import loading
from alima_site.editorial.cells import (
    Cell,
    Countries,
    Find,
    French,
    Many,
    One,
    OneOf,
    PartialDate,
    Says,
    Text,
    Year,
)
from alima_site.editorial.content_files import Row, read_rows
from alima_site.editorial.loading import Loader, register, sourced
from alima_site.editorial.models import Indicator, Topic
from alima_site.editorial.typography import french_spacing
from partners.models import Partner
from research.identifiers import DOI, PUBMED, ROR, TRIAL_REGISTRIES, Scheme, checked
from research.models import Collaboration, Membership, PracticeChange, Publication, Study


class ResearchLoader(Loader):
    app = "research"


def details_of(row: Row, find: Find) -> list[Row]:
    """The rows of memberships.csv for the collaboration of this row, checked."""
    columns = ["id", "collaboration", "member_en", "member_fr", *MemberDetails.columns]
    path = loading.content_folder(ResearchLoader.app) / "memberships.csv"
    found = []
    for more in read_rows(path, "id", columns, []):
        Identifier("ror", ROR).parse(more)
        for column in ("since", "until"):
            PartialDate(column).parse(more)
        One("institution", Collaboration).read(more, find)
        if One("collaboration", Collaboration).read(more, find) == row["id"]:
            if more["member_en"] not in row["members_en"]:
                more.refuse("member_en", f"{row['id']} names no such member")
            found.append(more)
    return found


class Members(Cell):
    """
    The members a cell lists, in both languages, as Membership rows in that
    order; then those memberships.csv finds named within it.
    """

    after_save = True

    def read(self, row: Row, find: Find) -> list[list[str]]:
        english, french = row.list("members_en"), row.list("members_fr")
        if french and len(french) != len(english):
            row.refuse("members_fr", f"{len(french)} members, but {len(english)} in English")
        names = dict(zip(english, french or english, strict=True))
        for more in details_of(row, find):
            names.setdefault(more["member_en"], more["member_fr"])
        return [[en, french_spacing(fr)] for en, fr in names.items()]

    def current(self, record: models.Model, name: str) -> list[list[str]]:
        return [[m.member_en, m.member_fr] for m in getattr(record, name).all()]

    def write(self, record: Any, name: str, value: Any, find: Find) -> None:
        # Those that stay keep the dates and links an editor gave them.
        known = {membership.member_en: membership for membership in getattr(record, name).all()}
        for position, (english, french) in enumerate(value):
            membership: Any = known.pop(english, None) or Membership(collaboration=record)
            membership.position = position
            membership.member_en, membership.member_fr = english, french
            membership.full_clean()
            membership.save()
        for gone in known.values():
            gone.delete()


class MemberDetails(Cell):
    """What memberships.csv knows of members: their own record, ROR and dates."""

    after_save = True
    columns = ("institution", "ror", "since", "until")

    def read(self, row: Row, find: Find) -> dict[str, list[str]]:
        return {
            more["member_en"]: [more[column] for column in self.columns]
            for more in details_of(row, find)
        }

    def current(self, record: Any, name: str) -> dict[str, list[str]]:
        found = {
            m.member_en: [m.institution.slug if m.institution else "", m.ror, m.since, m.until]
            for m in record.memberships.select_related("institution")
        }
        return {member: details for member, details in found.items() if any(details)}

    def write(self, record: Any, name: str, value: Any, find: Find) -> None:
        for membership in record.memberships.filter(member_en__in=value):
            institution, ror, since, until = value[membership.member_en]
            membership.institution = find(Collaboration).by_slug.get(institution)
            membership.ror, membership.since, membership.until = ror, since, until
            membership.full_clean()
            membership.save()


class EitherLanguage(French):
    """The French wording, or the English one where they are the same."""

    def __init__(self, column: str, english: str) -> None:
        super().__init__(column, extra=True)
        self.english = english

    def parse(self, row: Row) -> str:
        return super().parse(row) or row[self.english]


class Identifier(Cell):
    """An identifier of one of these schemes, in its one spelling; or empty."""

    def __init__(self, column: str, *schemes: Scheme, extra: bool = False) -> None:
        super().__init__(column, extra=extra)
        self.schemes = schemes

    def parse(self, row: Row) -> str:
        try:
            return row[self.column] and checked(row[self.column], self.schemes)
        except ValidationError as error:
            return row.refuse(self.column, " ".join(error.messages))


@register
class CollaborationLoader(ResearchLoader):
    file = "collaborations.csv"
    model = Collaboration
    cells = {
        "short_name_en": Text("short_name"),
        "short_name_fr": EitherLanguage("short_name_fr", "short_name"),
        "full_name_en": Text("full_name"),
        "full_name_fr": French("full_name_fr"),
        "kind": OneOf("kind", Collaboration.Kind),
        "ror": Identifier("ror", ROR, extra=True),
        "since": PartialDate("since"),
        "until": PartialDate("until"),
        "countries_en": Text("countries"),
        "countries_fr": French("countries_fr", extra=True),
        "role_of_alima_en": Text("role_of_alima_en"),
        "role_of_alima_fr": French("role_of_alima_fr"),
        "memberships": Members("members_en"),
        "member_details": MemberDetails("", extra=True),
        **sourced(),
    }
    unstored = [Text("members_fr", extra=True)]


@register
class StudyLoader(ResearchLoader):
    file = "studies.csv"
    model = Study
    cells = {
        "short_title_en": Text("short_title"),
        "short_title_fr": EitherLanguage("short_title_fr", "short_title"),
        "title_en": Text("title"),
        "title_fr": French("title_fr"),
        "diseases": Many("disease", Topic),
        "design_en": Text("design"),
        "design_fr": French("design_fr", extra=True),
        "design_kind": OneOf("design_kind", Study.DesignKind, extra=True),
        "countries": Countries("countries"),
        "countries_note_en": Text("countries_note_en", extra=True),
        "countries_note_fr": French("countries_note_fr", extra=True),
        "start": PartialDate("start"),
        "end": PartialDate("end"),
        "registration_id": Identifier("registration_id", *TRIAL_REGISTRIES),
        "status_en": Text("status"),
        "status_fr": French("status_fr", extra=True),
        "sponsor_en": Text("sponsor"),
        "sponsor_fr": EitherLanguage("sponsor_fr", "sponsor"),
        "carried_out_with_en": Text("partners"),
        "carried_out_with_fr": EitherLanguage("partners_fr", "partners"),
        "local_partners": Many("local_partners", Partner, extra=True),
        "collaborations": Many("collaborations", Collaboration, extra=True),
        "participants_en": Text("participants"),
        "participants_fr": French("participants_fr", extra=True),
        "main_result_en": Text("main_result_en"),
        "main_result_fr": French("main_result_fr"),
        "what_changed_en": Text("what_changed_en", extra=True),
        "what_changed_fr": French("what_changed_fr", extra=True),
        "indicator": One("indicator", Indicator, extra=True),
        "link_to_alima_en": Text("link_to_alima"),
        "link_to_alima_fr": French("link_to_alima_fr", extra=True),
        **sourced(note=False),
    }
    unstored = [Text("publication_ids")]


class LanguageOfTitle(Cell):
    """English, unless additions say otherwise."""

    def parse(self, row: Row) -> str:
        return row[self.column] or "en"


@register
class PublicationLoader(ResearchLoader):
    file = "publications.csv"
    model = Publication
    cells = {
        "title": Text("title"),
        "title_is_summarised": Says("note", "Title summarised"),
        "language": LanguageOfTitle("language", extra=True),
        "journal": Text("journal"),
        "year": Year("year"),
        "published": PartialDate("published"),
        "doi": Identifier("doi", DOI),
        "pubmed_id": Identifier("pubmed_id", PUBMED, extra=True),
        "open_access_url": Text("open_access_url", extra=True),
        "first_author": Text("first_author"),
        "study": One("study_id", Study),
        "kind": OneOf("kind", Publication.Kind),
        **sourced(),
    }

    def load(self) -> None:
        """Afterwards the studies' own lists of publications are held against these."""
        super().load()
        publications = self.run.find(Publication).by_name
        owners = {row["id"]: row["study_id"] for row in self.rows()}
        for row in StudyLoader(self.run).rows():
            for name in row.list("publication_ids"):
                if name not in publications:
                    row.refuse("publication_ids", f"“{name}” is not a known Publication id")
                if owners[name] != row["id"]:
                    row.refuse("publication_ids", f"{self.file} gives “{name}” to another study")


@register
class PracticeChangeLoader(ResearchLoader):
    file = "practice_changes.csv"
    model = PracticeChange
    cells = {
        "study": One("study", Study),
        "kind": OneOf("kind", PracticeChange.Kind),
        "title_en": Text("title_en"),
        "title_fr": French("title_fr"),
        "date": PartialDate("date"),
        "indicator": One("indicator", Indicator),
        **sourced(),
    }
