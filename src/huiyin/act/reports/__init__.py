"""Reports: findings as pages, rendered for every medium, sent on time, shared by link."""

from huiyin.act.reports.composing import Brief, compose, scope_of
from huiyin.act.reports.digest import Digest, digest_of
from huiyin.act.reports.errors import PdfUnavailableError, ReportNotFoundError, ShareNotFoundError
from huiyin.act.reports.formats import MEDIA_TYPES, Format, render
from huiyin.act.reports.html import render_html
from huiyin.act.reports.launching import compose_launch
from huiyin.act.reports.news import News, last_visit, mark_visit, news_page, news_sentences, read_news
from huiyin.act.reports.page import Page, Quote, Report
from huiyin.act.reports.pdf import render_pdf
from huiyin.act.reports.png import render_page_png, render_png
from huiyin.act.reports.saved import (
    Cadence,
    ReportDraft,
    SavedReport,
    Schedule,
    change_report,
    get_report,
    list_reports,
    next_run,
    remove_report,
    save_report,
)
from huiyin.act.reports.sending import actions_with_effects, edition, send_due_reports, send_report
from huiyin.act.reports.shares import Share, list_shares, open_share, revoke_share, share_report
from huiyin.act.reports.xlsx import render_xlsx

__all__ = [
    "MEDIA_TYPES",
    "Brief",
    "Cadence",
    "Digest",
    "Format",
    "News",
    "Page",
    "PdfUnavailableError",
    "Quote",
    "Report",
    "ReportDraft",
    "ReportNotFoundError",
    "SavedReport",
    "Schedule",
    "Share",
    "ShareNotFoundError",
    "actions_with_effects",
    "change_report",
    "compose",
    "compose_launch",
    "digest_of",
    "edition",
    "get_report",
    "last_visit",
    "list_reports",
    "list_shares",
    "mark_visit",
    "news_page",
    "news_sentences",
    "next_run",
    "open_share",
    "read_news",
    "remove_report",
    "render",
    "render_html",
    "render_page_png",
    "render_pdf",
    "render_png",
    "render_xlsx",
    "revoke_share",
    "save_report",
    "scope_of",
    "send_due_reports",
    "send_report",
    "share_report",
]
