"""A mail without what was quoted and signed: only the sender's own words, Chinese and English clients."""

from __future__ import annotations

import re

from huiyin.collect.markup import tidy

_HEADER = r"(?:发件人|寄件者|寄件人|发信人|From|发送时间|寄件日期|日期|时间|Sent|Date|收件人|收件者|To|抄送|Cc|主题|主旨|Subject)"
_FIRST_HEADER = re.compile(r"^[>*\s]*(?:发件人|寄件者|寄件人|发信人|From)\s*[：:*]", re.IGNORECASE)
_ANY_HEADER = re.compile(rf"^[>*\s]*{_HEADER}\s*[：:*]", re.IGNORECASE)
_RULE = re.compile(
    r"^[\s>]*[-_—–=*]{2,}\s*(?:原始邮件|原邮件|原始信件|转发邮件信息|转发的邮件|转发邮件|回复的原邮件|Original Message|Forwarded message|Original|Reply Message|Begin forwarded message)\s*[：:]?\s*[-_—–=*]{0,60}\s*$",
    re.IGNORECASE,
)
_WROTE = re.compile(
    r"^[\s>]*(?:在\s?.{3,160}?(?:写道|写到|寫道)|.{0,100}?于\s?.{4,100}?(?:写道|写到|寫道)|\d{4}\s?[-/年.].{4,140}?(?:写道|写到|寫道|wrote)|On\s.{6,200}?\swrote)\s*[：:]?\s*$",
    re.IGNORECASE,
)
_WROTE_BEGINS = re.compile(r"^[\s>]*(?:On\s.{6,160}|在\s?\d{4}.{4,120})$", re.IGNORECASE)
_SIGNED = re.compile(
    r"^\s*(?:--|—{2,3}|_{2,}|发自(?:我的|.{0,12}(?:手机|iPhone|iPad|邮箱|客户端|微信)).{0,30}|来自(?:我的|.{0,12}(?:手机|邮箱|客户端)).{0,30}|从我的.{0,12}发送|Sent from (?:my|Mail|Yahoo|Outlook).{0,40}|Get Outlook for .{0,20}|获取 ?Outlook.{0,20}|Sent via .{0,40})\s*$",
    re.IGNORECASE,
)
_FAREWELL = re.compile(
    r"^\s*(?:此致|祝好|顺祝商祺|顺颂商祺|Best regards|Kind regards|Warm regards|Regards|Best wishes|Sincerely|Yours sincerely|Cheers)\s*[，,。!！.]?\s*$",
    re.IGNORECASE,
)
LONGEST_FAREWELL = 8
LOOK_AHEAD = 5
LONGEST_LINE = 2000


def own_words(text: str) -> str:
    """Return what the sender wrote: quotes, quoted headers, and signatures cut off. Never raises.

    >>> own_words("空调还是有异味。\\n\\n发自我的iPhone\\n\\n在 2026年3月5日，客服 <a@b.cn> 写道：\\n> 您好")
    '空调还是有异味。'
    """
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    kept = [line for line in lines[: _quote_start(lines)] if not line.lstrip().startswith((">", "＞"))]
    return tidy("\n".join(kept[: _signature_start(kept)]))


def _quote_start(lines: list[str]) -> int:
    for place, line in enumerate(lines):
        if _begins_quote(lines, place, line[:LONGEST_LINE]):
            return place
    return len(lines)


def _begins_quote(lines: list[str], place: int, line: str) -> bool:
    if not line.strip():
        return False
    if _RULE.match(line) or _WROTE.match(line):
        return True
    following = [each[:LONGEST_LINE] for each in lines[place + 1 : place + 1 + LOOK_AHEAD]]
    if _FIRST_HEADER.match(line):
        return any(_ANY_HEADER.match(each) for each in following)
    wrapped = line.rstrip() + " " + (following[0].strip() if following else "")
    return bool(_WROTE_BEGINS.match(line) and _WROTE.match(wrapped))


def _signature_start(lines: list[str]) -> int:
    for place, line in enumerate(lines):
        if _SIGNED.match(line[:LONGEST_LINE]):
            return place
        if (
            place
            and _FAREWELL.match(line)
            and len([x for x in lines[place:] if x.strip()]) <= LONGEST_FAREWELL
        ):
            return place
    return len(lines)
