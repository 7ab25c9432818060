"""How collaborations with their members, studies and publications are loaded."""

from alima_site.editorial.cells import (
    Countries,
    French,
    Many,
    One,
    OneOf,
    PartialDate,
    Says,
    Text,
    Year,
)
from alima_site.editorial.loading import Loader, register, sourced
from alima_site.editorial.models import Indicator, Topic
from partners.models import Partner
from research.cells import EitherLanguage, Identifier, LanguageOfTitle, MemberDetails, Members
from research.models import Collaboration, PracticeChange, Publication, Study
from research.schemes import DOI, PUBMED, ROR, TRIAL_REGISTRIES


class ResearchLoader(Loader):
    app = "research"


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
