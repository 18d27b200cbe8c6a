"""The only writer of disk: text, tables and folders, written whole or not at all."""

from orgmap.write.files import check_replaceable, save, save_folder
from orgmap.write.workbook import workbook

__all__ = ["check_replaceable", "save", "save_folder", "workbook"]
