"""The words of a letter: the points of the first rating stand in the mail itself, each a link."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from html import escape
from urllib.parse import quote

from huiyin.collect.surveys.letters import Letter
from huiyin.collect.surveys.question import Kind, SurveyQuestion

ONE_CLICK = "List-Unsubscribe=One-Click"
_CELL = (
    "display:inline-block;min-width:34px;padding:9px 4px;border-radius:8px;text-align:center;"
    "text-decoration:none;font-weight:600"
)


@dataclass(frozen=True, slots=True)
class Mail:
    """A letter in words; the links are absolute."""

    subject: str
    text: str
    html: str
    headers: Mapping[str, str]


def compose(letter: Letter, public_url: str) -> Mail:
    """Return the mail for a letter; `public_url` is where respondents reach this installation."""
    definition, words = letter.definition, letter.definition.words
    address = f"{public_url.rstrip('/')}/s/{quote(letter.slug)}"
    own = f"{address}?t={quote(letter.token)}"
    stop = f"{address}/stop?t={quote(letter.token)}"
    if definition.language != definition.languages[0]:
        own += f"&lang={definition.language}"
    subject = words["mail.again"].replace("{title}", definition.title) if letter.number else definition.title
    dear = words["mail.dear"].replace("{name}", letter.name) if letter.name else words["mail.hello"]
    first = definition.questions[0]
    scored = first.kind is Kind.RATING
    ask = words["mail.ask" if scored else "mail.ask.plain"]
    title = first.title if scored else definition.title
    links = _points(first, own) if scored else [(words["mail.begin"], own)]
    text = "\n".join(
        [
            dear,
            "",
            ask,
            title,
            "",
            *(f"{name}: {link}" for name, link in links),
            "",
            words["mail.own"],
            f"{words['mail.stop']}: {stop}",
        ]
    )
    theme = definition.theme
    logo = f'<p style="margin:0 0 12px;font-weight:700">{escape(theme.logo)}</p>' if theme.logo else ""
    cells = " ".join(
        f'<a href="{escape(link)}" style="{_CELL};background:{theme.accent};color:{theme.ink}">{escape(name)}</a>'
        for name, link in links
    )
    ends = f"{escape(first.low_text)} – {escape(first.high_text)}" if scored and first.low_text else ""
    html = (
        "<div style=\"max-width:560px;font:15px/1.7 system-ui,'PingFang SC','Microsoft YaHei',sans-serif;color:#1d2530\">"
        f'{logo}<p>{escape(dear)}</p><p>{escape(ask)}</p><p style="font-weight:600">{escape(title)}</p>'
        f'<p style="line-height:3">{cells}</p><p style="color:#5a6573;font-size:13px">{ends}</p>'
        f'<p style="color:#5a6573;font-size:13px">{escape(words["mail.own"])} <a href="{escape(stop)}" style="color:#5a6573">{escape(words["mail.stop"])}</a></p></div>'
    )
    return Mail(subject, text, html, _ways_out(stop))


def _ways_out(stop: str) -> dict[str, str]:
    """Return the headers behind a mail program's own button; one click (RFC 8058) goes over HTTPS only."""
    headers = {"List-Unsubscribe": f"<{stop}>"}
    return headers | ({"List-Unsubscribe-Post": ONE_CLICK} if stop.startswith("https://") else {})


def _points(question: SurveyQuestion, own: str) -> list[tuple[str, str]]:
    return [
        (str(point), f"{own}&{question.name}={point}") for point in range(question.low, question.high + 1)
    ]
