"""Pages of a report as pictures, for chats and slides."""

from __future__ import annotations

import re
import unicodedata
from html import escape

from huiyin.act.reports.page import Page, Report
from huiyin.charts import draw_png, draw_svg
from huiyin.charts.drawing import FONTS

WIDTH, MARGIN, CHART_HEIGHT = 1120, 56, 420
_TITLE_SIZE, _TITLE_LINE = 26, 38
_BODY_SIZE, _BODY_LINE = 15, 26
_ASIDE = re.compile(r"^<svg ")


def render_png(report: Report, *, scale: float = 1.5) -> bytes:
    """Return all pages that have a picture or a finding, one below the other."""
    cards = [page_card(report, page) for page in report.pages]
    top, parts = 0, []
    for markup, height in cards:
        parts.append(f'<g transform="translate(0 {top})">{markup}</g>')
        top += height
    return draw_png(_document("".join(parts), top), scale=scale)


def render_page_png(report: Report, page: Page, *, scale: float = 2.0) -> bytes:
    """Return one page: its finding and its chart."""
    markup, height = page_card(report, page)
    return draw_png(_document(markup, height), scale=scale)


def page_card(report: Report, page: Page) -> tuple[str, int]:
    """Return the page as SVG markup of `WIDTH` pixels, and its height."""
    room = WIDTH - 2 * MARGIN
    y = MARGIN
    parts = [_line(page.eyebrow, y, 14, "#4453c4")]
    for line in wrapped(report.words(page.title), room / _TITLE_SIZE):
        y += _TITLE_LINE
        parts.append(_line(line, y, _TITLE_SIZE, "#1b1d21", weight=600))
    y += 8
    for sentence in page.body:
        for line in wrapped(report.words(sentence), room / _BODY_SIZE):
            y += _BODY_LINE
            parts.append(_line(line, y, _BODY_SIZE, "#50545c"))
    if page.figure is not None:
        chart = draw_svg(page.figure, width=room, height=CHART_HEIGHT)
        parts.append(_ASIDE.sub(f'<svg x="{MARGIN}" y="{y + 24}" ', chart, count=1))
        y += 24 + CHART_HEIGHT
    foot = f"{report.name} · {report.scope} · {report.span}"
    parts.append(_line(foot, y + 40, 12, "#62666e"))
    return "".join(parts), y + 64


def wrapped(text: str, ems: float) -> list[str]:
    """Break a line of text into lines of at most `ems` wide characters; Latin words stay whole.

    >>> wrapped("空调异味较上期上升 12.5%", 8)
    ['空调异味较上期上', '升 12.5%']
    """
    lines, line, width = [], "", 0.0
    for piece in re.findall(r"[A-Za-z0-9.,%()+\-–]+|.", text):
        size = sum(_ems(character) for character in piece)
        if line and width + size > ems and not _hangs(piece):
            lines.append(line.rstrip())
            line, width = "", 0.0
        line += piece if line or not piece.isspace() else ""
        width += size
    return [*lines, line.rstrip()] if line.strip() else lines


def _hangs(piece: str) -> bool:
    # No line begins with a closing mark.
    return piece in "，。；：、）”％%"


def _ems(character: str) -> float:
    return 1.0 if unicodedata.east_asian_width(character) in "WF" else 0.56


def _line(text: str, y: float, size: int, colour: str, *, weight: int = 400) -> str:
    return (
        f'<text x="{MARGIN}" y="{y}" font-family="{FONTS}" font-size="{size}" font-weight="{weight}" '
        f'fill="{colour}">{escape(text)}</text>'
    )


def _document(markup: str, height: int) -> str:
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{height}">'
        f'<rect width="{WIDTH}" height="{height}" fill="#ffffff"/>{markup}</svg>'
    )
