"""HTML to the words a reader sees."""

from __future__ import annotations

import re
from html import unescape
from html.parser import HTMLParser

_BLOCKS = frozenset(
    ("address", "article", "aside", "blockquote", "br", "dd", "div", "dl", "dt", "figcaption", "footer", "form",
     "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "main", "nav", "ol", "p", "pre", "section",
     "table", "td", "th", "tr", "ul")
)  # fmt: skip
_SILENT = frozenset(("script", "style", "head", "title", "template", "noscript"))
_QUOTES = re.compile(
    r"gmail_quote|gmail_extra|yahoo_quoted|moz-cite-prefix|divRplyFwdMsg|isReplyContent|ntes_signature|foxmailquote|qmbox_quote|mail_quote|replyContent|origbody",
    re.IGNORECASE,
)
_TAG = re.compile(r"<[^<>]{0,2000}>")


def plain_text(html: str, *, without_quotes: bool = False) -> str:
    """Return the visible text, a line per block; quoted mails are left out on request. Never raises.

    >>> plain_text("<p>空调<b>有异味</b></p><script>x()</script><p>希望&nbsp;改进</p>")
    '空调有异味\\n希望 改进'
    """
    reader = _Words(without_quotes=without_quotes)
    try:
        reader.feed(html)
        reader.close()
        text = "".join(reader.words)
    except (AssertionError, RecursionError, ValueError):
        # The parser gives up on some broken declarations; tags are then cut out blindly.
        text = unescape(_TAG.sub(" ", html))
    return tidy(text)


def tidy(text: str) -> str:
    """Return the text with single blanks and no empty lines."""
    lines = (re.sub(r"[ \t\xa0\u200b]+", " ", line).strip() for line in text.splitlines())
    return "\n".join(line for line in lines if line)


class _Words(HTMLParser):
    def __init__(self, *, without_quotes: bool) -> None:
        super().__init__(convert_charrefs=True)
        self.words: list[str] = []
        self._without_quotes = without_quotes
        self._silent: str | None = None
        self._depth = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if self._silent is not None:
            self._depth += tag == self._silent
        elif tag in _SILENT or (self._without_quotes and _is_quote(tag, attrs)):
            self._silent, self._depth = tag, 1
        elif tag in _BLOCKS:
            self.words.append("\n")

    def handle_endtag(self, tag: str) -> None:
        if self._silent is not None:
            self._depth -= tag == self._silent
            if self._depth <= 0:
                self._silent = None
        elif tag in _BLOCKS:
            self.words.append("\n")

    def handle_data(self, data: str) -> None:
        if self._silent is None:
            self.words.append(data)


def _is_quote(tag: str, attrs: list[tuple[str, str | None]]) -> bool:
    if tag == "blockquote":
        return True
    return tag != "br" and any(
        name in ("class", "id", "name") and _QUOTES.search(value or "") for name, value in attrs
    )
