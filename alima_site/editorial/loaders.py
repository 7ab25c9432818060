"""How sources, topics, indicators and headline figures are loaded."""

from alima_site.editorial.cells import (
    Fixed,
    French,
    Many,
    Mutual,
    Number,
    One,
    OneOf,
    PartialDate,
    Text,
    TitleInItsLanguage,
    Whole,
    YesNo,
)
from alima_site.editorial.content_files import Row
from alima_site.editorial.loading import Loader, register, sourced
from alima_site.editorial.models import (
    Figure,
    FigureVersion,
    Indicator,
    Qualifier,
    Source,
    State,
    Topic,
    Unit,
)

# The day on which the content files were written from the pages they name.
CONSULTED = "2026-11-22"


class EditorialLoader(Loader):
    app = "editorial"


@register
class SourceLoader(EditorialLoader):
    file = "sources.csv"
    model = Source
    cells = {
        "title": TitleInItsLanguage("title"),
        "url": Text("url"),
        "publisher": Text("publisher"),
        "published": PartialDate("published"),
        "consulted": Fixed(CONSULTED),
        "language": Text("language"),
        "kind": OneOf("kind", Source.Kind),
        "note_en": Text("note"),
        "note_fr": French("note_fr", extra=True),
        "state": Fixed(State.PUBLISHED),
    }


@register
class TopicLoader(EditorialLoader):
    file = "topics.csv"
    model = Topic
    cells = {
        "name_en": Text("name_en"),
        "name_fr": French("name_fr"),
        "also": Text("also_en"),
        "state": Fixed(State.PUBLISHED),
    }

    def names(self, row: Row) -> list[str]:
        return [name.lower() for name in (row["name_en"], *row.list("also_en"))]


@register
class IndicatorLoader(EditorialLoader):
    file = "indicators.csv"
    model = Indicator
    key = "code"
    cells = {
        "name_en": Text("name_en"),
        "name_fr": French("name_fr"),
        "unit": OneOf("unit", Unit),
        "definition_en": Text("definition"),
        "definition_fr": French("definition_fr", extra=True),
        "topics": Many("topics", Topic, extra=True),
        "threshold": Whole("threshold", extra=True),
        "not_added_to": Mutual("not_added_to", Indicator, extra=True),
        "state": Fixed(State.PUBLISHED),
    }


class FigureVersionLoader(EditorialLoader):
    file = "headline_figures.csv"
    model = FigureVersion
    cells = {
        "figure": One("figure", Figure),
        "label_en": Text("label_en"),
        "label_fr": French("label_fr"),
        "value": Number("value"),
        "qualifier": OneOf("qualifier", Qualifier),
        "period_as_printed_en": Text("period_as_printed"),
        "period_as_printed_fr": French("period_as_printed_fr", extra=True),
        "as_of": PartialDate("as_of"),
        "countries": Whole("countries"),
        "source_published": PartialDate("source_published"),
        "is_current": YesNo("current"),
        **sourced(),
    }
    unstored = [OneOf("theme", Figure.Theme), OneOf("unit", Unit), Text("group")]

    def rows(self) -> list[Row]:
        # The row that stops being current goes first: two at once are refused.
        return sorted(super().rows(), key=lambda row: row["current"] == "yes")


class FigureLoader(EditorialLoader):
    """What the rows of one code share; the label is the current row's, or the first one's."""

    file = FigureVersionLoader.file
    model = Figure
    key = "figure"
    cells = {
        "label_en": Text("label_en"),
        "label_fr": French("label_fr"),
        "unit": OneOf("unit", Unit),
        "theme": OneOf("theme", Figure.Theme),
        "group": Text("group"),
        "state": Fixed(State.PUBLISHED),
    }

    def rows(self) -> list[Row]:
        chosen: dict[str, Row] = {}
        for row in FigureVersionLoader(self.run).rows():
            other = chosen.setdefault(row["figure"], row)
            for column in ("unit", "theme", "group"):
                if row[column] != other[column]:
                    row.refuse(column, f"another version of {row['figure']} says {other[column]}")
            if row["current"] == "yes":
                chosen[row["figure"]] = row
        return list(chosen.values())


register(FigureLoader)
register(FigureVersionLoader)
