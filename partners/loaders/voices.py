"""How quotations are loaded."""

from alima_site.editorial.cells import Country, French, One, PartialDate, Says, Text
from alima_site.editorial.content_files import Row
from alima_site.editorial.loading import Loader, register, sourced
from alima_site.editorial.models import Topic
from partners.models import Partner, Voice


@register
class VoiceLoader(Loader):
    app = "partners"
    file = "quotes.csv"
    model = Voice
    cells = {
        "speaker": Text("speaker"),
        "role_en": Text("role"),
        "role_fr": French("role_fr", extra=True),
        "date": PartialDate("date"),
        "language": Text("language"),
        "quote_en": Text("quote_en"),
        "quote_fr": French("quote_fr"),
        "both_published": Says("note", "Both languages published"),
        "topic": One("topic", Topic),
        "country": Country("country_iso2"),
        "partner": One("partner", Partner, extra=True),
        **sourced(),
    }
    unstored = [Text("quote")]

    def check(self, row: Row) -> None:
        if row["quote"] != row[f"quote_{row['language']}"]:
            row.refuse("quote", f"it differs from quote_{row['language']}")
