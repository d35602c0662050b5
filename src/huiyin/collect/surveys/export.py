"""Answers as files: CSV and XLSX for people, SPSS for statistical programs."""

from __future__ import annotations

import io
import tempfile
import zipfile
from collections.abc import Callable, Sequence
from enum import StrEnum
from pathlib import Path

import polars as pl

from huiyin.collect.surveys.columns import Column, flat_table
from huiyin.collect.surveys.question import Definition
from huiyin.collect.surveys.sheets import Sheet
from huiyin.kit.errors import UnavailableError

LONGEST_LABEL = 120


class FileKind(StrEnum):
    """`sav` needs the extra huiyin[spss]; `sps` is a ZIP of CSV and syntax that needs nothing."""

    CSV = "csv"
    XLSX = "xlsx"
    SAV = "sav"
    SPS = "sps"


class MissingExtraError(UnavailableError):
    """A package that is not installed is needed for this."""

    code = "missing_extra"


def export(definition: Definition, sheets: Sequence[Sheet], kind: FileKind) -> bytes:
    """Return the answers as a file. Raises MissingExtraError for `sav` without its package."""
    columns, table = flat_table(definition, sheets)
    writers: dict[FileKind, Callable[[], bytes]] = {
        FileKind.CSV: lambda: _csv(table),
        FileKind.XLSX: lambda: _xlsx(columns, table),
        FileKind.SAV: lambda: _sav(columns, table),
        FileKind.SPS: lambda: _zip(columns, table),
    }
    return writers[kind]()


def _csv(table: pl.DataFrame) -> bytes:
    out = io.BytesIO()
    # The mark tells spreadsheets that this is UTF-8.
    _guarded(table).write_csv(out, include_bom=True)
    return out.getvalue()


def _xlsx(columns: Sequence[Column], table: pl.DataFrame) -> bytes:
    out = io.BytesIO()
    import xlsxwriter

    options = {"strings_to_formulas": False, "strings_to_urls": False, "in_memory": True}
    with xlsxwriter.Workbook(out, options) as book:
        table.write_excel(book, worksheet="答卷", autofit=True)
        meaning = [
            {"变量": column.name, "题目": column.label, "数值": number, "含义": text}
            for column in columns
            for number, text in (column.values.items() or ((None, None),))
        ]
        pl.DataFrame(meaning, infer_schema_length=None).write_excel(book, worksheet="变量说明", autofit=True)
    return out.getvalue()


def _guarded(table: pl.DataFrame) -> pl.DataFrame:
    """Keep spreadsheets from reading what respondents wrote as formulas."""
    text = pl.col(pl.String)
    risky = text.str.contains(r"^[=+\-@\t\r]")
    return table.with_columns(pl.when(risky).then(pl.lit("'") + text).otherwise(text).name.keep())


def _sav(columns: Sequence[Column], table: pl.DataFrame) -> bytes:
    try:
        import pyreadstat
    except ImportError as error:
        raise MissingExtraError("SPSS files need a package more: pip install 'huiyin[spss]'") from error
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "answers.sav"
        pyreadstat.write_sav(
            table.rename({column.name: _variable(column) for column in columns}),
            str(path),
            column_labels=[_label(column.label) for column in columns],
            variable_value_labels={_variable(c): _labels(c) for c in columns if c.values},
            variable_measure={_variable(c): "nominal" for c in columns if c.values},
        )
        return path.read_bytes()


def _zip(columns: Sequence[Column], table: pl.DataFrame) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("answers.csv", table.write_csv(include_header=True))
        file.writestr("answers.sps", "\ufeff" + _syntax(columns))
    return out.getvalue()


def _syntax(columns: Sequence[Column]) -> str:
    """Return the syntax that reads answers.csv and names variables and values."""
    formats = {pl.String: "A2000", pl.Float64: "F12.2", pl.Int64: "F12.0"}
    variables = "\n".join(
        f"  {_variable(column)} {formats.get(type(column.dtype), 'A26')}" for column in columns
    )
    labels = "\n".join(f"  {_variable(column)} {_quoted(column.label)}" for column in columns)
    values = "\n".join(
        f"VALUE LABELS {_variable(column)}\n"
        + "\n".join(f"  {number} {_quoted(text)}" for number, text in column.values.items())
        + "."
        for column in columns
        if column.values
    )
    return (
        "SET UNICODE=ON.\n"
        f'GET DATA /TYPE=TXT /FILE="answers.csv" /ENCODING="UTF8" /DELIMITERS="," /QUALIFIER=\'"\' /FIRSTCASE=2\n'
        f" /VARIABLES=\n{variables}.\nVARIABLE LABELS\n{labels}.\n{values}\nEXECUTE.\n"
    )


def _variable(column: Column) -> str:
    """A variable of SPSS begins with a letter."""
    return column.name if column.name[0].isalpha() else f"v{column.name}"


def _labels(column: Column) -> dict[int | float, str]:
    return {number: _label(text) for number, text in column.values.items()}


def _label(text: str) -> str:
    return " ".join(text.split())[:LONGEST_LABEL]


def _quoted(text: str) -> str:
    return '"' + _label(text).replace('"', '""') + '"'
