"""Cells of words: texts, and the few that mean yes, no or one of a list."""

from django.db import models

from alima_site.editorial.cells.cell import Cell
from alima_site.editorial.content_files import Row
from alima_site.editorial.typography import french_spacing


class Text(Cell):
    pass


class French(Cell):
    """French text, with French spacing."""

    def parse(self, row: Row) -> str:
        return french_spacing(row[self.column])


class TitleInItsLanguage(Cell):
    """A title that is not translated; a French one gets French spaces."""

    def parse(self, row: Row) -> str:
        title = row[self.column]
        return french_spacing(title) if row["language"] == "fr" else title


class YesNo(Cell):
    """`yes`, or empty."""

    def parse(self, row: Row) -> bool:
        if row[self.column] not in ("yes", ""):
            row.refuse(self.column, f"“{row[self.column]}” is neither “yes” nor empty")
        return row[self.column] == "yes"


class Says(Cell):
    """Whether the cell holds these words."""

    def __init__(self, column: str, words: str) -> None:
        super().__init__(column)
        self.words = words

    def parse(self, row: Row) -> bool:
        return self.words in row[self.column]


class OneOf(Cell):
    """One of a closed list."""

    def __init__(
        self, column: str, choices: type[models.TextChoices], *, empty: bool = False,
        extra: bool = False,
    ) -> None:  # fmt: skip
        super().__init__(column, extra=extra)
        self.values = [*choices.values, ""] if empty else choices.values

    def parse(self, row: Row) -> str:
        value = row[self.column]
        if value not in self.values:
            row.refuse(self.column, f"“{value}” is none of: {', '.join(filter(None, self.values))}")
        return value
