"""A report as one HTML document that needs nothing else: styles and pictures are inside it."""

from __future__ import annotations

from html import escape
from importlib import resources

from huiyin.act.reports.page import Page, Quote, Report
from huiyin.charts import Table, draw_svg
from huiyin.understand import Sentence

WIDE, NARROW, HEIGHT = 1040, 640, 430


def render_html(report: Report) -> str:
    """Return the report as a document for screen and paper (A4, landscape)."""
    pages = "".join(_page(report, page, number) for number, page in enumerate(report.pages, start=1))
    return (
        f'<!doctype html><html lang="{"zh-CN" if report.zh else "en"}"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{escape(report.name)} · {escape(report.span)}</title><style>{_styles()}</style></head>"
        f"<body>{pages}</body></html>"
    )


def picture_of(page: Page, *, width: int | None = None) -> str | None:
    """Return the page's figure as SVG, as wide as asked, else narrower where a table stands beside it."""
    if page.figure is None:
        return None
    beside = page.table is not None or bool(page.quotes)
    return draw_svg(page.figure, width=width or (NARROW if beside else WIDE), height=HEIGHT)


def _page(report: Report, page: Page, number: int) -> str:
    body = "".join(f"<p>{escape(report.words(sentence))}</p>" for sentence in page.body)
    return (
        f'<section class="page" id="{escape(page.key, quote=True)}">'
        f'<p class="eyebrow">{escape(page.eyebrow)}</p><h2>{_title(report, page.title)}</h2>'
        f'<div class="body">{body}</div>{_content(page)}'
        f'<p class="note">{escape(page.note)}</p>{_foot(report, number)}</section>'
    )


def _title(report: Report, title: Sentence) -> str:
    # Chinese breaks anywhere; clauses kept whole break where a reader would breathe.
    clauses = (clause.zh if report.zh else clause.en for clause in title.clauses)
    return "".join(f"<span>{escape(clause)}</span>" for clause in clauses) or escape(report.words(title))


def _content(page: Page) -> str:
    picture = picture_of(page)
    figure = f'<div class="figure">{picture}</div>' if picture else ""
    aside = (_table(page.table) if page.table else "") + "".join(_quote(quote) for quote in page.quotes)
    if not aside:
        return figure
    kind = "beside" if figure else "alone"
    return f'<div class="content {kind}">{figure}<div class="aside">{aside}</div></div>'


def _table(table: Table) -> str:
    head = "".join(f"<th>{escape(column)}</th>" for column in table.columns)
    rows = "".join(
        "<tr>" + "".join(f"<td>{_cell(cell)}</td>" for cell in row) + "</tr>" for row in table.rows
    )
    return f"<table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>"


def _cell(cell: str | float | int | None) -> str:
    if cell is None:
        return "—"
    return f"{cell:,}" if isinstance(cell, int) else escape(str(cell))


def _quote(quote: Quote) -> str:
    said = f"{escape(quote.source)} · {quote.day.isoformat()}"
    return f"<blockquote>{escape(quote.text)}<cite>{said}</cite></blockquote>"


def _foot(report: Report, number: int) -> str:
    as_of = "" if report.as_of is None else f"{report.as_of.astimezone(report.made_at.tzinfo):%Y-%m-%d %H:%M}"
    fresh = (f"数据截至 {as_of}" if report.zh else f"Data as of {as_of}") if as_of else ""
    parts = [report.name, report.scope, report.span, fresh]
    words = " · ".join(escape(part) for part in parts if part)
    return f'<p class="foot"><span>{words}</span><b>{number} / {len(report.pages)}</b></p>'


def _styles() -> str:
    return resources.files("huiyin.act.reports").joinpath("report.css").read_text(encoding="utf-8")
