"""Findings as sentences a manager can repeat, in Chinese and English, every clause with its link."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from huiyin.stats import Estimate

THIN = "\u2009"
_BORDER = re.compile(r"(?<=[\u4e00-\u9fff])(?=[A-Za-z0-9])|(?<=[A-Za-z0-9%])(?=[\u4e00-\u9fff])")


@dataclass(frozen=True, slots=True)
class Clause:
    """A part of a sentence and the figure it rests on."""

    zh: str
    en: str
    link: str | None = None


@dataclass(frozen=True, slots=True)
class Sentence:
    """One finding; `link` is that of its first linked clause."""

    clauses: tuple[Clause, ...]

    @property
    def text_zh(self) -> str:
        return spaced("".join(clause.zh for clause in self.clauses))

    @property
    def text_en(self) -> str:
        return "".join(clause.en for clause in self.clauses)

    @property
    def link(self) -> str | None:
        return next((clause.link for clause in self.clauses if clause.link), None)


def sentence(*clauses: Clause | None) -> Sentence:
    """Join the clauses that have something to say."""
    return Sentence(tuple(clause for clause in clauses if clause is not None))


def spaced(text: str) -> str:
    """Put a thin space between Han characters and Latin letters or digits.

    >>> spaced("共3位客户").replace(THIN, "_")
    '共_3_位客户'
    """
    return _BORDER.sub(THIN, text)


def count_zh(count: int) -> str:
    """Write a count as Chinese readers do: 万 and 亿 once digits stop helping.

    >>> count_zh(13245), count_zh(1234567), count_zh(250000000)
    ('13,245', '123.5 万', '2.5 亿')
    """
    if count >= 100_000_000:
        return f"{count / 1e8:.1f} 亿"
    return f"{count / 1e4:.1f} 万" if count >= 100_000 else f"{count:,}"


def score_words(value: float, digits: int = 0) -> str:
    """Write a score with a true minus sign, and zero without any.

    >>> score_words(-3.4), score_words(-0.2)
    ('−3', '0')
    """
    written = f"{value:.{digits}f}"
    return written.lstrip("-") if float(written) == 0 else written.replace("-", "−")


def share_words(estimate: Estimate) -> tuple[str, str]:
    """Write a share with its interval in both languages.

    >>> share_words(Estimate(0.031, 0.028, 0.034, 13245, "wilson"))
    ('3.1%（区间 2.8–3.4%）', '3.1% (interval 2.8–3.4%)')
    """
    if estimate.value is None or estimate.low is None or estimate.high is None:
        return "证据不足", "not enough evidence"
    value, low, high = (_percent(v, estimate.value) for v in (estimate.value, estimate.low, estimate.high))
    return f"{value}%（区间 {low}–{high}%）", f"{value}% (interval {low}–{high}%)"


def change_words(
    change: Estimate, *, versus: tuple[str, str], factor: float, unit: tuple[str, str]
) -> tuple[str, str]:
    """Write a difference in both languages: its direction only where the interval excludes zero.

    >>> change_words(Estimate(0.021, 0.01, 0.032, 900, "newcombe"),
    ...     versus=("较上期", "on the period before"), factor=100, unit=("个百分点", "points"))
    ('较上期上升 2.1 个百分点', 'up 2.1 points on the period before')
    """
    if not change.sufficient or change.value is None:
        return f"{versus[0]}的变化证据不足", f"too little evidence of a change {versus[1]}"
    if not change.excludes_zero:
        return f"{versus[0]}没有显著变化", f"no significant change {versus[1]}"
    up, size = change.value > 0, f"{abs(change.value) * factor:.1f}"
    zh = f"{versus[0]}{'上升' if up else '下降'} {size} {unit[0]}"
    return zh, f"{'up' if up else 'down'} {size} {unit[1]} {versus[1]}"


def quoted(names: Sequence[str]) -> str:
    """Join names in Chinese quotation marks.

    >>> quoted(["异味", "油耗"])
    '“异味”、“油耗”'
    """
    return "、".join(f"“{name}”" for name in names)


def _percent(value: float, scale: float) -> str:
    return f"{100 * value:.{1 if scale >= 0.01 else 2}f}"
