"""A report on paper: the HTML, printed by PlutoPrint where it is installed, else by WeasyPrint."""

from __future__ import annotations

import io
from importlib.util import find_spec

from huiyin.act.reports.errors import PdfUnavailableError
from huiyin.act.reports.html import render_html
from huiyin.act.reports.page import Report


def render_pdf(report: Report) -> bytes:
    """Return the report as PDF, one page each; raises `PdfUnavailableError` where no printer is installed."""
    document = render_html(report)
    if find_spec("plutoprint") is not None:
        return _with_plutoprint(document, report)
    if find_spec("weasyprint") is not None:
        return _with_weasyprint(document)
    raise PdfUnavailableError("printing needs a further package: pip install 'huiyin[pdf]'")


def _with_plutoprint(document: str, report: Report) -> bytes:
    import plutoprint

    book = plutoprint.Book(plutoprint.PAGE_SIZE_A4.landscape(), plutoprint.PAGE_MARGINS_NONE)
    book.set_metadata(plutoprint.PDF_METADATA_TITLE, f"{report.name} {report.span}")
    book.load_html(document)
    out = io.BytesIO()
    book.write_to_pdf_stream(out)
    return out.getvalue()


def _with_weasyprint(document: str) -> bytes:
    import weasyprint

    printed: bytes = weasyprint.HTML(string=document, url_fetcher=_refuse).write_pdf()
    return printed


def _refuse(address: str) -> dict[str, object]:
    # The document is self-contained; whatever else it names must not be fetched.
    raise ValueError(f"a report fetches nothing, not {address}")
