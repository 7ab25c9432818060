"""Workbooks written part by part, as other programs than Excel write them."""

import io
import zipfile

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def package(parts):
    """A zip file of these parts."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as made:
        for name, content in parts.items():
            made.writestr(name, content)
    return zipfile.ZipFile(file)


def workbook(rows="", texts="", styles="", sheets=("Data",), properties=""):
    """The first sheet holds the rows; a name that starts with a dot is that of a hidden sheet."""
    named = relations = ""
    parts = {}
    for number, name in enumerate(sheets):
        state = "hidden" if name.startswith(".") else "visible"
        named += f'<sheet name="{name.lstrip(".")}" r:id="r{number}" state="{state}"/>'
        relations += f'<Relationship Id="r{number}" Target="worksheets/sheet{number}.xml"/>'
        data = f"<sheetData>{rows if number == 0 else ''}</sheetData>"
        parts[f"xl/worksheets/sheet{number}.xml"] = f'<worksheet xmlns="{MAIN}">{data}</worksheet>'
    book = f"{properties}<sheets>{named}</sheets>"
    parts["xl/workbook.xml"] = f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}">{book}</workbook>'
    parts["xl/_rels/workbook.xml.rels"] = f"<Relationships>{relations}</Relationships>"
    parts["xl/sharedStrings.xml"] = f'<sst xmlns="{MAIN}">{texts}</sst>'
    parts["xl/styles.xml"] = f'<styleSheet xmlns="{MAIN}">{styles}</styleSheet>'
    return package(parts)
