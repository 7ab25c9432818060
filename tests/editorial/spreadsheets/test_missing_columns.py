"""What is said of columns that a file lacks, and of those that nobody reads."""

from alima_site.editorial.spreadsheets import Column, Line
from alima_site.editorial.spreadsheets.headers import find_header, missing_columns, not_read

COLUMNS = [
    Column("country", "Code pays", "Country code", "#country+code", aliases=("lieu", "pays")),
    Column("place", "Lieu", "Place", "#loc+name"),
    Column("value", "Valeur", "Value", "#value+num"),
]


def remarks(*cells):
    line = Line(3, list(cells))
    return list(not_read(line, COLUMNS, find_header([line], COLUMNS)[1]))


def test_a_column_that_is_missing_may_be_one_that_is_misspelt():
    said = missing_columns(COLUMNS[:2], Line(4, ["Contry code", 7, ""]))
    assert "“Country code” is missing in row 4; is it “Contry code”?" in said
    assert said.endswith("“Place” is missing in row 4.")


def test_what_is_not_imported_is_said_with_its_cell():
    assert remarks("Pays", "", "Remarques", "Valeur") == [
        "C3: the column “Remarques” is not imported."
    ]


def test_a_misspelt_column_is_offered_its_name_unless_that_is_taken():
    misspelt = "B3: the column “Valeurs” is not imported"
    assert remarks("Code pays", "Valeurs", "Lieu") == [f"{misspelt}; is it “Value”?"]
    assert remarks("Code pays", "Valeurs", "Valeur") == [f"{misspelt}."]
