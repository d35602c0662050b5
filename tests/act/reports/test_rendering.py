"""A report in every medium."""

import io
import re
import zipfile
import zlib
from dataclasses import replace
from xml.etree import ElementTree

import pytest
from python_calamine import CalamineWorkbook

from huiyin.act import reports
from huiyin.act.reports.png import wrapped


def test_html_needs_nothing_from_outside(written):
    html = reports.render_html(written)
    assert html.count("<section") == len(written.pages)
    assert html.count("<svg") == sum(page.figure is not None for page in written.pages)
    for foreign in ("src=", "href=", "<script", "@import"):
        assert foreign not in html
    assert re.findall(r"url\((?!#)", html) == []


def test_html_escapes_what_customers_say(written):
    quote = reports.Quote("<img src=x onerror=alert(1)>", "论坛", written.end)
    page = replace(written.pages[1], quotes=(quote,))
    html = reports.render_html(replace(written, pages=(page,)))
    assert "<img" not in html
    assert "&lt;img" in html


def test_pdf_has_one_page_each(written):
    pdf = reports.render_pdf(written)
    assert pdf.startswith(b"%PDF-")
    assert f"/Count {len(written.pages)}".encode() in _unpacked(pdf)


def test_workbook_holds_the_findings_and_every_chart_as_a_table(written):
    book = CalamineWorkbook.from_filelike(io.BytesIO(reports.render_xlsx(written)))
    findings = book.get_sheet_by_name("结论").to_python()
    assert written.pages[1].title.text_zh in [row[1] for row in findings]
    trend = next(name for name in book.sheet_names if "异味" in name)
    rows = book.get_sheet_by_name(trend).to_python()
    assert ["周", "占比（%）", "区间下限", "区间上限", "客户数"] in [row[:5] for row in rows]


@pytest.mark.parametrize("words", ["=HYPERLINK(1)", "+1", "@SUM(A1)", "https://example.com"])
def test_a_customers_words_never_become_a_formula(written, words):
    page = replace(written.pages[1], quotes=(reports.Quote(words, "论坛", written.end),))
    workbook = reports.render_xlsx(replace(written, pages=(page,)))
    with zipfile.ZipFile(io.BytesIO(workbook)) as archive:
        sheets = [ElementTree.fromstring(archive.read(n)) for n in archive.namelist() if "sheets/sheet" in n]  # noqa: S314 our own
    assert not [node for sheet in sheets for node in sheet.iter() if node.tag.endswith(("}f", "}hyperlink"))]


def test_png_is_as_wide_as_asked(written):
    png = reports.render_page_png(written, written.pages[1], scale=1)
    assert int.from_bytes(png[16:20], "big") == 1120


def test_lines_break_before_they_are_full_and_never_before_a_closing_mark():
    lines = wrapped("空调异味影响了四百多位客户，区间 2.8–3.4%，较上期上升。", 10)
    assert not [line for line in lines if line[0] in "，。"]
    assert "".join(lines).replace(" ", "") == "空调异味影响了四百多位客户，区间2.8–3.4%，较上期上升。"


def test_every_format_has_a_media_type():
    assert set(reports.MEDIA_TYPES) == set(reports.Format)


def _unpacked(pdf: bytes) -> bytes:
    """Return the document with its packed objects, among them the page tree, in plain sight."""
    parts = [pdf]
    for stream in re.findall(rb"stream\r?\n(.*?)\r?\nendstream", pdf, re.DOTALL):
        try:
            parts.append(zlib.decompress(stream))
        except zlib.error:
            continue
    return b"".join(parts)
