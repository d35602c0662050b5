"""Transcripts of conversations with names: who said what, and who asks the questions."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from enum import StrEnum

from huiyin.collect.service_logs import read_transcript, transcript_text
from huiyin.kit.errors import InvalidInputError

_LABEL = re.compile(
    r"^\s*[\[【(（]?(?P<who>[^\s：:，。！？,.!?；;\[\]【】()（）][^：:，。！？,!?；;\[\]【】()（）]{0,19}?)[\]】)）]?"
    r"\s*(?:[\[(（]?(?P<clock>\d{1,2}:\d{2}(?::\d{2})?)[\])）]?)?\s*[：:]\s*(?P<words>.*)$"
)
_MODERATOR = re.compile(
    r"主持|访谈员|访员|采访|研究员|提问|moderator|interviewer|researcher|host|^[问Qq]$", re.IGNORECASE
)
_KNOWN = re.compile(
    r"主持|访谈|访员|采访|研究员|受访|嘉宾|客户|用户|车主|参与者|先生$|女士$|小姐$|老师$|同学$|阿姨$|师傅$|^[小老阿][㐀-鿿]$|^[A-Za-z]{1,2}\d{1,2}$|^[问答QAqa]$|moderator|interviewer|participant|respondent|guest",
    re.IGNORECASE,
)
MOST_SPEAKERS = 30


class SpeakerRole(StrEnum):
    """Who asks, and who is heard."""

    MODERATOR = "moderator"
    PARTICIPANT = "participant"


@dataclass(frozen=True, slots=True)
class Line:
    """What one speaker said without a break; times are seconds from the beginning, where known."""

    label: str
    text: str
    at_s: float | None = None
    end_s: float | None = None


def role_of(label: str) -> SpeakerRole:
    """Return the role a label suggests; people correct it where it is wrong.

    >>> role_of("主持人"), role_of("P3")
    (<SpeakerRole.MODERATOR: 'moderator'>, <SpeakerRole.PARTICIPANT: 'participant'>)
    """
    return SpeakerRole.MODERATOR if _MODERATOR.search(label) else SpeakerRole.PARTICIPANT


def read_lines(content: bytes, file_name: str) -> list[Line]:
    """Return who said what in a docx, WebVTT, SRT or text file. Raises InvalidInputError."""
    if content[:4] != b"PK\x03\x04" and b"-->" in content.replace(b"\x00", b""):
        lines = _of_cues(content, file_name)
    else:
        lines = split_lines(transcript_text(content))
    if not lines:
        raise InvalidInputError(
            f"{file_name} names no speakers",
            field="file",
            expected="a name and a colon before each turn, such as 主持人：… or P1：…",
        )
    if len({line.label for line in lines}) > MOST_SPEAKERS:
        raise InvalidInputError(
            f"{file_name} has more than {MOST_SPEAKERS} speakers", field="file", expected="one conversation"
        )
    return lines


def split_lines(text: str) -> list[Line]:
    """Split written turns; a line without a label goes on with the turn before it.

    A name is a label when it comes twice or is a usual one, so that 我有三点：… stays a sentence.

    >>> [(line.label, line.text) for line in split_lines("主持人：您好\\n李女士：两点：味道重\\n还吵\\n李女士：嗯")]
    [('主持人', '您好'), ('李女士', '两点：味道重\\n还吵'), ('李女士', '嗯')]
    """
    found = [(line, _LABEL.match(line)) for line in text.splitlines() if line.strip()]
    counts = Counter(match["who"].strip() for _, match in found if match)
    lines: list[Line] = []
    for line, match in found:
        label = match["who"].strip() if match else ""
        if match and (counts[label] > 1 or _KNOWN.search(label)):
            lines.append(Line(label, match["words"].strip(), _seconds(match["clock"])))
        elif lines:
            last = lines[-1]
            lines[-1] = Line(last.label, f"{last.text}\n{line.strip()}".strip(), last.at_s)
    return [line for line in lines if line.text]


def _of_cues(content: bytes, file_name: str) -> list[Line]:
    """Read cues; where no cue has a voice, the label stands in the words."""
    lines: list[Line] = []
    for cue in read_transcript(content, file_name):
        if cue.name:
            lines.append(Line(cue.name, cue.text, cue.at_s, cue.end_s))
            continue
        # Several turns may share such a run of cues, whose times are then nobody's.
        lines.extend(split_lines(cue.text))
    return lines


def _seconds(clock: str | None) -> float | None:
    if not clock:
        return None
    parts = [int(part) for part in clock.split(":")]
    hours, minutes, seconds = parts if len(parts) == 3 else (0, *parts)
    return float(hours * 3600 + minutes * 60 + seconds)
