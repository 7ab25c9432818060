"""
Tables as people send them: CSV and XLSX, read with care and told where something is wrong.

`read(file)` opens a file (sheets.py, after safety checks in xlsx.py), `find_table(sheet, columns)`
finds header, HXL row and rows (headers.py, tables.py); numbers.py and days.py read what a cell
holds as people write it.
"""

from alima_site.editorial.spreadsheets.columns import Column
from alima_site.editorial.spreadsheets.sheets import Line, Refused, Sheet, read
from alima_site.editorial.spreadsheets.tables import Table, TableRow, find_table

__all__ = ["Column", "Line", "Refused", "Sheet", "Table", "TableRow", "find_table", "read"]
