"""
Tables as people send them: CSV and XLSX, read with care and told where something is wrong.

`read(file)` opens a file (sheets.py, after safety checks in xlsx.py), `find_table(sheet, columns)`
finds header, HXL row and rows (tables.py), values.py reads numbers and dates as people write them.
"""

from alima_site.editorial.spreadsheets.sheets import Line, Refused, Sheet, read
from alima_site.editorial.spreadsheets.tables import Column, Table, TableRow, find_table

__all__ = ["Column", "Line", "Refused", "Sheet", "Table", "TableRow", "find_table", "read"]
