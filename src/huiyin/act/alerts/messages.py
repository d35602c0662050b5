"""What people read when an alert fires: subject, text, Markdown and HTML, in Chinese."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from html import escape
from typing import Any
from zoneinfo import ZoneInfo

from huiyin.act.alerts.alerts import Alert
from huiyin.act.alerts.rules import AlertMetric
from huiyin.act.sending.outbox import Content

METRIC_NAMES = {
    AlertMetric.NEGATIVE_CUSTOMERS: "负面客户",
    AlertMetric.VOICES: "声音",
    AlertMetric.SHARE_NEGATIVE: "负面占比",
}
_UNITS = {AlertMetric.NEGATIVE_CUSTOMERS: "位", AlertMetric.VOICES: "条"}
_QUOTE_LENGTH = 120


@dataclass(frozen=True, slots=True)
class Letterhead:
    """What messages need to know of the installation; without an address they carry no link."""

    zone: ZoneInfo
    public_url: str = ""


def alert_content(alert: Alert, letterhead: Letterhead, *, test: bool = False) -> Content:
    """Return the message about an alert; `test` marks one that nobody has to act on."""
    subject = f"[回音{'测试' if test else '预警'}] {alert.rule_name}：{headline(alert)}"
    lines = _lines(alert, letterhead)
    quotes = [_shortened(str(verbatim["text"])) for verbatim in alert.verbatims]
    link = alert_link(alert, letterhead)
    return Content(
        event="alert.test" if test else "alert.fired",
        subject=subject,
        data=alert_data(alert, link),
        text=_text(lines, quotes, link),
        markdown=_markdown(subject, lines, quotes, link),
        html=_html(subject, lines, quotes, link),
    )


def headline(alert: Alert) -> str:
    """Return the figure and what it is held against, such as `负面客户 35 位（阈值 30 位）`."""
    value = figure(alert.metric, alert.estimate.value)
    if alert.baseline is not None:
        usual = figure(alert.metric, alert.baseline["expected"])
        return f"{METRIC_NAMES[alert.metric]} {value}（往常约 {usual}，最多 {figure(alert.metric, alert.baseline['high'])}）"
    return f"{METRIC_NAMES[alert.metric]} {value}（阈值 {figure(alert.metric, alert.threshold)}）"


def figure(metric: AlertMetric, value: float | None) -> str:
    """Return a metric's value with its unit.

    >>> figure(AlertMetric.SHARE_NEGATIVE, 0.123), figure(AlertMetric.VOICES, 1200.0)
    ('12.3%', '1,200 条')
    """
    if value is None:
        return "证据不足"
    if metric is AlertMetric.SHARE_NEGATIVE:
        return f"{100 * value:.1f}%"
    return f"{value:,.0f} {_UNITS[metric]}"


def alert_link(alert: Alert, letterhead: Letterhead) -> str | None:
    """Return the address of the alert's page."""
    return f"{letterhead.public_url.rstrip('/')}/act/alerts?id={alert.id}" if letterhead.public_url else None


def alert_data(alert: Alert, link: str | None) -> dict[str, Any]:
    """Return the alert for programs; times are ISO 8601 in UTC."""
    return {
        "alert_id": alert.id,
        "rule_id": alert.rule_id,
        "rule_name": alert.rule_name,
        "metric": alert.metric.value,
        "threshold": alert.threshold,
        "estimate": alert.estimate.as_dict(),
        "filters": alert.filters,
        "window": {"from": alert.window_from.isoformat(), "to": alert.window_to.isoformat()},
        "fired_at": alert.fired_at.isoformat(),
        "verbatims": alert.verbatims,
        "link": link,
    }


def _lines(alert: Alert, letterhead: Letterhead) -> list[str]:
    estimate = alert.estimate
    low, high = figure(alert.metric, estimate.low), figure(alert.metric, estimate.high)
    since, until = _local(alert.window_from, letterhead), _local(alert.window_to, letterhead)
    return [
        headline(alert),
        f"{estimate.level:.0%} 区间：{low} 至 {high}，n = {estimate.n:,}",
        f"时间窗：{since} 至 {until}",
    ]


def _local(moment: datetime, letterhead: Letterhead) -> str:
    return moment.astimezone(letterhead.zone).strftime("%Y-%m-%d %H:%M")


def _shortened(text: str) -> str:
    plain = " ".join(text.split())
    return plain if len(plain) <= _QUOTE_LENGTH else plain[: _QUOTE_LENGTH - 1] + "…"


def _text(lines: list[str], quotes: list[str], link: str | None) -> str:
    parts = ["\n".join(lines)]
    if quotes:
        parts.append("客户原声：\n" + "\n".join(f"· {quote}" for quote in quotes))
    if link:
        parts.append(f"查看详情：{link}")
    return "\n\n".join(parts) + "\n"


def _markdown(subject: str, lines: list[str], quotes: list[str], link: str | None) -> str:
    parts = [f"### {subject}", *lines, *(f"> {quote}" for quote in quotes)]
    return "\n\n".join([*parts, f"[查看详情]({link})"] if link else parts)


def _html(subject: str, lines: list[str], quotes: list[str], link: str | None) -> str:
    paragraphs = "".join(f"<p style='margin:4px 0'>{escape(line)}</p>" for line in lines)
    voices = "".join(
        f"<blockquote style='margin:8px 0;padding-left:12px;border-left:3px solid #bbb'>{escape(quote)}</blockquote>"
        for quote in quotes
    )
    button = f"<p><a href='{escape(link, quote=True)}'>查看详情</a></p>" if link else ""
    return (
        "<!doctype html><html lang='zh-CN'><head><meta charset='utf-8'></head>"
        '<body style=\'font-family:-apple-system,"PingFang SC","Microsoft YaHei",sans-serif\'>'
        f"<h2 style='font-size:18px'>{escape(subject)}</h2>{paragraphs}{voices}{button}</body></html>"
    )
