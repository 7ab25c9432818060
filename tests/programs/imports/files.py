"""Files of figures as they arrive, and what each is answered: cell, and words of the sentence."""

from datetime import date

from openpyxl import Workbook

from tests.sheets import HEADER, csv, saved, xlsx

ENGLISH = ["Country code", "Indicator code", "Year", "Value", "Source code"]
TAGS = [
    "#country+code+v_iso3",
    "#indicator+code",
    "#date+year",
    "#indicator+value+num",
    "#meta+source+id",
]
DATED = ["Code pays", "Code indicateur", "Du", "Au", "Valeur", "Code source"]
BOM = "utf-8-sig"


def row(value=1234, country="KEN", indicator="made_children", year=2024, source="made-source"):
    return [country, indicator, year, value, source]


def dated(start, end, value=1234):
    return ["KEN", "made_children", start, end, value, "made-source"]


def on_second_sheet():
    book = Workbook()
    book.worksheets[0].title = "2024"
    for line in (HEADER, row()):
        book.worksheets[0].append(line)
    book.create_sheet("Brouillon").append(["autre chose"])
    return saved(book)


def beside_a_hidden_sheet():
    book = Workbook()
    hidden = book.worksheets[0]
    hidden.append(["ancien"])
    hidden.sheet_state = "hidden"
    shown = book.create_sheet("2024")
    for line in (HEADER, row()):
        shown.append(line)
    book.active = 1
    return saved(book)


# Read without a complaint: the one row gives 1234 for 2024.
CLEAN = {
    "cp1252, semicolons": csv(HEADER, row("1 234")),
    "cp1252, no-break space": csv(HEADER, row("1\xa0234")),
    "UTF-8 with BOM, narrow space": csv(HEADER, row("1\u202f234"), encoding=BOM),
    "UTF-8 without BOM": csv(HEADER, row("1\u202f234"), encoding="utf-8"),
    "UTF-16, tabs": csv(HEADER, row("1\u202f234"), delimiter="\t", encoding="utf-16"),
    "UTF-16 without BOM": csv(HEADER, row(), delimiter="\t", encoding="utf-16-le"),
    "commas, English": csv(ENGLISH, row('"1,234.0"'), delimiter=",", encoding="utf-8"),
    "decimal comma": csv(HEADER, row("1234,00")),
    "sep line": b"sep=;\r\n" + csv(HEADER, row()),
    "old Mac lines": csv(HEADER, row(), newline="\r"),
    "titles and empty rows": csv(["Rapport 2024"], [], ["Direction médicale", "", ""], HEADER, [], row(), [";;;;"]),
    "HXL row": csv(ENGLISH, TAGS, row(), delimiter=",", encoding="utf-8"),
    "HXL row only": csv(["A", "B", "C", "D", "E"], TAGS, row(), delimiter=",", encoding="utf-8"),
    "names for codes": csv(["Pays", "Indicateur", "ANNEE", "valeur", "Code Source"], row(country="Pays fait", indicator="ENFANTS COMPTES")),
    "two-letter code": csv(HEADER, row(country="ke")),
    "French dates": csv(DATED, dated("01/01/2024", "31/12/2024")),
    "dates in words": csv(DATED, dated("1er janvier 2024", "31 déc. 2024")),
    "ISO dates": csv(DATED, dated("2024-01-01", "2024-12-31")),
}  # fmt: skip
CLEAN_WORKBOOKS = {
    "merged titles": xlsx(HEADER, row(), titles=["Chiffres de l’année", "2024"]),
    "numbers as text": xlsx(HEADER, row("1 234", year="2024")),
    "days of Excel": xlsx(DATED, dated(date(2024, 1, 1), date(2024, 12, 31))),
    "empty rows": xlsx(HEADER, [], row(), [None, "  "]),
    "hidden sheet": beside_a_hidden_sheet(),
    "second sheet": on_second_sheet(),
    "floats": xlsx(HEADER, row(1234.0, year=2024.0)),
}

# Refused row by row: what stands beside the cell, in French.
MESSY = {
    "misspelt indicator": (csv(HEADER, row(indicator="made_childrn")), "B2", "made_children"),
    "unknown country": (csv(HEADER, row(country="Kenia?")), "A2", "inconnu"),
    "unknown source": (csv(HEADER, row(source="rapport")), "E2", "inconnu"),
    "no source": (csv(HEADER, row(source="")), "E2", "vide"),
    "no value": (csv(HEADER, row("")), "D2", "vide"),
    "n/a": (csv(HEADER, row("n/a")), "D2", "supprimez"),
    "dash": (csv(HEADER, row("-")), "D2", "supprimez"),
    "words in a number": (csv(HEADER, row("environ 1 200")), "D2", "about"),
    "plus de": (csv(HEADER, row("plus de 500")), "D2", "more_than"),
    "small count": (csv(HEADER, row("< 10")), "D2", "petit"),
    "two readings": (csv(HEADER, row("1,234")), "D2", "1234"),
    "two readings with a point": (csv(HEADER, row("1.234")), "D2", "1234"),
    "half a patient": (csv(HEADER, row("12,5")), "D2", "entier"),
    "below zero": (csv(HEADER, row("-5")), "D2", "zéro"),
    "huge": (csv(HEADER, row("9" * 20)), "D2", "plus grand"),
    "letter O": (csv(HEADER, row("1O5")), "D2", "n’est pas un nombre"),
    "bad grouping": (csv(HEADER, row("12 34")), "D2", "n’est pas un nombre"),
    "year as 24": (csv(HEADER, row(year="24")), "C2", "2024"),
    "American date": (csv(DATED, dated("01/01/2024", "12/31/2024")), "D2", "jour avant le mois"),
    "two-digit year": (csv(DATED, dated("01/01/24", "31/12/24")), "C2", "quatre chiffres"),
    "30 February": (csv(DATED, dated("01/01/2024", "30/02/2024")), "D2", "calendrier"),
    "only a year as a day": (csv(DATED, dated("2024", "31/12/2024")), "C2", "année"),
    "number of a day": (csv(DATED, dated("45292", "31/12/2024")), "C2", "date"),
    "end before start": (csv(DATED, dated("31/12/2024", "01/01/2024")), "", "avant"),
    "total": (csv(HEADER, row(), ["Total", "", "", 1234, ""]), "", "total"),
    "total without a word": (csv(HEADER, row(), row(5, year=2023), ["", "", "", 1239, ""]), "", "total"),
    "same row twice": (csv(HEADER, row(), row()), "", "2"),
    "wrong unit": (csv([*HEADER, "Unité"], [*row(), "beds"]), "F2", "compt"),
    "unknown qualifier": (csv([*HEADER, "Précision"], [*row(), "abot"]), "F2", "about"),
    "whole further down": (csv(["ID", *HEADER, "Partie de"], ["part", *row(), "whole"], ["whole", *row(), ""]), "G2", "3"),
    "token in a note": (csv([*HEADER, "Note (fr)"], [*row(), "[[figure:nobody]]"]), "F2", "nobody"),
    "address word with spaces": (csv(["ID", *HEADER], ["un identifiant", *row()]), "A2", ""),
}  # fmt: skip
MESSY_WORKBOOKS = {
    "formula without result": (xlsx(HEADER, row("=1000+234")), "D2", "formule"),
    "error of a formula": (xlsx(HEADER, row("#N/A")), "D2", "#N/A"),
    "half a number": (xlsx(HEADER, row(12.5)), "D2", "entier"),
    "sum at the end": (xlsx(HEADER, row(), ["TOTAL GÉNÉRAL", None, None, 1234]), "", "total"),
}

# Not read at all: the sentence stands on the form.
UNREADABLE = {
    "empty": (b"", "a.csv", ""),
    "blank lines": (b"\r\n\r\n;;;\r\n", "a.csv", "rien"),
    "no header": (csv(["KEN", "made_children", 2024, 5]), "a.csv", "en-tête"),
    "header only": (csv(HEADER), "a.csv", "aucune ligne"),
    "no column of values": (csv(["Code pays", "Code indicateur", "Valeurs dites"], ["KEN", "x", 5]), "a.csv", "Valeur"),
    "web page": (b"<!DOCTYPE html><table></table>", "a.csv", "page"),
    "open quote": (b'a;b\r\n"' + b"x" * 30_000, "a.csv", "guillemet"),
}  # fmt: skip
