"""Reading the files people have: CSV, XLSX, JSON and Parquet as one stream of numbered rows."""

from huiyin.collect.files.layout import Layout
from huiyin.collect.files.table import RowStream, Table, estimate_rows, open_table

__all__ = ["Layout", "RowStream", "Table", "estimate_rows", "open_table"]
