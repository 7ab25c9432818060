"""How the facts about the organisation are loaded: a value is a number or words."""

import re

from alima_site.editorial.cells import Countries, French, Number, OneOf, PartialDate, Text
from alima_site.editorial.content_files import Row
from alima_site.editorial.loading import Loader, register, sourced
from partners.models import AllianceFact


class FactNumber(Number):
    """The cell's number; None when it holds words."""

    def parse(self, row: Row) -> str | None:
        return super().parse(row) if is_number(row["value"]) else None


class FactWords(French):
    """The cell's words, in French where additions give them; empty when it holds a number."""

    def parse(self, row: Row) -> str:
        if is_number(row["value"]):
            return ""
        return row["value"] if self.column == "value" else super().parse(row) or row["value"]


def is_number(text: str) -> bool:
    return bool(re.fullmatch(r"-?\d+(\.\d+)?", text))


@register
class FactLoader(Loader):
    app = "partners"
    file = "organisation.csv"
    model = AllianceFact
    cells = {
        "category": OneOf("category", AllianceFact.Category),
        "label_en": Text("label_en"),
        "label_fr": French("label_fr"),
        "number": FactNumber("value"),
        "unit": OneOf("unit", AllianceFact.Unit, empty=True),
        "value_en": FactWords("value"),
        "value_fr": FactWords("value_fr", extra=True),
        "statement_en": Text("statement_en"),
        "statement_fr": French("statement_fr"),
        "countries": Countries("countries", extra=True),
        "date_from": PartialDate("date_from"),
        "date_to": PartialDate("date_to"),
        # Names of leaders wait in review until ALIMA confirms them.
        **sourced(in_review=lambda row: row["category"] == AllianceFact.Category.LEADERSHIP),
    }
