"""orgmap's own tables as files: CSV with a description, an Excel workbook, JSON, Parquet."""

from orgmap.write.tables.columnar import parquet_file, parquet_folder
from orgmap.write.tables.records import tables_json
from orgmap.write.tables.separated import csv_folder
from orgmap.write.tables.sheets import data_workbook

__all__ = ["csv_folder", "data_workbook", "parquet_file", "parquet_folder", "tables_json"]
