"""Reading the files people have: CSV, XLSX, JSONL and Parquet as one stream of numbered rows."""

from huiyin.collect.files.table import RowStream, Table, open_table

__all__ = ["RowStream", "Table", "open_table"]
