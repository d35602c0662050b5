"""A report as a workbook: findings on the first sheet, one sheet of figures a page."""

from __future__ import annotations

import io
import re
from typing import Any

import xlsxwriter

from huiyin.act.reports.page import Page, Report
from huiyin.charts import Table

_FORBIDDEN = re.compile(r"[\[\]:*?/\\']")
_SHEET_NAME = 28


def render_xlsx(report: Report) -> bytes:
    """Return the workbook; every cell is data, for a customer's words must not become a formula."""
    out = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(out, options) as book:
        formats = _formats(book)
        _findings(book, formats, report)
        for number, page in enumerate(report.pages, start=1):
            _sheet(book, formats, report, page, number)
    return out.getvalue()


def _formats(book: Any) -> dict[str, Any]:
    return {
        "title": book.add_format({"bold": True, "font_size": 14}),
        "head": book.add_format({"bold": True, "bottom": 1, "font_color": "#62666e"}),
        "wrap": book.add_format({"text_wrap": True, "valign": "top"}),
        "quiet": book.add_format({"font_color": "#62666e"}),
    }


def _findings(book: Any, formats: dict[str, Any], report: Report) -> None:
    sheet = book.add_worksheet("结论" if report.zh else "Findings")
    sheet.set_column(0, 0, 18)
    sheet.set_column(1, 1, 110)
    sheet.write(0, 0, report.name, formats["title"])
    sheet.write(1, 0, f"{report.scope} · {report.span}", formats["quiet"])
    row = 3
    for page in report.pages:
        for sentence in (page.title, *page.body):
            sheet.write(row, 0, page.eyebrow, formats["quiet"])
            sheet.write(row, 1, report.words(sentence), formats["wrap"])
            row += 1


def _sheet(book: Any, formats: dict[str, Any], report: Report, page: Page, number: int) -> None:
    tables = [table for table in (page.figure.table if page.figure else None, page.table) if table]
    if not tables and not page.quotes:
        return
    sheet = book.add_worksheet(sheet_name(number, page.eyebrow))
    sheet.set_column(0, 0, 24)
    sheet.set_column(1, 12, 16)
    sheet.write(0, 0, report.words(page.title), formats["title"])
    row = 2
    for table in tables:
        row = _write_table(sheet, formats, table, row) + 1
    for quote in page.quotes:
        sheet.write_row(row, 0, (quote.text, quote.source, quote.day.isoformat()))
        row += 1
    if page.note:
        sheet.write(row + 1, 0, page.note, formats["quiet"])


def _write_table(sheet: Any, formats: dict[str, Any], table: Table, row: int) -> int:
    sheet.write_row(row, 0, table.columns, formats["head"])
    for offset, values in enumerate(table.rows, start=1):
        sheet.write_row(row + offset, 0, values)
    return row + len(table.rows) + 1


def sheet_name(number: int, words: str) -> str:
    """Return a name that Excel accepts: at most 31 characters, none of its forbidden ones.

    >>> sheet_name(4, "舒适 / 异味")
    '4 舒适  异味'
    """
    return f"{number} {_FORBIDDEN.sub('', words)}"[:_SHEET_NAME].rstrip()
