"""The only writer of disk: text, tables and folders, written whole or not at all."""

from orgmap.write.files import save, save_folder
from orgmap.write.workbook import workbook

__all__ = ["save", "save_folder", "workbook"]
