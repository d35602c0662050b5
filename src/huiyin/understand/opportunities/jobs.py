"""The job behind a wish: when it arises, what progress is sought, what stands in the way, what people do instead."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from huiyin.understand.opportunities.opportunity import Evidence
from huiyin.understand.verbatims import Voice

_CLAUSE = re.compile(r"[^，。！？；,.!?;\s…~～]+")
_WHEN = re.compile(
    r"时候|[的]?时$|每次|周末|节假日|夏天|冬天|大中午|晚上|早上|下雨|下雪|露营|野餐|钓鱼|出门|高速|长途|上班|下班|"
    r"带[着]?(?:娃|孩子|老人|宝宝)|停车|自驾|出差|旅[游行]|在(?:家|外面|路上|车里|公司)|装(?:系统|机)"
)
_SO_THAT = re.compile(r"^(?:这样|好让|为了|免得|省得|不然|否则|就能|就不用|就可以|也能|都能|方便|让)")
# A situation told further away belongs to something else.
NEAR = 30


class Slot(StrEnum):
    """One part of a job to be done (Ulwick; Christensen)."""

    SITUATION = "situation"
    PROGRESS = "progress"
    SO_THAT = "so_that"
    OBSTACLE = "obstacle"
    WORKAROUND = "workaround"


@dataclass(frozen=True, slots=True)
class SlotSpan:
    """The words that fill a slot; offsets count code points of the voice's text."""

    slot: Slot
    start: int
    end: int
    words: str


def job_of(voice: Voice, evidence: Evidence) -> tuple[SlotSpan, ...]:
    """Return the filled slots of one voice, in the order of `Slot`; a slot that nothing fills is left out."""
    filled = dict(_read(voice, evidence))
    return tuple(
        SlotSpan(slot, *filled[slot], voice.text[slice(*filled[slot])]) for slot in Slot if slot in filled
    )


def _read(voice: Voice, evidence: Evidence) -> Iterator[tuple[Slot, tuple[int, int]]]:
    own = (evidence.start, evidence.end)
    needs: dict[str, tuple[int, int]] = {}
    for need in sorted(voice.needs, key=lambda each: abs(each.start - own[0])):
        if abs(need.start - own[0]) <= NEAR:
            needs.setdefault(need.kind, (need.start, need.end))
    clauses = [found.span() for found in _CLAUSE.finditer(voice.text)]
    for slot, pattern in ((Slot.SITUATION, _WHEN), (Slot.SO_THAT, _SO_THAT)):
        near = (span for span in clauses if span != own and abs(span[0] - own[0]) <= NEAR)
        fits = [span for span in near if pattern.search(voice.text[slice(*span)])]
        if fits:
            yield slot, min(fits, key=lambda span: abs(span[0] - own[0]))
    if needs.get("workaround") != own:
        yield Slot.PROGRESS, own
    elif "expectation" in needs:
        yield Slot.PROGRESS, needs["expectation"]
    if "pain_point" in needs:
        yield Slot.OBSTACLE, needs["pain_point"]
    if "workaround" in needs:
        yield Slot.WORKAROUND, needs["workaround"]
