"""
Imports of tables by staff: read, checked row by row, confirmed, undone.

A room says what can be imported with an `Importer` (importers.py) of columns (columns.py; those
that name records of the site: records.py).
`check()` and `carry_out()` (running.py) do the same work, the first without leaving a trace:
rows are read (reading.py), written (writing.py) and shown as a plan (plans.py).
`undo()` (undoing.py) takes a whole import back.
"""

from alima_site.editorial.imports.importers import IMPORTERS, Importer, register

__all__ = ["IMPORTERS", "Importer", "register"]
