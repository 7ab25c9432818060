"""A kind of token whose records are made up: what was asked of it can be seen."""

from django.utils.translation import get_language

from alima_site.editorial.token_kinds import Kind


class MadeKind(Kind):
    def __init__(self, **records):
        self.records, self.asked = records, []

    def find(self, codes):
        self.asked.append(set(codes))
        return {code: self.records[code] for code in self.records.keys() & codes}

    def words(self, record):
        return f"{record} ({get_language()})"

    def url(self, record, code):
        return f"/{get_language()}/?code={code}&x"

    def refusal(self, code):
        return f"no {code} here"
