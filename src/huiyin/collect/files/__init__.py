"""Reading the files people have: CSV, XLSX, JSONL and Parquet as one stream of numbered rows."""

from huiyin.collect.files.table import RowStream, Table, estimate_rows, open_table

__all__ = ["RowStream", "Table", "estimate_rows", "open_table"]
