"""
What a column of a content file becomes: each cell type reads its text into a
plain value (text, number, list of slugs), the form in which the file, the
database and the last load are compared.
"""

from alima_site.editorial.cells.cell import Cell, Find, Fixed, Index
from alima_site.editorial.cells.countries import Countries, Country
from alima_site.editorial.cells.numbers import Day, Number, PartialDate, Whole, Year
from alima_site.editorial.cells.relations import Many, Mutual, One, find_named
from alima_site.editorial.cells.texts import French, OneOf, Says, Text, TitleInItsLanguage, YesNo

__all__ = [
    "Cell",
    "Countries",
    "Country",
    "Day",
    "Find",
    "Fixed",
    "French",
    "Index",
    "Many",
    "Mutual",
    "Number",
    "One",
    "OneOf",
    "PartialDate",
    "Says",
    "Text",
    "TitleInItsLanguage",
    "Whole",
    "Year",
    "YesNo",
    "find_named",
]
