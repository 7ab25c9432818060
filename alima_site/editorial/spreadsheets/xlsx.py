"""
XLSX without trust: the package is checked before anything is unpacked, and of what is
unpacked only four parts are read, each up to a limit, without document types or entities.
"""

import zipfile
from typing import IO

from django.utils.translation import gettext as _

from alima_site.editorial.spreadsheets import workbook
from alima_site.editorial.spreadsheets.sheets import MEGABYTE, Refused, Sheet, gather
from alima_site.editorial.spreadsheets.xml_parts import damaged

LARGEST_UNPACKED = 50 * MEGABYTE
MOST_PARTS = 1000


def read(file: IO[bytes]) -> Sheet:
    with _open(file) as package:
        _check(package)
        book = workbook.Book(package)
        sheet = book.first_sheet()
        remarks = []
        if others := [name for name in book.visible if name != sheet.name]:
            words = {"sheet": sheet.name, "others": ", ".join(others)}
            remarks = [_("Only the sheet “%(sheet)s” is read, not: %(others)s.") % words]
        return Sheet(gather(book.lines(sheet)), remarks)


def _open(file: IO[bytes]) -> zipfile.ZipFile:
    start = file.read(8)
    file.seek(0)
    if start.startswith(b"\xd0\xcf\x11\xe0"):
        if "EncryptedPackage".encode("utf-16-le") in file.read():
            raise Refused(_("The workbook is protected by a password. Save it without one."))
        raise Refused(
            _("This is the old Excel format (.xls) under another name. Save it as .xlsx or CSV.")
        )
    if not start.startswith(b"PK"):
        raise Refused(_("The name says XLSX, but this is not an Excel workbook."))
    try:
        return zipfile.ZipFile(file)
    except (zipfile.BadZipFile, NotImplementedError, ValueError, OSError):
        raise Refused(damaged()) from None


def _check(package: zipfile.ZipFile) -> None:
    parts = package.infolist()
    names = {part.filename.lower() for part in parts}
    if len(parts) > MOST_PARTS or len(names) < len(parts):
        raise Refused(_("The workbook is built in an unusual way and was not opened."))
    if sum(part.file_size for part in parts) > LARGEST_UNPACKED:
        words = {"most": LARGEST_UNPACKED // MEGABYTE}
        raise Refused(
            _("Unpacked, the workbook has more than %(most)s MB; it was not opened.") % words
        )
    if any(part.flag_bits & 1 for part in parts):
        raise Refused(_("The workbook is protected by a password. Save it without one."))
    if any(name.endswith("vbaproject.bin") or "macrosheets/" in name for name in names):
        raise Refused(
            _("Workbooks with macros are not taken. Save it as “Excel workbook (.xlsx)”.")
        )
    if "xl/workbook.xml" not in names:
        raise Refused(_("The name says XLSX, but this is not an Excel workbook."))
