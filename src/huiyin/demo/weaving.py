"""Joining clauses the way people do: contrast where the mood turns, otherwise just one after the other."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from huiyin.demo import grammar
from huiyin.demo.catalogue import Section
from huiyin.demo.dice import Dice

Names = Mapping[str, str]
# A clause that opens with its subject can stand without the explanation behind the comma.
_STANDS_ALONE = re.compile(
    "^(动力|加速|价格|性价比|内饰|配置|音响|刹车|外观|颜值|造型|底盘|操控|电耗|油耗|空间|座椅|隔音|减震|异响|"
    "质量|空调|暖风|车机|语音|导航|续航|充电|售后|销售|交付|物流|发货|快递|包装|客服|安装|App|支付|退款|退货|后备箱)"
)


_KEPT_CAPITAL = ("I ", "I'", "AC", "OTA", "X6", "S7", "E5", "C3")


@dataclass(frozen=True, slots=True)
class Clause:
    """A worded opinion."""

    text: str
    section: Section

    @property
    def polarity(self) -> int:
        return self.section.polarity


def word(section: Section, tags: frozenset[str], dice: Dice, names: Names, *, cut: float = 0.0) -> Clause:
    """Word one opinion with a fragment that suits the `tags`; with chance `cut` the explanation behind its first comma is left out."""
    templates = [t for t in section.templates if not t.only or t.only & tags] or section.templates
    text = dice.pick(templates).say(dice, names)
    if section.sign in "+-" and not section.theme and _STANDS_ALONE.match(text) and dice.chance(cut):
        text = text.split("，", 1)[0]
    return Clause(text, section)


def phrase(key: str, dice: Dice, names: Names, *, book: str = "registers") -> str:
    """Say something from a section of a phrase book."""
    return dice.pick(grammar.book(book)[key]).say(dice, names)


def arrange(clauses: Sequence[Clause], dice: Dice) -> list[Clause]:
    """Order clauses: mostly the good before the bad, sometimes the other way round, sometimes as they come."""
    roll = dice.roll()
    if roll < 0.55:
        return sorted(clauses, key=lambda clause: -clause.polarity)
    return sorted(clauses, key=lambda clause: clause.polarity) if roll < 0.8 else list(clauses)


def weave(clauses: Sequence[Clause], dice: Dice, names: Names) -> str:
    """Join worded clauses into running Chinese text without a closing mark."""
    text = clauses[0].text if clauses else ""
    for before, clause in pairwise(clauses):
        text = _join(text, before, clause, dice, names)
    return text


def weave_english(clauses: Sequence[Clause], dice: Dice, names: Names) -> str:
    """Join worded clauses into running English text."""
    text = clauses[0].text if clauses else ""
    for before, clause in pairwise(clauses):
        link = phrase(_turn("en.turn", before, clause) or "en.more", dice, names)
        if text.endswith(("?", ".", "!")):
            link = " "
        text += link + (clause.text if link.endswith(". ") or link == " " else _lower(clause.text))
    return text


def _join(text: str, before: Clause, clause: Clause, dice: Dice, names: Names) -> str:
    if text.endswith(("？", "！", "~")):
        return text + clause.text
    turn = _turn("turn", before, clause)
    if turn == "turn.bad" and len(text) == len(before.text) and dice.chance(0.18):
        return f"虽然{text}，但{dice.pick(('是', '', '是'))}{clause.text}"
    link = phrase(turn or ("more.bad" if clause.polarity < 0 else "more.good"), dice, names)
    if clause.section.theme or clause.section.sign in "?!":
        # Asides and wishes do not escalate what came before.
        link = dice.pick(("。", "。", "。另外，", "。还有，", "。对了，"))
    return text + link + clause.text


def _turn(stem: str, before: Clause, clause: Clause) -> str | None:
    if before.polarity > 0 > clause.polarity:
        return f"{stem}.bad"
    return f"{stem}.good" if before.polarity < 0 < clause.polarity else None


def _lower(text: str) -> str:
    return text if text.startswith(_KEPT_CAPITAL) else text[:1].lower() + text[1:]
