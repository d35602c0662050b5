"""A report as a message: pictures and findings by mail, findings alone where a robot speaks."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from typing import Any

from huiyin.act.alerts.messages import Letterhead
from huiyin.act.reports.errors import PdfUnavailableError
from huiyin.act.reports.html import NARROW, picture_of
from huiyin.act.reports.page import Page, Report
from huiyin.act.reports.pdf import render_pdf
from huiyin.act.sending.outbox import Attachment, Content
from huiyin.act.sending.targets import TargetKind
from huiyin.charts import draw_png

_MAIL_SCALE = 1.5
_BRIEF_PAGES = 6


@dataclass(frozen=True, slots=True)
class Digest:
    """One edition of a report, ready for every kind of target."""

    mail: Content
    chat: Content

    def content_for(self, kind: TargetKind) -> Content:
        """Return what suits a target; only mail carries pictures and the report itself."""
        return self.mail if kind is TargetKind.EMAIL else self.chat


def digest_of(report: Report, letterhead: Letterhead, *, report_id: int | None) -> Digest:
    """Return the message about a report."""
    link = _link(letterhead, report_id)
    subject = f"[回音] {report.name} {report.span}" if report.zh else f"[Huiyin] {report.name} {report.span}"
    chat = Content(
        event="report.digest",
        subject=subject,
        data=_data(report, report_id, link),
        text=_text(report, link),
        markdown=_markdown(report, subject, link),
        html="",
    )
    pictures = {page.key: picture for page in report.pages if (picture := picture_of(page, width=NARROW))}
    names = {key: f"chart-{number}" for number, key in enumerate(pictures, start=1)}
    files = [
        Attachment(f"{names[key]}.png", "image/png", draw_png(svg, scale=_MAIL_SCALE), content_id=names[key])
        for key, svg in pictures.items()
    ]
    mail = Content(
        event=chat.event,
        subject=subject,
        data={},
        text=chat.text,
        markdown=chat.markdown,
        html=_html(report, names, link),
        files=(*files, *_paper(report)),
    )
    return Digest(mail=mail, chat=chat)


def _paper(report: Report) -> tuple[Attachment, ...]:
    try:
        return (
            Attachment(f"{report.name} {report.end.isoformat()}.pdf", "application/pdf", render_pdf(report)),
        )
    except PdfUnavailableError:
        # The mail says everything without it.
        return ()


def _findings(report: Report) -> list[str]:
    return [report.words(page.title) for page in report.pages][:_BRIEF_PAGES]


def _text(report: Report, link: str | None) -> str:
    lines = [f"{report.scope} · {report.span}", ""]
    for page in report.pages:
        lines += [f"■ {report.words(page.title)}", *(report.words(each) for each in page.body), ""]
    if link:
        lines.append(f"{'查看完整报告' if report.zh else 'Open the report'}：{link}")
    return "\n".join(lines).rstrip() + "\n"


def _markdown(report: Report, subject: str, link: str | None) -> str:
    found = [f"- {finding}" for finding in _findings(report)]
    parts = [f"### {subject}", f"{report.scope} · {report.span}", "\n".join(found)]
    opens = "查看完整报告" if report.zh else "Open the report"
    return "\n\n".join([*parts, f"[{opens}]({link})"] if link else parts)


def _html(report: Report, pictures: dict[str, str], link: str | None) -> str:
    sections = "".join(_section(report, page, pictures.get(page.key)) for page in report.pages)
    opens = "查看完整报告" if report.zh else "Open the report"
    button = f"<p style='margin:24px 0'><a href='{escape(link, quote=True)}'>{opens}</a></p>" if link else ""
    head = f"{escape(report.scope)} · {escape(report.span)}"
    return (
        f"<!doctype html><html lang='{'zh-CN' if report.zh else 'en'}'><head><meta charset='utf-8'></head>"
        "<body style='margin:0;padding:24px;background:#f7f7f5;color:#1b1d21;"
        'font-family:-apple-system,"PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif\'>'
        "<div style='max-width:680px;margin:0 auto;background:#ffffff;padding:28px 32px'>"
        f"<h1 style='font-size:20px;margin:0'>{escape(report.name)}</h1>"
        f"<p style='color:#62666e;font-size:13px;margin:4px 0 20px'>{head}</p>{sections}{button}</div></body></html>"
    )


def _section(report: Report, page: Page, picture: str | None) -> str:
    body = "".join(
        f"<p style='margin:4px 0;font-size:14px;color:#50545c'>{escape(report.words(each))}</p>"
        for each in page.body
    )
    image = (
        f"<img src='cid:{picture}' alt='{escape(report.words(page.title), quote=True)}' "
        "style='width:100%;max-width:640px;margin-top:8px'>"
        if picture
        else ""
    )
    return (
        "<div style='border-top:1px solid #e7e6e2;padding:16px 0'>"
        f"<p style='color:#4453c4;font-size:12px;margin:0'>{escape(page.eyebrow)}</p>"
        f"<h2 style='font-size:17px;line-height:1.5;margin:2px 0'>{escape(report.words(page.title))}</h2>"
        f"{body}{image}</div>"
    )


def _data(report: Report, report_id: int | None, link: str | None) -> dict[str, Any]:
    return {
        "report_id": report_id,
        "name": report.name,
        "scope": report.scope,
        "window": {"from": report.start.isoformat(), "to": report.end.isoformat()},
        "as_of": None if report.as_of is None else report.as_of.isoformat(),
        "findings": [
            {"page": page.key, "zh": page.title.text_zh, "en": page.title.text_en, "link": page.title.link}
            for page in report.pages
        ],
        "link": link,
    }


def _link(letterhead: Letterhead, report_id: int | None) -> str | None:
    if not letterhead.public_url:
        return None
    query = "" if report_id is None else f"?id={report_id}"
    return f"{letterhead.public_url.rstrip('/')}/act/reports{query}"
