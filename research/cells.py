"""Columns only research files have: members, identifiers, wordings that are the same in both."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import models

from alima_site.editorial import loading
from alima_site.editorial.cells import Cell, Find, French, One, PartialDate
from alima_site.editorial.content_files import Row, read_rows
from alima_site.editorial.typography import french_spacing
from research.identifiers import checked
from research.models import Collaboration, Membership
from research.schemes import ROR, Scheme


def details_of(row: Row, find: Find) -> list[Row]:
    """The rows of memberships.csv for the collaboration of this row, checked."""
    columns = ["id", "collaboration", "member_en", "member_fr", *MemberDetails.columns]
    path = loading.content_folder("research") / "memberships.csv"
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


class LanguageOfTitle(Cell):
    """English, unless additions say otherwise."""

    def parse(self, row: Row) -> str:
        return row[self.column] or "en"
