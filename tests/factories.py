"""
Plain factories: `make_partner(alliance_year=2020)` saves a valid, published
partner; a test names only what it is about.
"""

import datetime
from functools import cache
from io import BytesIO
from itertools import count, cycle
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from alima_site.editorial.models import (
    Figure,
    FigureVersion,
    Indicator,
    Photo,
    Source,
    Topic,
)
from alima_site.editorial.pictures.door import PHOTO_DOOR, Rendered, admit
from alima_site.portal.models import Disagreement, Message
from partners.models import (
    AllianceFact,
    Episode,
    LedgerRow,
    Partner,
    PartnershipPrinciple,
    Representative,
    Series,
    Voice,
)
from programs.models import CountryProgramme, PatientStatistic, Presence, Project
from research.models import Collaboration, PracticeChange, Publication, Study

number = count(1)
# Countries without a programme in the real content; a test may have made some of them itself.
free_countries = cycle(
    [
        "AO", "BI", "BJ", "BW", "CG", "CV", "DJ", "DZ", "EG", "ER", "GA", "GH",
        "GM", "KE", "LR", "LS", "LY", "MA", "MG", "MW", "MZ", "NA", "RW", "SL",
    ]
)  # fmt: skip


def make(model: type, defaults: dict[str, Any], given: dict[str, Any]) -> Any:
    n = next(number)
    values = {"slug": f"made-{n}", "state": "published"} | defaults | given
    return model.objects.create(**values)


def both(name: str, text: str) -> dict[str, str]:
    return {f"{name}_fr": f"{text} (fr)", f"{name}_en": f"{text} (en)"}


def make_source(**given: Any) -> Source:
    defaults = {
        "title": "A made source",
        "url": "https://example.org/source",
        "publisher": "A publisher",
        "language": "en",
        "kind": "press",
    }
    return make(Source, defaults, given)


def sourced(given: dict[str, Any]) -> dict[str, Any]:
    return {} if "source" in given else {"source": make_source()}


def make_topic(**given: Any) -> Topic:
    return make(Topic, both("name", "A topic"), given)


@cache
def rendered() -> Rendered:
    """A small picture as the door lets it in."""
    content = BytesIO()
    Image.radial_gradient("L").resize((1300, 900)).convert("RGB").save(content, "JPEG")
    return admit(SimpleUploadedFile("made.jpg", content.getvalue()), PHOTO_DOOR)


def make_photo(**given: Any) -> Photo:
    """A published photograph with credit, consent and files."""
    defaults = {"title": "A picture", "credit": "A photographer", "people": "people"}
    defaults |= {"consent_given_by": "Form 12", "consent_given_on": datetime.date(2024, 5, 1)}
    defaults |= {"consent_scope": "website", "consent_language": "Hausa"}
    defaults |= both("alt", "A nurse measures an arm") | {"state": "published"}
    photo = Photo(**{"slug": f"made-{next(number)}"} | defaults | given)
    photo.pending = rendered()
    photo.save()
    return Photo.objects.get(pk=photo.pk)


def make_indicator(**given: Any) -> Indicator:
    return make(Indicator, both("name", "An indicator") | {"unit": "people"}, given)


def make_figure(**given: Any) -> Figure:
    defaults = both("label", "A figure") | {"unit": "people", "theme": "reach", "group": "made"}
    return make(Figure, defaults, given)


def make_version(**given: Any) -> FigureVersion:
    defaults = both("label", "A version") | {"value": 1200} | sourced(given)
    if "figure" not in given:
        defaults["figure"] = make_figure()
    return make(FigureVersion, defaults, given)


def make_partner(**given: Any) -> Partner:
    defaults = {"acronym": "MADE", "country": "NE"} | both("name", "Made") | both("role", "A role")
    return make(Partner, defaults | sourced(given), given)


def make_ledger_row(**given: Any) -> LedgerRow:
    defaults = {"year": 2023, "measure": "funds", "value": 1500, "currency": "EUR"} | sourced(given)
    if "partner" not in given:
        defaults["partner"] = make_partner()
    return make(LedgerRow, defaults, given)


def make_representative(**given: Any) -> Representative:
    defaults = {"name": "Somebody"} | both("role", "Chair") | sourced(given)
    if "partner" not in given:
        defaults["partner"] = make_partner()
    return make(Representative, defaults, given)


def make_principle(**given: Any) -> PartnershipPrinciple:
    defaults = {"kind": "commitment", "position": 900} | both("title", "A promise")
    return make(PartnershipPrinciple, defaults | both("text", "A text") | sourced(given), given)


def make_voice(**given: Any) -> Voice:
    defaults = {"speaker": "Somebody", "language": "fr"} | both("role", "Nurse")
    return make(Voice, defaults | both("quote", "Some words") | sourced(given), given)


def make_fact(**given: Any) -> AllianceFact:
    defaults = {"category": "identity"} | both("label", "A fact") | both("statement", "It is so")
    return make(AllianceFact, defaults | sourced(given), given)


def make_series(**given: Any) -> Series:
    return make(Series, both("title", "A series") | sourced(given), given)


def make_episode(**given: Any) -> Episode:
    defaults = both("title", "An episode") | {"number": next(number)} | sourced(given)
    if "series" not in given:
        defaults["series"] = make_series()
    return make(Episode, defaults, given)


def make_country(**given: Any) -> CountryProgramme:
    defaults = both("name", "A country") | both("summary", "A summary") | {"status": "active"}
    if "country" not in given:
        taken = set(CountryProgramme.objects.values_list("country", flat=True))
        defaults["country"] = next(code for code in free_countries if code not in taken)
    return make(CountryProgramme, defaults | sourced(given), given)


def make_presence(programme: CountryProgramme, start: str, end: str = "") -> Presence:
    return Presence.objects.create(
        programme=programme, start=start, end=end, source=programme.source
    )


def make_project(**given: Any) -> Project:
    defaults = both("name", "A project") | both("summary", "A summary") | sourced(given)
    if "programme" not in given:
        defaults["programme"] = CountryProgramme.objects.get(slug="niger")
    return make(Project, defaults, given)


def make_statistic(**given: Any) -> PatientStatistic:
    defaults = {"value": 4321, "period_start": "2023-01-01", "period_end": "2023-12-31"}
    if "indicator" not in given:
        defaults["indicator"] = make_indicator()
    return make(PatientStatistic, defaults | sourced(given), given)


def make_collaboration(**given: Any) -> Collaboration:
    defaults = both("short_name", "MADE") | both("full_name", "Made together")
    defaults |= both("role_of_alima", "A role") | {"kind": "university"}
    return make(Collaboration, defaults | sourced(given), given)


def make_study(**given: Any) -> Study:
    defaults = both("short_title", "MADE") | both("title", "A study") | both("design", "cohort")
    return make(Study, defaults | sourced(given), given)


def make_publication(**given: Any) -> Publication:
    defaults = {"title": "A made article", "kind": "article"} | sourced(given)
    return make(Publication, defaults, given)


def make_disagreement(**given: Any) -> Disagreement:
    defaults = both("title", "A disagreement") | both("note", "Two sources differ")
    return make(Disagreement, defaults | sourced(given), given)


def make_practice_change(**given: Any) -> PracticeChange:
    defaults = both("title", "A new practice") | {"kind": "practice"} | sourced(given)
    if "study" not in given:
        defaults["study"] = make_study()
    return make(PracticeChange, defaults, given)


def make_message(**given: Any) -> Message:
    defaults = {"purpose": "press", "name": "Awa", "email": "awa@example.org", "language": "fr"}
    return Message.objects.create(**(defaults | {"text": "A question"} | given))
