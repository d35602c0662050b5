"""Sending messages to a Slack channel by an incoming webhook. Source: docs.slack.dev, "Sending messages using incoming webhooks"."""

from __future__ import annotations

import json
import re

from huiyin.act.errors import DeliveryError
from huiyin.act.sending.outbox import Notification
from huiyin.act.sending.posting import post
from huiyin.kit.clock import Clock

_LONGEST_SECTION = 3000
_LONGEST_HEADER = 150
_LINK = re.compile(r"\[([^\]]+)\]\(([^)\s]+)\)")
_HEADING = re.compile(r"^#{1,6} +(.+)$", re.MULTILINE)
_BOLD = re.compile(r"\*\*(.+?)\*\*")


class SlackTransport:
    """Posts blocks with a plain text for notifications; the address is the channel's only secret."""

    def send(self, notification: Notification, *, clock: Clock) -> None:
        del clock
        content = notification.content
        body = {
            "text": content.subject,
            "blocks": [
                {"type": "header", "text": {"type": "plain_text", "text": content.subject[:_LONGEST_HEADER]}},
                {"type": "section", "text": {"type": "mrkdwn", "text": _section(content.markdown)}},
            ],
        }
        answer = post(notification.target.address, json.dumps(body, ensure_ascii=False).encode())
        if answer.text.strip() != "ok":
            raise DeliveryError(f"Slack answered: {answer.text[:200]}")


def mrkdwn(markdown: str) -> str:
    """Return Markdown in Slack's own dialect, its three control characters escaped.

    >>> mrkdwn("### 标题\\n\\n**重** 见 [原声](https://a.example/b) & <x>")
    '*标题*\\n\\n*重* 见 <https://a.example/b|原声> &amp; &lt;x&gt;'
    """
    # A line that begins with > is a quotation in both dialects.
    lines = [_escaped(line) for line in markdown.split("\n")]
    text = _BOLD.sub(r"*\1*", "\n".join(lines))
    return _LINK.sub(r"<\2|\1>", _HEADING.sub(r"*\1*", text))


def _escaped(line: str) -> str:
    quoted = line.startswith("> ")
    rest = line[2:] if quoted else line
    rest = rest.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return f"> {rest}" if quoted else rest


def _section(markdown: str) -> str:
    text = mrkdwn(markdown)
    return text if len(text) <= _LONGEST_SECTION else text[: _LONGEST_SECTION - 1] + "…"
