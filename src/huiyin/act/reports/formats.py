"""The media a report can take."""

from __future__ import annotations

from enum import StrEnum

from huiyin.act.reports.html import render_html
from huiyin.act.reports.page import Report
from huiyin.act.reports.pdf import render_pdf
from huiyin.act.reports.png import render_png
from huiyin.act.reports.xlsx import render_xlsx


class Format(StrEnum):
    """A medium, named as its files end."""

    HTML = "html"
    PDF = "pdf"
    XLSX = "xlsx"
    PNG = "png"


MEDIA_TYPES = {
    Format.HTML: "text/html; charset=utf-8",
    Format.PDF: "application/pdf",
    Format.XLSX: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    Format.PNG: "image/png",
}


def render(report: Report, medium: Format) -> bytes:
    """Return the report as a file; raises `PdfUnavailableError` where there is no PDF printer."""
    if medium is Format.HTML:
        return render_html(report).encode()
    if medium is Format.PDF:
        return render_pdf(report)
    return render_xlsx(report) if medium is Format.XLSX else render_png(report)
