"""How each channel sounds: one composing function per register.

A composer gets what is to be said and returns the text, what was really said (closings add a verdict on
the whole), and what belongs beside the text: survey answers, the turns of a call.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from huiyin.demo import aspects, catalogue, grammar
from huiyin.demo.catalogue import Section
from huiyin.demo.dice import Dice
from huiyin.demo.styling import type_out
from huiyin.demo.weaving import Clause, Names, arrange, phrase, weave, weave_english, word

# What these themes say is complete as it is.
_UNADORNED = frozenset({"quiet", "launch", "launch_promo", "loud"})


@dataclass(frozen=True, slots=True)
class Speech:
    """What somebody is about to say, and how they tend to say things."""

    taxonomy: str
    register: str
    tags: frozenset[str]
    sections: tuple[Section, ...]
    names: Names
    style: int
    wordiness: float
    english: bool
    reply: bool = False
    verdict: int = 0

    @property
    def mood(self) -> int:
        """The sign of all opinions together; +1, 0 or -1."""
        total = sum(section.polarity for section in self.sections)
        return (total > 0) - (total < 0)

    @property
    def theme(self) -> str:
        return next((section.theme for section in self.sections if section.theme), "")


@dataclass(frozen=True, slots=True)
class Spoken:
    """A composed voice."""

    text: str
    sections: tuple[Section, ...]
    answers: Mapping[str, Any] = field(default_factory=dict)
    turns: tuple[tuple[str, str], ...] = ()


def compose(speech: Speech, dice: Dice) -> Spoken:
    """Put a speech into words."""
    if speech.english:
        return _english(speech, dice)
    return _COMPOSERS[speech.register](speech, dice)


def _clauses(speech: Speech, dice: Dice, *, cut: float) -> list[Clause]:
    return [word(section, speech.tags, dice, speech.names, cut=cut) for section in speech.sections]


def _verdict(speech: Speech, dice: Dice, chance: float) -> list[Clause]:
    """A word on the whole that agrees with the score, or nothing."""
    if speech.verdict == 0 or speech.verdict * speech.mood < 0 or speech.theme or not dice.chance(chance):
        return []
    section = _general(speech.taxonomy, "+" if speech.verdict > 0 else "-")
    return [word(section, speech.tags, dice, speech.names)]


@cache
def _general(taxonomy: str, sign: str) -> Section:
    return catalogue.catalogue()[catalogue.code_of(taxonomy, f"{aspects.GENERAL} {sign}")]


def _react(speech: Speech, dice: Dice, chance: float) -> str:
    if speech.mood == 0 or speech.theme in _UNADORNED or not dice.chance(chance):
        return ""
    harsh = speech.mood < 0 and len(speech.sections) > 1 and dice.chance(0.35)
    said = phrase(
        "react.awful" if harsh else f"react.{'good' if speech.mood > 0 else 'bad'}", dice, speech.names
    )
    return said and dice.pick(("，", "。", " ", "！")) + said


def _closed(text: str) -> str:
    return text if not text or text[-1] in "。！？~…，：" else text + "。"


def _spoken(text: str, clauses: list[Clause], speech: Speech, dice: Dice, *, closes: float) -> Spoken:
    typed = type_out(text, speech.style, dice, closes=closes)
    return Spoken(typed, tuple(clause.section for clause in clauses))


def _review(speech: Speech, dice: Dice) -> Spoken:
    verdict = _verdict(speech, dice, 0.4)
    clauses = arrange(_clauses(speech, dice, cut=0.25), dice)
    body = _structured(clauses, dice, speech) if len(clauses) > 2 and dice.chance(0.3) else None
    text = weave(clauses, dice, speech.names) if body is None else body
    if dice.chance(0.5 + 0.15 * speech.wordiness) and body is None:
        text = _closed(phrase("review.open", dice, speech.names)) + text
    if verdict:
        text = _closed(text) + verdict[0].text
    if dice.chance(0.12):
        text = _closed(text) + phrase("review.close", dice, speech.names)
    return _spoken(text, clauses + verdict, speech, dice, closes=0.75)


def _structured(clauses: list[Clause], dice: Dice, speech: Speech) -> str | None:
    """The form that car forums ask for: by aspect, or best and worst."""
    if any(clause.section.sign not in "+-" for clause in clauses):
        return None
    if dice.chance(0.5):
        left, right = dice.pick((("【", "】"), ("", "："), ("", "："), ("#", " ")))
        return "\n".join(
            f"{left}{clause.section.aspect}{right}{_headed(clause, dice)}。" for clause in clauses
        )
    lines = []
    for sign, key in ((1, "review.label.good"), (-1, "review.label.bad")):
        said = [clause for clause in clauses if clause.polarity == sign]
        if said:
            lines.append(
                f"{phrase(key, dice, speech.names)}：{dice.pick(('；', '。', '，')).join(c.text for c in said)}。"
            )
    return "\n".join(lines)


def _headed(clause: Clause, dice: Dice) -> str:
    """Under a heading the subject need not be said again."""
    rest = clause.text.removeprefix(clause.section.aspect)
    return rest if len(rest) > 4 and rest[0] not in "[，的一" and dice.chance(0.75) else clause.text


def _shop(speech: Speech, dice: Dice) -> Spoken:
    if speech.verdict and not speech.theme and len(speech.sections) == 1 and dice.chance(0.08):
        short = phrase("shop.short" if speech.verdict > 0 else "shop.short.bad", dice, speech.names)
        return Spoken(short, (_general(speech.taxonomy, "+" if speech.verdict > 0 else "-"),))
    verdict = _verdict(speech, dice, 0.12)
    clauses = arrange(_clauses(speech, dice, cut=0.35), dice)
    opening = phrase("shop.open", dice, speech.names)
    text = (opening + dice.pick(("，", "。", "，", " ")) if opening else "") + weave(
        clauses, dice, speech.names
    )
    if verdict:
        text = _closed(text) + verdict[0].text
    text += "" if verdict else _react(speech, dice, 0.25)
    return _spoken(text, clauses + verdict, speech, dice, closes=0.4)


def _forum(speech: Speech, dice: Dice) -> Spoken:
    if _idle(speech, dice, 0.06):
        return Spoken(phrase("noise", dice, speech.names), ())
    clauses = arrange(_clauses(speech, dice, cut=0.2), dice)
    plain = _asks(clauses) or speech.theme in ("launch_promo", "loud")
    opening = phrase("forum.reply" if speech.reply else "forum.open", dice, speech.names)
    opening = "" if plain or dice.chance(0.25) else opening
    text = opening + weave(clauses, dice, speech.names) + _react(speech, dice, 0.3)
    if dice.chance(0.4) and not plain:
        text = _closed(text) + phrase("forum.close", dice, speech.names)
    return _spoken(text, clauses, speech, dice, closes=0.45)


def _micro(speech: Speech, dice: Dice) -> Spoken:
    if _idle(speech, dice, 0.06):
        return Spoken(phrase("noise", dice, speech.names), ())
    clauses = arrange(_clauses(speech, dice, cut=0.3), dice)
    text = (phrase("micro.open", dice, speech.names) if not speech.theme else "") + weave(
        clauses, dice, speech.names
    )
    text += _react(speech, dice, 0.35)
    spoken = _spoken(text, clauses, speech, dice, closes=0.35)
    tagged = speech.theme != "launch_promo" and dice.chance(0.4)
    tail = _emoji(speech, dice) + (" " + phrase("micro.tag", dice, speech.names) if tagged else "")
    return Spoken(spoken.text + tail, spoken.sections)


def _emoji(speech: Speech, dice: Dice) -> str:
    if speech.mood == 0 or not dice.chance(0.45):
        return ""
    return phrase(f"micro.emoji.{'good' if speech.mood > 0 else 'bad'}", dice, speech.names) * dice.pick(
        (1, 1, 1, 2, 3)
    )


def _idle(speech: Speech, dice: Dice, chance: float) -> bool:
    return not speech.theme and dice.chance(chance)


def _asks(clauses: list[Clause]) -> bool:
    return any(clause.section.sign == "?" for clause in clauses)


def _service(speech: Speech, dice: Dice) -> Spoken:
    clauses = sorted(_clauses(speech, dice, cut=0.3), key=lambda clause: clause.polarity)
    if clauses[0].polarity < 0:
        # Who calls with a complaint seldom stays to praise.
        clauses = [clause for clause in clauses if clause.polarity <= 0 or dice.chance(0.25)]
    first = clauses[0]
    tone = "bad" if first.polarity < 0 else "good" if first.polarity > 0 else "ask"
    opening = phrase(f"service.open.{tone}", dice, speech.names) if dice.chance(0.8) else ""
    if "请问" in first.text or "问一下" in first.text:
        opening = opening.replace("请问，", "")
    said = [opening + first.text, *_further(speech, clauses[1:], tone, dice)]
    typed = [type_out(turn, speech.style, dice, closes=0.4) for turn in said if turn]
    turns = [("agent", phrase("service.agent", dice, speech.names))]
    for turn in typed:
        turns += [("customer", turn), ("agent", phrase("service.agent", dice, speech.names))]
    return Spoken("\n".join(typed), tuple(c.section for c in clauses), turns=tuple(turns))


def _further(speech: Speech, clauses: Sequence[Clause], tone: str, dice: Dice) -> list[str]:
    """The caller's later turns: circumstances, further points, and what is to happen now."""
    facts = (
        [phrase(f"service.fact.{speech.taxonomy}", dice, speech.names)]
        if tone == "bad" and dice.chance(0.5)
        else []
    )
    closing = ""
    if tone == "good":
        closing = phrase("service.thanks", dice, speech.names)
    elif tone == "ask":
        closing = phrase("service.ask.close", dice, speech.names)
    elif dice.chance(0.65):
        own = f"service.demand.{speech.taxonomy}" if dice.chance(0.4) else "service.demand"
        closing = phrase(own, dice, speech.names)
    return [*facts, *(clause.text for clause in clauses), closing]


def _nps(speech: Speech, dice: Dice) -> Spoken:
    verdict = _verdict(speech, dice, 0.12)
    clauses = arrange(_clauses(speech, dice, cut=0.35), dice)
    text = phrase("nps.open", dice, speech.names) + weave(clauses, dice, speech.names)
    if verdict:
        text = _closed(text) + verdict[0].text
    return _spoken(text, clauses + verdict, speech, dice, closes=0.3)


def _survey(speech: Speech, dice: Dice) -> Spoken:
    clauses = _clauses(speech, dice, cut=0.45)
    parts = {
        "最满意的地方": [clause.text for clause in clauses if clause.polarity > 0],
        "最需要改进的地方": [clause.text for clause in clauses if clause.polarity < 0],
        "建议": [clause.text for clause in clauses if clause.polarity == 0],
    }
    said = {
        name: type_out("；".join(texts), speech.style, dice, closes=0.4)
        for name, texts in parts.items()
        if texts
    }
    empty = {"最满意的地方": "survey.good", "最需要改进的地方": "survey.bad"}
    filler = {
        name: phrase(key, dice, speech.names)
        for name, key in empty.items()
        if name not in said and dice.chance(0.5)
    }
    return Spoken("\n".join(said.values()), tuple(c.section for c in clauses), answers={**said, **filler})


def _interview(speech: Speech, dice: Dice) -> Spoken:
    clauses = _clauses(speech, dice, cut=0.0)
    text = phrase("interview.open", dice, speech.names)
    if dice.chance(0.6):
        text += phrase("interview.scene", dice, speech.names)
    links = [template.say(dice, speech.names) for template in grammar.book("registers")["interview.link"]]
    for place, clause in enumerate(clauses):
        link = links.pop(dice.between(0, len(links) - 1)) if place else ""
        text += (link.lstrip("。") if text.endswith(("？", "！")) else link) + clause.text
    closing = phrase("interview.close", dice, speech.names)
    text += closing.lstrip("。") if text.endswith(("？", "！")) else closing
    return Spoken(text, tuple(c.section for c in clauses))


def _group(speech: Speech, dice: Dice) -> Spoken:
    clauses = _clauses(speech, dice, cut=0.15)
    text = phrase("group.open", dice, speech.names) + weave(clauses, dice, speech.names)
    return Spoken(text + phrase("group.close", dice, speech.names), tuple(c.section for c in clauses))


def _page(speech: Speech, dice: Dice) -> Spoken:
    clauses = _clauses(speech, dice, cut=0.4)
    return _spoken(weave(clauses, dice, speech.names), clauses, speech, dice, closes=0.2)


def _english(speech: Speech, dice: Dice) -> Spoken:
    clauses = [_word_english(section, speech, dice) for section in speech.sections]
    clauses = arrange([clause for clause in clauses if clause], dice)
    long = speech.register in ("review", "forum", "interview", "group")
    opening = phrase("en.open", dice, speech.names) if long and dice.chance(0.6) else ""
    text = opening + weave_english(clauses, dice, speech.names)
    text += "" if text.endswith(("?", "!")) else dice.pick((".", ".", "", "!"))
    if long and dice.chance(0.3):
        text += phrase("en.close", dice, speech.names)
    text = _first_words(text)
    answers = {"open": text} if speech.register == "survey" else {}
    turns = (
        (("agent", "Hello, how can I help you?"), ("customer", text)) if speech.register == "service" else ()
    )
    return Spoken(text, tuple(c.section for c in clauses if c.section.aspect), answers=answers, turns=turns)


def _first_words(text: str) -> str:
    """After an opening with a comma the sentence goes on in lower case."""
    head, comma, rest = text.strip().partition(", ")
    return (
        f"{head}, {rest[:1].lower()}{rest[1:]}"
        if comma and head in ("To be honest", "So far so good")
        else text.strip()
    )


def _word_english(section: Section, speech: Speech, dice: Dice) -> Clause:
    found = _english_section(speech.taxonomy, section)
    return Clause(dice.pick(found.templates).say(dice, speech.names), found)


@cache
def _english_section(taxonomy: str, section: Section) -> Section:
    """The same thing in English, else something near: the same aspect, else the whole."""
    book = grammar.book("english")
    if section.english_key in book:
        return _section_of(section.english_key)
    if section.sign in "?!":
        return _section_of(f"{taxonomy} {section.sign}")
    near = [key for key in book if key.startswith(f"{section.aspect}/") and key.endswith(section.sign)]
    near = [key for key in near if key in grammar.book(taxonomy)]
    sign = section.sign if section.sign in "+-" else "+"
    return _section_of(near[0] if near else f"{aspects.GENERAL} {sign}")


@cache
def _section_of(key: str) -> Section:
    *head, sign = key.split(" ")
    theme, about = (head[0], head[1]) if len(head) == 2 else ("", head[0] if head else "")
    aspect, _, facet = about.partition("/")
    if aspect in aspects.TAXONOMIES:
        # A question or wish of a general kind, which has no aspect that we could vouch for.
        aspect = ""
    return Section("english", theme, aspect, facet, sign, grammar.book("english")[key])


_COMPOSERS: dict[str, Callable[[Speech, Dice], Spoken]] = {
    "review": _review,
    "shop": _shop,
    "forum": _forum,
    "micro": _micro,
    "service": _service,
    "nps": _nps,
    "survey": _survey,
    "interview": _interview,
    "group": _group,
    "page": _page,
}
