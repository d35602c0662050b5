"""A question as written: its stem and its options are spans of one text."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Literal

HAN = re.compile(r"[㐀-鿿]")


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range of Unicode code points."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """Return the words inside the span."""
        return text[self.start : self.end]

    def shifted(self, by: int) -> Span:
        """Return the span moved by `by` code points."""
        return Span(self.start + by, self.end + by)

    def meets(self, other: Span) -> bool:
        """Tell whether the two share at least one code point."""
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class Question:
    """A block of text that asks one thing: `stem` is what is asked, `options` what can be ticked, without markers."""

    text: str
    stem: Span
    options: tuple[Span, ...] = ()

    @property
    def asked(self) -> str:
        """The words of the stem."""
        return self.stem.of(self.text)

    @property
    def choices(self) -> tuple[str, ...]:
        """The words of the options."""
        return tuple(option.of(self.text) for option in self.options)

    @property
    def language(self) -> Literal["zh", "en"]:
        """Chinese when any Han character is in the text, else English."""
        return "zh" if HAN.search(self.text) else "en"

    def choices_span(self, first: int = 0, last: int = -1) -> Span:
        """Return the range from one option's first to another's last character."""
        return Span(self.options[first].start, self.options[last].end)

    def with_stem(self, stem: str) -> str:
        """Return the whole text with other words as its stem."""
        return self.text[: self.stem.start] + stem + self.text[self.stem.end :]

    def with_choices(self, choices: list[str]) -> str:
        """Return the whole text with other options, each on its own line in the style of the first."""
        head = self.text[: self.options[0].start]
        mark = head.rpartition("\n")[2]
        body = head[: len(head) - len(mark)]
        lines = [f"{_mark(mark, place)}{choice}" for place, choice in enumerate(choices)]
        return body + "\n".join(lines)

    def moved(self, text: str, by: int) -> Question:
        """Return the same question inside a longer text."""
        options = tuple(option.shifted(by) for option in self.options)
        return replace(self, text=text, stem=self.stem.shifted(by), options=options)


def ask(stem: str, choices: tuple[str, ...] = ()) -> Question:
    """Compose a question from its parts.

    >>> ask("您几岁？", ("18 岁以下", "18 岁及以上")).choices
    ('18 岁以下', '18 岁及以上')
    """
    text, spans = stem, []
    for choice in choices:
        start = len(text) + 1
        text = f"{text}\n{choice}"
        spans.append(Span(start, start + len(choice)))
    return Question(text, Span(0, len(stem)), tuple(spans))


def _mark(mark: str, place: int) -> str:
    if re.match(r"\s*A\W", mark):
        return mark.replace("A", chr(ord("A") + place), 1)
    if re.match(r"\s*1\W", mark):
        return mark.replace("1", str(place + 1), 1)
    return mark
