"""What people read about cases: the team when one is late or a customer is not content, the customer as a reply."""

from __future__ import annotations

from html import escape

from huiyin.act.alerts.messages import Letterhead
from huiyin.act.cases.cases import Case
from huiyin.act.sending.outbox import Content

_PRIORITIES = {"urgent": "紧急", "high": "高", "normal": "普通", "low": "低"}


def late_case(case: Case, letterhead: Letterhead) -> Content:
    """Return the message that a case's clock has run out."""
    due = case.respond_by if case.responded_at is None else case.resolve_by
    what = "首次答复" if case.responded_at is None else "解决"
    lines = [
        f"负责人：{case.owner}　优先级：{_PRIORITIES[case.priority.value]}",
        f"{what}时限：{due.astimezone(letterhead.zone):%Y-%m-%d %H:%M}（{letterhead.zone.key}）",
    ]
    return _content("case.late", f"[回音工单] 已超时：{case.title}", lines, case, letterhead)


def reopened_case(case: Case, score: int, letterhead: Letterhead) -> Content:
    """Return the message that a customer was not content and the case is open again."""
    lines = [f"客户回访评分 {score}/5，工单已重新打开。", f"负责人：{case.owner}"]
    return _content("case.reopened", f"[回音工单] 客户不满意：{case.title}", lines, case, letterhead)


def reply(title: str, text: str) -> Content:
    """Return an answer to the customer as a mail."""
    html = "".join(f"<p>{escape(line)}</p>" for line in text.splitlines() if line.strip())
    subject = f"关于您反馈的问题：{' '.join(title.split())[:60]}"
    return Content(
        "case.reply", subject, {}, text, text, f"<!doctype html><html lang='zh-CN'><body>{html}</body></html>"
    )


def _content(event: str, subject: str, lines: list[str], case: Case, letterhead: Letterhead) -> Content:
    address = letterhead.public_url.rstrip("/")
    link = f"{address}/act/cases?case={case.id}" if address else ""
    subject = " ".join(subject.split())
    html = "".join(f"<p>{escape(line)}</p>" for line in lines)
    button = f"<p><a href='{escape(link, quote=True)}'>打开工单</a></p>" if link else ""
    return Content(
        event=event,
        subject=subject,
        data={"case_id": case.id, "title": case.title, "owner": case.owner, "team": case.team, "link": link},
        text="\n".join([*lines, link]),
        markdown="\n\n".join([f"### {subject}", *lines, *([f"[打开工单]({link})"] if link else [])]),
        html=f"<!doctype html><html lang='zh-CN'><body><h2>{escape(subject)}</h2>{html}{button}</body></html>",
    )
