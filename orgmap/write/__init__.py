"""The only writer of disk: text, tables and folders, written whole or not at all."""

from orgmap.write.files import check_free, check_replaceable, save, save_data, save_folder
from orgmap.write.workbook import workbook

__all__ = ["check_free", "check_replaceable", "save", "save_data", "save_folder", "workbook"]
